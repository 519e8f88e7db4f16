import type { Role } from './read-role.js';

/** Whether what is done leaves nothing behind that anybody would bill. */
export function isHarmless({ deed, things, isAlone }: Role): boolean {
  switch (deed) {
    case 'read':
    case 'wait':
      return true;
    case 'cancel':
    case 'erase':
      // "stop motion", "drop shadow": what is taken away must be something that is kept or under way.
      return isAlone || things.length > 0;
    case 'local':
      return !things.includes('machine');
    case 'record':
      return isEntry(things);
    default:
      return false;
  }
}

function isEntry(things: Role['things']): boolean {
  const isKept = things[0] === 'record' || things[0] === 'setting';
  return isKept && !things.some((thing) => thing === 'media' || thing === 'machine' || thing === 'agent');
}
