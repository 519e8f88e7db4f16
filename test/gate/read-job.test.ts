import { describe, expect, it } from 'vitest';
import { namedJob, readJob } from '../../src/gate/read-job.js';
import type { JsonObject } from '../../src/model/json.js';
import { profileSchema, type ProfileInput } from '../../src/model/profile.js';
import type { Quote } from '../../src/model/quote.js';

type JobInput = NonNullable<NonNullable<ProfileInput['outcome']>['job']>;

const status: JobInput['status'] = {
  tool: 'job_status',
  argument: 'id',
  state: 'status',
  running: ['queued'],
  succeeded: ['done'],
  failed: ['failed'],
  credits: 'credits',
  billed: 'billed',
};
const quote: Quote = { status: 'exact', amount: 50_000_000, upper: 50_000_000, source: 'book' };

const profileOf = (job: Partial<JobInput>) =>
  profileSchema.parse({ paid: true, outcome: { job: { id: 'job', status, ...job } } });

function read(answer: JsonObject, changes: Partial<JobInput['status']> = {}) {
  const { job } = profileOf({ status: { ...status, ...changes } }).outcome;
  if (job === undefined) throw new Error('the profile has a job');
  return readJob(job.status, quote, answer);
}

describe('the answer of a paid call', () => {
  it('names its job', () => {
    expect(namedJob(profileOf({}), { job: ' j-1 ' })).toBe('j-1');
    expect(namedJob(profileOf({}), { job: 12 })).toBe('12');
  });

  it.each<[string, Partial<JobInput>, JsonObject]>([
    ['it is an error', {}, { job: 'j-1', isError: true }],
    ['it names none', {}, { made: true }],
    ['the name is empty', {}, { job: ' ' }],
    ['the name is a page of text', {}, { job: 'x'.repeat(501) }],
    [
      'it shows that it is a result already',
      { when: { at: 'state', values: ['queued'] } },
      { job: 'j', state: 'done' },
    ],
  ])('is a result where %s', (_, job, answer) => {
    expect(namedJob(profileOf(job), answer)).toBeUndefined();
  });

  it('is a job’s where it shows the sign of one', () => {
    const profile = profileOf({ when: { at: 'state', values: ['queued'] } });
    expect(namedJob(profile, { job: 'j-1', state: 'QUEUED' })).toBe('j-1');
  });

  it('is a result where nobody has said that there are jobs', () => {
    expect(namedJob(profileSchema.parse({ paid: true }), { job: 'j-1' })).toBeUndefined();
  });
});

describe('the answer of a status tool', () => {
  it.each<[string, JsonObject]>([
    ['a state of a running job', { status: 'queued' }],
    ['a state that nobody has named', { status: 'warming up' }],
    ['no state', {}],
    ['a state of a running job in an error', { status: 'queued', isError: true }],
  ])('is no end with %s', (_, answer) => {
    expect(read(answer)).toEqual({ kind: 'running' });
  });

  it('is unclear when it is an error without a state', () => {
    const answer = { isError: true, content: [{ type: 'text', text: 'no such job' }] };
    expect(read(answer)).toEqual({ kind: 'unclear', why: 'no such job' });
    expect(read({ isError: true, status: 'done' }).kind).toBe('unclear');
  });

  it.each<[JsonObject, number, string]>([
    [{ status: 'Done' }, 50_000_000, 'book'],
    [{ status: 'done', credits: 60 }, 60_000_000, 'provider'],
    [{ status: 'done', credits: '60' }, 60_000_000, 'provider'],
    [{ status: 'done', credits: 1 }, 50_000_000, 'book'],
  ])('%j ends it at %i, as the %s says, never below the quote', (answer, amount, costSource) => {
    expect(read(answer)).toMatchObject({ kind: 'ended', read: { outcome: 'succeeded', amount, costSource } });
  });

  it.each<[string, Partial<JobInput['status']>, JsonObject, string]>([
    ['nothing says', {}, {}, 'unknown'],
    ['the profile says billed', { failure: 'billed' }, {}, 'failed-billed'],
    ['the profile says unbilled', { failure: 'unbilled' }, {}, 'unbilled'],
    ['the answer says billed', { failure: 'unbilled' }, { billed: true }, 'failed-billed'],
    ['the answer says not billed', { failure: 'billed' }, { billed: false }, 'unbilled'],
    ['a sign says unbilled', { unbilledWhen: [{ at: 'code', values: ['policy'] }] }, { code: 'policy' }, 'unbilled'],
    [
      'a sign says billed',
      { failure: 'unbilled', billedWhen: [{ at: 'code', values: [9] }] },
      { code: 9 },
      'failed-billed',
    ],
  ])('of a failed job ends it by what is known of its bill: %s', (_, changes, more, outcome) => {
    expect(read({ status: 'failed', ...more }, changes)).toMatchObject({ kind: 'ended', read: { outcome } });
  });

  it('may be words alone: the states are then their beginnings', () => {
    const words = { state: undefined, running: ['Still'], succeeded: ['Success.'], failed: ['Failed: the job'] };
    const saying = (text: string) => read({ content: [{ type: 'text', text }] }, words);
    expect(saying('Still working on j-1').kind).toBe('running');
    expect(saying('Success. Video URL: https://example.com/v.mp4').kind).toBe('ended');
    expect(saying('Failed: the job was stopped')).toMatchObject({ read: { outcome: 'unknown' } });
    expect(saying('Failed: network').kind).toBe('running');
  });
});
