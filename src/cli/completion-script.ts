import type { CompletionPlace, CompletionWord } from './completion-tree.js';

/** The shells that completion is written for. */
export const completionShells = ['bash', 'zsh', 'fish'] as const;

/** One of {@link completionShells}. */
export type CompletionShell = (typeof completionShells)[number];

/** A script that makes a shell complete the command; `name` is what the command is called. */
export function completionScript(shell: CompletionShell, name: string, places: readonly CompletionPlace[]): string {
  const scripts = { bash, zsh, fish };
  return `${scripts[shell](name, places).join('\n')}\n`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const words = (list: readonly CompletionWord[]): string => list.map(({ word }) => word).join(' ');
const pathsOf = (places: readonly CompletionPlace[]): string => places.map(({ path }) => quoted(path)).join('|');
const belowTop = (places: readonly CompletionPlace[]): readonly CompletionPlace[] =>
  places.filter(({ path }) => path !== '');

/** Options that want a value, wherever they stand: the word behind one is no command. */
function valueOptions(places: readonly CompletionPlace[]): readonly string[] {
  return [...new Set(places.flatMap(({ values }) => values.map(({ option }) => option)))];
}

/** Cases of "the commands so far|the word before" that want one of a choice. */
function choiceCases(places: readonly CompletionPlace[], reply: (choices: string) => string): readonly string[] {
  return places.flatMap(({ path, values }) =>
    values
      .filter(({ choices }) => choices.length > 0)
      .map(({ option, choices }) => `    ${quoted(`${path}|${option}`)}) ${reply(choices.join(' '))} ;;`),
  );
}

function bash(name: string, places: readonly CompletionPlace[]): readonly string[] {
  const reply = (list: string): string => `COMPREPLY=($(compgen -W ${quoted(list)} -- "$word")); return`;
  return [
    `# bash completion of ${name}; load it with: source <(${name} completion bash)`,
    `_${name}() {`,
    '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" at="" last="" next i',
    '  COMPREPLY=()',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    '    next="${COMP_WORDS[i]}"',
    `    case "$last" in ${valueOptions(places).join('|')}) last=""; continue ;; esac`,
    '    last="$next"',
    `    case "\${at:+$at }$next" in ${pathsOf(belowTop(places))}) at="\${at:+$at }$next" ;; esac`,
    '  done',
    '  case "$at|$before" in',
    ...choiceCases(places, reply),
    `    ${valueOptions(places)
      .map((option) => `*'|${option}'`)
      .join('|')}) COMPREPLY=($(compgen -f -- "$word")); return ;;`,
    '  esac',
    '  case "$at" in',
    ...places.map(({ path, commands, options, choices }) => {
      const all = [words(commands), choices.join(' '), words(options)].filter((part) => part !== '').join(' ');
      return `    ${quoted(path)}) COMPREPLY=($(compgen -W ${quoted(all)} -- "$word")) ;;`;
    }),
    '  esac',
    '}',
    // Where nothing of ours fits, it may be a file.
    `complete -o default -F _${name} ${name}`,
  ];
}

function zsh(name: string, places: readonly CompletionPlace[]): readonly string[] {
  const described = (list: readonly CompletionWord[]): string =>
    list.map(({ word, about }) => quoted(`${word.replaceAll(':', '\\:')}:${about}`)).join(' ');
  return [
    `#compdef ${name}`,
    `# zsh completion of ${name}; load it with: source <(${name} completion zsh)`,
    `_${name}() {`,
    '  local before="${words[CURRENT-1]}" at="" last="" next i',
    '  local -a found',
    '  for ((i = 2; i < CURRENT; i++)); do',
    '    next="${words[i]}"',
    `    case "$last" in ${valueOptions(places).join('|')}) last=""; continue ;; esac`,
    '    last="$next"',
    `    case "\${at:+$at }$next" in ${pathsOf(belowTop(places))}) at="\${at:+$at }$next" ;; esac`,
    '  done',
    '  case "$at|$before" in',
    ...choiceCases(places, (choices) => `compadd -- ${choices}; return`),
    `    ${valueOptions(places)
      .map((option) => `*'|${option}'`)
      .join('|')}) _files; return ;;`,
    '  esac',
    '  case "$at" in',
    ...places.map(({ path, commands, options, choices }) => {
      const all = [...commands, ...choices.map((word) => ({ word, about: '' })), ...options];
      return `    ${quoted(path)}) found=(${described(all)}) ;;`;
    }),
    '  esac',
    `  _describe -V ${name} found || _files`,
    '}',
    `if [[ "$funcstack[1]" == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi`,
  ];
}

function fish(name: string, places: readonly CompletionPlace[]): readonly string[] {
  const values = valueOptions(places).map(quoted).join(' ');
  return [
    `# fish completion of ${name}; load it with: ${name} completion fish | source`,
    `function __${name}_at`,
    '  set -l at ""',
    '  set -l last ""',
    '  for next in (commandline -opc)[2..-1]',
    `    if contains -- "$last" ${values}`,
    '      set last ""',
    '      continue',
    '    end',
    '    set last "$next"',
    '    set -l longer (string trim -- "$at $next")',
    `    if contains -- "$longer" ${belowTop(places)
      .map(({ path }) => quoted(path))
      .join(' ')}`,
    '      set at "$longer"',
    '    end',
    '  end',
    '  test "$at" = "$argv[1]"',
    'end',
    ...places.flatMap((place) => fishPlace(name, place)),
  ];
}

function fishPlace(name: string, { path, commands, options, choices, values }: CompletionPlace): readonly string[] {
  const here = `complete -c ${name} -n ${quoted(`__${name}_at ${quoted(path)}`)}`;
  const flag = (word: string): string => (word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`);
  const valueOf = (word: string): string => {
    const found = values.find(({ option }) => option === word);
    if (found === undefined) return '';
    return found.choices.length === 0 ? ' -r' : ` -x -a ${quoted(found.choices.join(' '))}`;
  };
  return [
    ...commands.map(({ word, about }) => `${here} -f -a ${quoted(word)} -d ${quoted(about)}`),
    ...(choices.length === 0 ? [] : [`${here} -f -a ${quoted(choices.join(' '))}`]),
    ...options.map(({ word, about }) => `${here} ${flag(word)}${valueOf(word)} -d ${quoted(about)}`),
  ];
}
