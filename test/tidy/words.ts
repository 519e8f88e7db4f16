import ts from 'typescript';
import { parse } from './syntax.js';
import type { Check } from './tree.js';
import { pathsIn } from './tree.js';

/** The codes a rule can return: the keys of its `levels`. */
function codesOf(path: string, text: string): readonly string[] {
  const codes: string[] = [];
  const visit = (node: ts.Node): void => {
    const isLevels = ts.isPropertyAssignment(node) && node.name.getText() === 'levels';
    if (isLevels && ts.isObjectLiteralExpression(node.initializer)) {
      for (const { name } of node.initializer.properties) codes.push(name?.getText().replaceAll("'", '') ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return codes;
}

/** Every code of a rule has a section in the rule's prompt; every section is a code or a part that another section takes in. */
export const codesHaveWords: Check = (tree) =>
  pathsIn(tree, /^src\/rules\/(?!rule\.ts|index\.ts)[^/]+\.ts$/).flatMap((path) => {
    const prompt = path.replace(/^src\//, 'prompts/').replace(/\.ts$/, '.md');
    const words = tree.get(prompt);
    if (words === undefined) return [];
    const codes = codesOf(path, tree.get(path) ?? '');
    const sections = [...words.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
    const isPart = (section: string): boolean => words.includes(`{{> ${section}}}`);
    return [
      ...codes
        .filter((code) => !sections.includes(code))
        .map((code) => `${prompt} has no section for the code ${code}`),
      ...sections
        .filter((section) => !codes.includes(section) && !isPart(section))
        .map((section) => `${prompt}: nothing uses the section ${section}`),
    ];
  });
