import type { Take } from '../model/take.js';
import type { Report } from '../gate/flow/report.js';
import type { Entry } from '../gate/store-port.js';
import type { DashboardPorts } from './ports.js';

/**
 * What was read of a project, kept until the store's stamp says that it moved on: ten thousand takes are read once, not for
 * every page of them that is scrolled to.
 */
export class Picture {
  private stamp = '';
  private kept = new Map<string, Promise<unknown>>();

  constructor(private readonly ports: Pick<DashboardPorts, 'store' | 'project' | 'report'>) {}

  /** Every take, newest first. */
  takes(): Promise<readonly Take[]> {
    const { store, project } = this.ports;
    return this.once('takes', () => store.takes({ project, limit: Number.MAX_SAFE_INTEGER }));
  }

  /** The ledger, oldest first. */
  entries(): Promise<readonly Entry[]> {
    return this.once('entries', () => this.ports.store.entries(this.ports.project));
  }

  report(): Promise<Report> {
    return this.once('report', () => this.ports.report());
  }

  /** What was made of what was read, as long as it stands. */
  async once<T>(name: string, read: () => Promise<T>): Promise<T> {
    const stamp = await this.ports.store.stamp(this.ports.project);
    if (stamp !== this.stamp) {
      this.stamp = stamp;
      this.kept = new Map();
    }
    const known = this.kept.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const reading = read();
    this.kept.set(name, reading);
    // What could not be read is read again.
    reading.catch(() => this.kept.delete(name));
    return reading;
  }
}
