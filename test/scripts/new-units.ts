/** What the scaffolder writes. */
export const KINDS = ['rule', 'store', 'preset', 'adapter'] as const;
/** The files of each, for the name `brand-new`. */
export const MADE: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  rule: ['src/rules/brand-new.ts', 'prompts/rules/brand-new.md', 'test/rules/brand-new.test.ts'],
  store: ['src/stores/brand-new.ts', 'test/stores/brand-new.test.ts'],
  preset: ['test/fixtures/tools/brand-new.json', 'src/upstreams/presets/brand-new.ts'],
  adapter: ['src/agents/brand-new.ts', 'test/agents/brand-new.test.ts'],
};

/** The test that tries a new unit: its own, or the suite of all presets. */
export const testOf = (kind: (typeof KINDS)[number]): string =>
  kind === 'preset' ? 'test/upstreams/presets/preset.test.ts' : (MADE[kind].at(-1) ?? '');
