import type { Role } from './read-role.js';
import type { Deed } from './words/verbs.js';

const harmless: ReadonlySet<Deed> = new Set<Deed>(['read', 'wait', 'cancel', 'erase', 'local']);

/** Whether what is done leaves nothing behind that anybody would bill. */
export function isHarmless({ deed, things }: Role): boolean {
  if (deed === 'local') return !things.includes('machine');
  if (harmless.has(deed)) return true;
  if (deed !== 'record') return false;
  const [first] = things;
  const isEntry = first === 'record' || first === 'setting';
  return isEntry && !things.some((thing) => thing === 'media' || thing === 'machine' || thing === 'agent');
}
