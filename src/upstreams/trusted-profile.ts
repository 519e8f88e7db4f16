import type { Profile } from '../model/profile.js';
import type { Standing } from '../model/tool-pin.js';
import { hangsOnDefinition, type ToolProfile } from './profile-book.js';

/**
 * What a tool may be taken for as its definition stands to its pin. What a person says, or a preset that a person named, does not hang
 * on the definition. What the classifier reads does, and what a recognised preset knows: a tool that asks for other arguments than when it was pinned is not free any
 * more, and one that can cost is wholly paid as soon as anything of it changed.
 */
export function trustedProfile({ profile, source }: ToolProfile, standing: Standing | undefined): Profile {
  if (!hangsOnDefinition(source)) return profile;
  if (standing === 'changed' && !profile.paid) return { ...profile, paid: true };
  const isOther = standing === 'changed' || standing === 'texts';
  return isOther && profile.freeWhen !== undefined ? { ...profile, freeWhen: undefined } : profile;
}
