import { describe, expect, it } from 'vitest';
import { profileForJob } from '../../src/gate/from-call.js';
import { profileSchema, type Profile } from '../../src/model/profile.js';

function profile(more: object): Profile {
  const status = { tool: 'check', argument: 'id', arguments: { verbose: true }, succeeded: ['done'], ...more };
  return profileSchema.parse({ paid: true, outcome: { job: { id: 'job', status } } });
}

const statusOf = (more: object, given: Record<string, unknown>) =>
  profileForJob(profile(more), given).outcome.job?.status;

describe('the profile for the job of one call', () => {
  it('gives the status tool what the call was given, beside what it always wants', () => {
    const fromCall = { endpoint_id: 'endpoint_id', 'query.seed': 'input.seed' };
    const given = { endpoint_id: 'acme/fox', input: { seed: 7, prompt: 'a fox' } };
    expect(statusOf({ fromCall }, given)?.arguments).toEqual({
      verbose: true,
      endpoint_id: 'acme/fox',
      query: { seed: 7 },
    });
  });

  it('gives it to the tool that hands out the outputs, where that wants it', () => {
    const result = { tool: 'fetch', argument: 'id', fromCall: { of: 'endpoint_id' } };
    const status = statusOf({ result }, { endpoint_id: 'acme/fox' });
    expect([status?.arguments, status?.result?.arguments]).toEqual([{ verbose: true }, { of: 'acme/fox' }]);
  });

  it('leaves out what the call did not have', () => {
    expect(statusOf({ fromCall: { endpoint_id: 'endpoint_id' } }, {})?.arguments).toEqual({ verbose: true });
  });

  it('is the profile itself where no job is followed', () => {
    const plain = profileSchema.parse({ paid: true });
    expect(profileForJob(plain, { endpoint_id: 'acme/fox' })).toBe(plain);
  });

  it('leaves the profile of the tool as it is', () => {
    const own = profile({ fromCall: { endpoint_id: 'endpoint_id' } });
    profileForJob(own, { endpoint_id: 'acme/fox' });
    expect(own.outcome.job?.status.arguments).toEqual({ verbose: true });
  });
});
