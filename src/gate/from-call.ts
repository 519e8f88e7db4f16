import { argumentAt, withArgument } from '../model/argument-path.js';
import type { JobMap } from '../model/job-map.js';
import type { JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';

type Asked = Pick<JobMap['status'], 'arguments' | 'fromCall'>;

/**
 * A tool's profile for the job of one call: what its status and result tools want of the paid call's own arguments
 * (`fromCall`) stands among what they have to be given.
 */
export function profileForJob(profile: Profile, given: JsonObject): Profile {
  const { job } = profile.outcome;
  if (job === undefined) return profile;
  const { result, ...status } = job.status;
  const told = { ...filled(status, given), ...(result && { result: filled(result, given) }) };
  return { ...profile, outcome: { ...profile.outcome, job: { ...job, status: told } } };
}

/** An argument that the call did not have is left out. */
function filled<Tool extends Asked>(tool: Tool, given: JsonObject): Tool {
  let args: JsonObject = tool.arguments;
  for (const [own, path] of Object.entries(tool.fromCall ?? {})) {
    const value = argumentAt(given, path);
    if (value !== undefined) args = withArgument(args, own, value);
  }
  return { ...tool, arguments: args };
}
