import type { Store } from '../../gate/store-port.js';
import type { Texts } from '../../gate/texts-port.js';
import type { Settings } from '../read-settings.js';

/** What the dashboard's ports are made from. */
export interface DashboardRoom {
  readonly store: Store;
  readonly texts: Texts;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly project: string;
  /** The config as it is at this moment: a person may have changed the file. */
  readonly settings: () => Settings;
}
