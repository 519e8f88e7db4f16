import type { Role } from './read-role.js';
import type { ToolKind } from './words/kinds.js';

const many = new Set(['list', 'search', 'find', 'browse', 'discover', 'enumerate']);
const showing = new Set(['view', 'show', 'display']);

/** The kind of a tool whose name says that it generates nothing. */
export function harmlessKind(role: Role): ToolKind {
  switch (role.deed) {
    case 'erase':
      return role.things.includes('setting') ? 'utility' : 'delete';
    case 'cancel':
      return 'cancel';
    case 'wait':
      return role.things.includes('record') ? 'list' : 'status';
    case 'plan':
      return 'plan';
    case 'read':
      return many.has(role.verb) ? kindOfList(role) : kindOfLook(role);
    default:
      return 'utility';
  }
}

function kindOfList({ things }: Role): ToolKind {
  return things.includes('account') && things[0] !== 'record' ? 'account' : 'list';
}

function kindOfLook({ verb, things }: Role): ToolKind {
  if (things.includes('setting')) return 'utility';
  if (things.includes('account')) return 'account';
  if (things.includes('state') || things.includes('job')) return 'status';
  return showing.has(verb) && things.includes('media') ? 'utility' : 'list';
}
