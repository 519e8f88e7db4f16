// Writes the page that lists every command with its options and exit codes, out of the program itself.

/** Options that nearly every command has; they are told once. */
const TOLD = ['--config', '--data', '--project', '--json', '--help'];

const HEAD = `# Commands

Every command of \`greenlight\`, as \`--help\` says it too; \`npm run generate\` writes this page. How passwords count, what an export holds and how shells complete is in [cli.md](cli.md).

Exit codes are never renumbered:
`;

const choicesOf = ({ argChoices }) => (argChoices === undefined ? '' : ` (${argChoices.join(', ')})`);
const optionLine = (option) => `- \`${option.flags}\`: ${option.description}${choicesOf(option)}`;

function section(program, { path, command }, codes) {
  const parts = path.split(' ').slice(0, -1);
  const usage = [program.name(), ...parts, command.name(), command.usage()].join(' ').replace(' [command]', '');
  const names = [path, ...command.aliases().map((alias) => [...parts, alias].join(' '))];
  return [
    `## ${names.join(', ')}`,
    '',
    `\`${usage}\`: ${command.description()}`,
    '',
    ...command.registeredArguments
      .filter(({ description }) => description !== '')
      .map((argument) => `- \`${argument.name()}\`: ${argument.description}${choicesOf(argument)}`),
    ...command.options.filter(({ long }) => !TOLD.includes(long)).map(optionLine),
    `- exit codes: ${codes.join(', ')}`,
  ].join('\n');
}

/**
 * The page as Markdown.
 * @param program commander's, with every command
 * @param leaves its commands that do something, with their paths
 * @param codes what each exit code means
 * @param codesOf the exit codes of a path
 */
export function commandPage(program, leaves, codes, codesOf) {
  const table = ['| code | means |', '|---|---|', ...codes.map(([code, means]) => `| ${code} | ${means} |`)];
  const shared = program.options.filter(({ long }) => TOLD.includes(long)).map(optionLine);
  const sections = leaves.map((leaf) => section(program, leaf, codesOf(leaf.path)));
  return `${[HEAD, ...table, '', 'Nearly every command takes:', '', ...shared, '', sections.join('\n\n')].join('\n')}\n`;
}
