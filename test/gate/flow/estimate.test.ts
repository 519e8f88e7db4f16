import { describe, expect, it } from 'vitest';
import { isProblem } from '../../../src/gate/flow/desk.js';
import { estimate, type Estimate } from '../../../src/gate/flow/estimate.js';
import { openBench, pictureTool, pricelessTool } from '../../fixtures/gate-bench.js';

const tool = 'studio_generate_image';

async function estimated(args: object, name = tool) {
  const bench = await openBench({ tools: [pictureTool(), pricelessTool] });
  const made = await estimate(bench.desk, { tool: name, arguments: args, hints: {} });
  return { made, bench };
}

async function priced(args: object, name = tool): Promise<Estimate> {
  const { made } = await estimated(args, name);
  if (isProblem(made)) throw new Error(made.problem);
  return made;
}

describe('an estimate', () => {
  it('says what a call would cost, where it belongs and that it would pass', async () => {
    expect(await priced({ prompt: 'a fox' })).toMatchObject({
      verdict: { outcome: 'allow', quote: { status: 'exact', upper: 5_000_000 } },
      placement: { shot: 'quick-1' },
      cheaper: [],
    });
  });

  it('says what the gate would say', async () => {
    const { verdict } = await priced({ prompt: 'a fox', model: 'best' });
    expect(verdict).toMatchObject({
      outcome: 'block',
      findings: [{ rule: 'plan-first' }, { rule: 'tier-for-phase' }, { rule: 'vague-prompt' }],
    });
  });

  it('names the models that would make the same for less, cheapest first', async () => {
    expect((await priced({ prompt: 'a fox', model: 'best' })).cheaper).toMatchObject([
      { model: 'draft', tier: 'budget', amount: 5_000_000 },
      { model: 'fine', tier: 'standard', amount: 50_000_000 },
    ]);
    expect((await priced({ prompt: 'a fox', model: 'fine' })).cheaper.map(({ model }) => model)).toEqual(['draft']);
  });

  it('names the take whose prompt comes closest, and what changed since', async () => {
    const bench = await openBench({ tools: [pictureTool()] });
    const since = async (prompt: string) => {
      const made = await estimate(bench.desk, { tool, arguments: { prompt }, hints: {} });
      return isProblem(made) ? made : made.closest;
    };
    expect(await since('a red kite over the dunes')).toBeUndefined();
    await bench.run('a red kite over the dunes');
    const [take] = await bench.store.takes({ project: 'poster' });
    expect(await since('a blue kite over the dunes')).toMatchObject({
      take: { id: take?.id },
      difference: { rerun: 'no', material: [{ type: 'colour', before: 'red', after: 'blue' }] },
    });
    expect(await since('the skyline of a harbor by night')).toBeUndefined();
    expect(await since(' ')).toBeUndefined();
  });

  it('never says that an unknown price is nothing', async () => {
    const made = await priced({ prompt: 'a fox' }, 'other_make');
    expect(made).toMatchObject({ verdict: { outcome: 'ask', quote: { status: 'unknown' } }, cheaper: [] });
  });

  it('leaves no trace: nothing is held, asked or remembered', async () => {
    const { bench } = await estimated({ prompt: 'a fox', model: 'best' });
    expect(await bench.store.takes({ project: 'poster' })).toEqual([]);
    expect(await bench.store.remarks('poster')).toEqual([]);
    expect(await bench.store.approvals('poster')).toEqual([]);
    expect(bench.asked).toEqual([]);
  });

  it.each([
    [{}, 'gone', { problem: 'no-such-tool', facts: { tool: 'gone', tools: [tool, 'other_make'] } }],
    [{ count: 0 }, tool, { problem: 'bad-arguments', facts: { problems: [{ path: 'count' }] } }],
  ])('of %j for %s is a problem', async (args, name, expected) => {
    expect((await estimated(args, name)).made).toMatchObject(expected);
  });

  it('belongs to a session that is there', async () => {
    const { desk } = await openBench();
    const made = await estimate(desk, { tool, arguments: {}, hints: { session: 's_9' } });
    expect(made).toMatchObject({ problem: 'session-unknown' });
  });
});
