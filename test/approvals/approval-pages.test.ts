import { describe, expect, it } from 'vitest';
import { approvalPages } from '../../src/approvals/approval-pages.js';
import type { ApprovalState } from '../../src/model/approval.js';
import { approvalOf } from '../fixtures/approval.js';

const unseen = async () => undefined;

describe('the page of an approval', () => {
  it.each([
    ['http://127.0.0.1:4100', 'http://127.0.0.1:4100/#/now?request=a_1'],
    ['http://127.0.0.1:4100/open?token=secret#secret', 'http://127.0.0.1:4100/#/now?request=a_1'],
    ['http://user:secret@127.0.0.1:4100/', 'http://127.0.0.1:4100/#/now?request=a_1'],
    ['file:///etc/passwd', undefined],
    ['no address', undefined],
    [undefined, undefined],
  ])('of a dashboard at %s is %s: nothing secret is passed on', (dashboard, page) => {
    expect(approvalPages(() => dashboard, unseen).addressOf('a_1')).toBe(page);
  });

  it('holds an id as a name and nothing more', () => {
    const pages = approvalPages(() => 'http://127.0.0.1:4100', unseen);
    expect(pages.addressOf('../?x')).toBe('http://127.0.0.1:4100/#/now?request=..%2F%3Fx');
  });

  it.each<[string, readonly (ApprovalState | undefined)[]]>([
    ['decided', ['pending', 'pending', 'denied']],
    ['run out', ['pending', 'expired']],
    ['gone', [undefined]],
  ])('is done with once the approval is %s', async (_, states) => {
    const left = [...states];
    const look = async () => {
      const state = left.shift();
      return state === undefined ? undefined : approvalOf({ state });
    };
    await approvalPages(() => undefined, look, 1).decided('a_1');
    expect(left).toEqual([]);
  });
});
