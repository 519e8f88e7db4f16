import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

/** The folders that decide: no clock, no randomness, no timers, no Node built-ins. */
const PURE = ['src/{model,ledger,prompt,rules,gate}/**/*.ts'];
const TYPESCRIPT = ['**/*.{ts,tsx}'];
const PLAIN_SCRIPTS = ['**/*.{js,mjs}'];

const AMBIENT_GLOBALS = [
  'process',
  'Buffer',
  'console',
  'crypto',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'globalThis',
];
const NODE_GLOBALS = [...AMBIENT_GLOBALS, 'URL', 'URLSearchParams', 'AbortController', 'AbortSignal', 'TextDecoder'];
const PURE_IMPORT = 'The centre is pure: effects come in through ports.';
const LOCAL_CLOCK = '/^[gs]et(FullYear|Month|Date|Day|Hours|Minutes)$/';

/** Faults that no file of ours may have, typed or not. */
const everywhere = {
  eqeqeq: 'error',
  curly: ['error', 'multi-line'],
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  'no-param-reassign': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-duplicate-case': 'error',
  'no-fallthrough': 'error',
  'no-self-compare': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-rename': 'error',
  'max-depth': ['error', 4],
};

const sized = {
  complexity: ['error', 15],
  'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
};

const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' };

const typed = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/no-unused-vars': ['error', unused],
  // A written default is a decision; leaving one out promises that every case is there.
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
  // A port may be asynchronous although one of its implementations has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
};

/** One file, one door: no default exports, and nothing passed on from another file except at the package's own doors. */
const noBarrels = [
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export; one name everywhere.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that owns it.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'No barrels: import from the file that owns it.' },
];

const pureSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in by argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time comes in by argument.' },
  {
    selector: `CallExpression[callee.property.name=${LOCAL_CLOCK}]`,
    message: "The machine's time zone is not an argument: use the UTC methods or a named zone.",
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'node_modules/**', 'demo-output/**', '**/*.d.ts', 'scripts/templates/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: everywhere },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { ...sized, 'no-console': 'error', 'no-restricted-syntax': ['error', ...noBarrels] },
  },
  { files: ['src/{cli,studio}/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    // The protocol library marks the low-level server and the older transport as deprecated to steer beginners away from
    // them; a gateway that relays both protocol eras cannot do without.
    files: ['src/{mcp,upstreams,studio,testing}/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['src/index.ts', 'src/testing/index.ts'],
    rules: { 'no-restricted-syntax': ['error', noBarrels[0]] },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['node:*'], message: PURE_IMPORT }],
          paths: builtinModules.map((name) => ({ name, message: PURE_IMPORT })),
        },
      ],
      'no-restricted-globals': [
        'error',
        ...AMBIENT_GLOBALS.map((name) => ({ name, message: 'The centre is pure: it comes in by argument.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in by argument.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in by argument.' },
      ],
      'no-restricted-syntax': ['error', ...noBarrels, ...pureSyntax],
    },
  },
  {
    files: ['test/**/*.ts', '*.config.ts'],
    rules: {
      'max-lines': ['error', 600],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: PLAIN_SCRIPTS,
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: { ...sized, 'no-undef': 'error', 'no-unused-vars': ['error', unused] },
  },
);
