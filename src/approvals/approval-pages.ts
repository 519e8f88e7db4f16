import { setTimeout as delay } from 'node:timers/promises';
import type { Approval } from '../model/approval.js';

/** Where the person decides an approval on a page, and when they have. */
export interface ApprovalPages {
  /** Address of the page, without any secret; undefined while there is no dashboard. */
  readonly addressOf: (approval: string) => string | undefined;
  /** Resolves when an approval is decided, ran out or is gone. */
  readonly decided: (approval: string) => Promise<void>;
}

/** How often an approval is looked at for a client that shows its page, in milliseconds. */
const lookMs = 1000;

/**
 * The dashboard's pages of approvals.
 * @param dashboard where the dashboard is; undefined while there is none. Whatever the address holds beside its origin, a
 * token too, is left out
 */
export function approvalPages(
  dashboard: () => string | undefined,
  look: (approval: string) => Promise<Approval | undefined>,
  everyMs = lookMs,
): ApprovalPages {
  return {
    addressOf: (approval) => {
      const address = dashboard();
      if (address === undefined || !URL.canParse(address)) return undefined;
      const { origin, protocol } = new URL(address);
      const isPage = protocol === 'http:' || protocol === 'https:';
      return isPage ? `${origin}/#/now?request=${encodeURIComponent(approval)}` : undefined;
    },
    decided: async (approval) => {
      while ((await look(approval))?.state === 'pending') await delay(everyMs, undefined, { ref: false });
    },
  };
}
