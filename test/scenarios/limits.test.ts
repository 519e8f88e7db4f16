import { afterEach, describe, expect, it } from 'vitest';
import { promptOf } from './harness.js';
import { ChangingBench } from './parts/changing.js';

let bench: ChangingBench;

afterEach(() => bench.close());

const paint = (number: number, more: object = {}): object => ({ prompt: promptOf(number), ...more });

describe('an upstream that answers as none should', () => {
  it('with more than it may: the take is in doubt and says so at once, and everything goes on', async () => {
    bench = await ChangingBench.open({ limits: { answerMegabytes: 20 } });
    const gateway = await bench.start();
    const huge = await gateway.call('up_make_picture', paint(1, { way: 'huge', megabytes: 100 }));
    expect(huge.text).toMatch(/^IN DOUBT t_\w+ .*answered with more than 20 MB/);
    expect(huge.data).toMatchObject({ state: 'in_doubt' });
    expect((await gateway.call('up_make_picture', paint(2))).isError).toBe(false);
    expect((await gateway.call('other_make_picture', paint(3))).isError).toBe(false);
    expect(bench.calls()).toHaveLength(2);
    expect((await bench.greenlight('status')).out).toMatch(/in doubt +1 takes/);
  });

  it('with 100,000 levels: the take is in doubt, and nothing overflows', async () => {
    bench = await ChangingBench.open();
    const gateway = await bench.start();
    const deep = await gateway.call('up_make_picture', paint(1, { way: 'deep' }));
    expect(deep.text).toMatch(/^IN DOUBT t_\w+ .*more than 200 levels of nesting/);
    expect((await gateway.call('up_make_picture', paint(2))).isError).toBe(false);
    expect(gateway.isAlive).toBe(true);
  });

  it('drop by drop: the wait ends, and the take is in doubt', async () => {
    bench = await ChangingBench.open({ limits: { seconds: 1 } });
    const gateway = await bench.start();
    const drip = await gateway.call('up_make_picture', paint(1, { way: 'drip' }));
    expect(drip.text).toMatch(/^IN DOUBT t_\w+ .*gave no answer in time/);
    expect((await gateway.call('other_make_picture', paint(2))).isError).toBe(false);
  });

  it('not at all, again and again: its paid calls are refused before money is held, until it has rested', async () => {
    bench = await ChangingBench.open();
    const first = await bench.start();
    expect((await first.call('up_make_picture', paint(1))).isError).toBe(false);
    await first.close();
    await bench.leave('die');
    const gateway = await bench.start();
    const answers: string[] = [];
    for (let number = 2; number <= 8; number += 1) {
      answers.push((await gateway.call('up_make_picture', paint(number * 11))).text);
    }
    expect(answers[0]).toMatch(/^NOT SENT t_\w+ · nothing was spent/);
    expect(answers[6]).toMatch(/^REFUSED server-resting · nothing was spent\. up failed .* try again in \d+ s/);
    expect((await gateway.call('other_make_picture', paint(99))).isError).toBe(false);
    const status = JSON.parse((await bench.greenlight('status', '--json')).out) as {
      resting: { server: string }[];
      budgets: { held: number; spent: number }[];
    };
    expect(status.resting).toMatchObject([{ server: 'up' }]);
    expect(status.budgets.every(({ held }) => held === 0)).toBe(true);
    expect((await bench.greenlight('status')).out).toMatch(/resting +up \(\d+ s: .*could not be started/);
    expect(bench.calls()).toEqual(['make_picture']);
  });

  it('slowly: paid calls wait for their turn in order, and no more go out at once than allowed', async () => {
    bench = await ChangingBench.open({ limits: { concurrent: 2 } });
    const gateway = await bench.start();
    expect((await gateway.call('up_list_models')).isError).toBe(false);
    const slow = [1, 2].map((number) => gateway.call('up_make_picture', paint(number * 11, { way: 'slow' })));
    const waiting = gateway.call('up_make_picture', paint(33));
    await expect.poll(() => bench.calls().length).toBe(3);
    // Free calls do not wait behind paid ones.
    expect((await gateway.call('up_list_models')).isError).toBe(false);
    expect(bench.calls()).toEqual(['list_models', 'make_picture', 'make_picture', 'list_models']);
    await bench.leave('go');
    for (const answer of await Promise.all([...slow, waiting])) expect(answer.isError).toBe(false);
    expect(bench.calls()).toHaveLength(5);
  });
});
