import type { Policy } from '../model/policy.js';
import { profileSchema, type Profile } from '../model/profile.js';
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

const unknown = profileSchema.parse({ paid: true });

/**
 * What a tool may be taken for while its config waits for the person: one that the waiting change made free, wholly or for some
 * arguments, is paid at an unknown price. Otherwise the change would let through the very calls that it has to be accepted for.
 * A waiting change of a server's preset concerns all of its tools. In a ledger that is not known nobody can say what was accepted:
 * there it is every tool that the config itself calls free.
 * @param policy the one that holds; undefined while it is not known
 */
export function acceptedReading(
  read: ToolProfile,
  { server, name }: { readonly server: string; readonly name: string },
  policy: Pick<Policy, 'loosened' | 'moved'> | undefined,
): ToolProfile {
  if (policy === undefined) return read;
  const { loosened, moved } = policy;
  const isFromConfig = read.source === 'config';
  const waits =
    loosened.includes(`tools.${server}.*`) ||
    (isFromConfig && (moved !== undefined || loosened.includes(`tools.${server}.${name}`)));
  const mayCostNothing = !read.profile.paid || read.profile.freeWhen !== undefined;
  return waits && mayCostNothing ? { ...read, profile: unknown } : read;
}
