import ts from 'typescript';
import { isExported, nameOf, parse } from './syntax.js';
import type { Check } from './tree.js';
import { pathsIn } from './tree.js';

/** Whether a comment that begins with two stars, and says something, stands right above the statement. */
function isDocumented(statement: ts.Statement): boolean {
  const text = statement.getSourceFile().text;
  const above = ts.getLeadingCommentRanges(text, statement.getFullStart())?.at(-1);
  if (above === undefined) return false;
  const comment = text.slice(above.pos, above.end);
  const touches = text.slice(above.end, statement.getStart()).split('\n').length <= 2;
  return touches && comment.startsWith('/**') && /\w+\W+\w+/.test(comment);
}

/** Every exported declaration in src/ has a doc comment right above it; of overloads, the first one. */
export const exportsAreDocumented: Check = (tree) =>
  pathsIn(tree, /^src\/.*\.tsx?$/).flatMap((path) => {
    const seen = new Set<string>();
    const isNew = (statement: ts.Statement): boolean =>
      !seen.has(nameOf(statement)) && Boolean(seen.add(nameOf(statement)));
    const exported = parse(path, tree.get(path) ?? '').statements.filter((statement) => isExported(statement));
    return exported
      .filter((statement) => isNew(statement) && !isDocumented(statement))
      .map((statement) => `${path}: ${nameOf(statement)} has no doc comment`);
  });
