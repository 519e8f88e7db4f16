// The arrows between the folders of src/, each by name with its reason:
//   model <- {ledger, prompt} <- rules <- gate <- edges <- app <- {cli, index}
const CENTRE = ['model', 'ledger', 'prompt', 'rules', 'gate'];
const EDGES = ['upstreams', 'stores', 'approvals', 'feedback', 'mcp', 'agents', 'dashboard'];

const anyOf = (names) => `^src/(${names.join('|')})/`;
const beside = (names) => `^src/(?!(${names.join('|')})/)`;

/** Forbids `folder` to import anything of ours but itself and `allowed`. */
const reads = (name, folder, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: beside([folder, ...allowed]) },
});

const edgeRules = EDGES.map((edge) =>
  reads(
    `${edge}-is-an-edge`,
    edge,
    CENTRE,
    `An edge knows the pure centre and nothing else, so each can be replaced alone; app.ts introduces ${edge}/ to the others.`,
  ),
);

/** Units of one folder are added and removed alone: none may lean on a sibling, only on the file that gives their shape. */
const siblings = (name, folder, shape) => ({
  name,
  comment: `Each file in ${folder}/ is added and removed by itself; what two of them share belongs into a folder below.`,
  severity: 'error',
  from: { path: `^src/${folder}/(?!${shape}|index)[^/]+\\.ts$` },
  to: { path: `^src/${folder}/(?!${shape}\\.ts)[^/]+\\.ts$` },
});

const innerArrows = [
  reads('model-imports-nothing-of-ours', 'model', [], 'The nouns are the ground everything stands on.'),
  reads('ledger-reads-the-model', 'ledger', ['model'], 'Money can be proven alone when it knows only the nouns.'),
  reads('prompt-reads-the-model', 'prompt', ['model'], 'Reading prompts needs neither money nor rules.'),
  reads(
    'rules-read-the-facts',
    'rules',
    ['model', 'ledger', 'prompt'],
    'A rule detects; who hears it is not its business.',
  ),
  reads(
    'gate-hears-the-rules',
    'gate',
    ['model', 'ledger', 'prompt', 'rules'],
    'The gate speaks to the world through its ports only; it must not know which edge is behind one.',
  ),
];

const outerArrows = [
  {
    name: 'only-the-doors-import-app',
    comment:
      'app.ts knows every edge and engine.ts the stores; whoever imports them knows those too. Only the CLI and the package door may.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(cli|testing)/|^src/(app|index)\\.ts$' },
    to: { path: '^src/(app|engine)\\.ts$' },
  },
  {
    name: 'cli-is-the-outermost',
    comment: 'Commands are for a person at a terminal: nothing inside may need one.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/cli/' },
    to: { path: '^src/cli/' },
  },
  {
    name: 'config-stays-outside',
    comment: 'The config file is one way to describe an app: the centre and the edges get values, never the file.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(cli|testing)/|^src/(accepted-policy|app|engine|index|config)\\.ts$' },
    to: { path: '^src/config\\.ts$' },
  },
  {
    name: 'config-reads-the-centre',
    comment: 'A config is read before anything is opened, so it must not pull an edge in.',
    severity: 'error',
    from: { path: '^src/config\\.ts$' },
    to: {
      path: beside(CENTRE),
      pathNot: '^src/(config|config-presets|expand-env|read-price-file|report-config)\\.ts$',
    },
  },
  {
    name: 'engine-opens-the-store',
    comment:
      'The engine serves both doors, the gateway and the library: it must not pull the face of one into the other.',
    severity: 'error',
    from: { path: '^src/engine\\.ts$' },
    to: {
      path: beside([...CENTRE, 'stores']),
      pathNot:
        '^src/(accepted-policy|config|data-folder|engine|engine-times|file-old-takes|ledger-place|new-id|watch-jobs)\\.ts$',
    },
  },
  {
    name: 'app-stays-below-the-doors',
    comment: 'app.ts puts the edges together; doors, suites and the demo server stand on it, not under it.',
    severity: 'error',
    from: { path: '^src/app\\.ts$' },
    to: { path: '^src/(cli|testing|studio)/|^src/index\\.ts$' },
  },
  reads(
    'studio-is-its-own-process',
    'studio',
    ['model'],
    'The demo server stands for a stranger: it may know no more than one.',
  ),
  {
    name: 'nobody-imports-studio',
    comment: 'The demo server is spoken to over MCP, like any other server; suites alone may start it in process.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(studio|testing)/' },
    to: { path: '^src/studio/' },
  },
  {
    name: 'testing-is-a-door',
    comment: 'Contract suites are published for others; the product itself must run without them.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/testing/' },
    to: { path: '^src/testing/' },
  },
  siblings('rules-stand-alone', 'rules', 'rule'),
  siblings('presets-stand-alone', 'upstreams/presets', 'preset'),
  siblings('tools-stand-alone', 'mcp/tools', 'tool'),
];

const packages = [
  {
    name: 'mcp-sdk-at-two-edges',
    comment: 'The protocol library changes under our feet: only the folders that speak MCP may feel it.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(upstreams|mcp|studio|testing)/' },
    to: { path: '(^|/)node_modules/@modelcontextprotocol/|^@modelcontextprotocol/' },
  },
  {
    name: 'centre-needs-no-machine',
    comment: 'The centre decides the same on every machine at every time: no Node built-ins.',
    severity: 'error',
    from: { path: anyOf(CENTRE) },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'centre-needs-few-packages',
    comment:
      'What decides over money leans on four small packages without effects (a cache without expiry only remembers).',
    severity: 'error',
    from: { path: anyOf(CENTRE) },
    to: { path: 'node_modules/', pathNot: 'node_modules/(zod|diff|string-similarity|lru-cache)/' },
  },
  {
    name: 'no-development-package',
    comment: 'Users install no devDependencies; an optional peer must be declared as one.',
    severity: 'error',
    // The dashboard's page is bundled: what it imports is inside dist/dashboard/page.js.
    from: { path: '^src/', pathNot: '^src/dashboard/page/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional'] },
  },
  {
    name: 'no-undeclared-package',
    comment: 'A package that package.json does not name is there by accident.',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer'] },
  },
];

const hygiene = [
  {
    name: 'no-cycles',
    comment: 'Files in a circle can only be understood all at once; this holds for types too.',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is forgotten.',
    severity: 'error',
    from: {
      orphan: true,
      path: '^src/',
      pathNot:
        '\\.d\\.ts$|^src/index\\.ts$|^src/(agents|testing)/[^/]+\\.ts$|^src/cli/main\\.ts$|^src/studio/bin\\.ts$',
    },
    to: {},
  },
  {
    name: 'not-to-tests-or-tools',
    comment: 'What is shipped does not lean on what proves or builds it.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(test|scripts|examples|bench)/' },
  },
  {
    name: 'no-unresolved',
    comment:
      'An import that leads nowhere fails at run time. (node:sqlite exists from Node 22 on and is asked for at run time.)',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true, pathNot: '^node:sqlite$|^sqlite$|^\\./studio\\.js$' },
  },
];

export default {
  forbidden: [...innerArrows, ...edgeRules, ...outerArrows, ...packages, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
    skipAnalysisNotInRules: true,
  },
};
