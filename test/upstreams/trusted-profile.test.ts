import { describe, expect, it } from 'vitest';
import { profileSchema } from '../../src/model/profile.js';
import { acceptedReading, trustedProfile } from '../../src/upstreams/trusted-profile.js';

const free = profileSchema.parse({ paid: false });
const mixed = profileSchema.parse({ paid: true, freeWhen: { argument: 'action', values: ['list'] } });

describe('what a tool may be taken for', () => {
  it('hangs on its definition only where nobody has said what it is', () => {
    expect(trustedProfile({ profile: free, source: 'config' }, 'changed')).toBe(free);
    expect(trustedProfile({ profile: mixed, source: 'preset' }, 'changed')).toBe(mixed);
  });

  it('is paid when it asks for other arguments than it did', () => {
    expect(trustedProfile({ profile: free, source: 'classifier' }, 'changed')).toMatchObject({ paid: true });
  });

  it('is paid when a recognised preset calls it free and it asks for other arguments than it did', () => {
    expect(trustedProfile({ profile: free, source: 'recognised' }, 'changed')).toMatchObject({ paid: true });
    expect(trustedProfile({ profile: free, source: 'recognised' }, 'pinned')).toBe(free);
  });

  it.each(['pinned', 'new', 'texts', 'unread', undefined] as const)('stays free while it stands as %s', (standing) => {
    expect(trustedProfile({ profile: free, source: 'classifier' }, standing)).toBe(free);
  });

  it('has no free calls any more once anything of a tool that can cost changed', () => {
    expect(trustedProfile({ profile: mixed, source: 'classifier' }, 'texts').freeWhen).toBeUndefined();
    expect(trustedProfile({ profile: mixed, source: 'classifier' }, 'changed').freeWhen).toBeUndefined();
    expect(trustedProfile({ profile: mixed, source: 'classifier' }, 'pinned')).toBe(mixed);
  });
});

describe('a reading while the config waits for the person', () => {
  const tool = { server: 'studio', name: 'draw' };
  const moved = {
    kind: 'unread',
    record: '/r',
    why: 'spoilt',
    to: { store: 'sqlite', project: 'p' },
    settings: [],
  } as const;
  const said = { profile: free, source: 'config' } as const;
  const waits = (...loosened: string[]) => ({ loosened });

  it.each([
    ['the tool itself', said, waits('tools.studio.draw')],
    ['its preset', { profile: free, source: 'preset' } as const, waits('tools.studio.*')],
    ['a call of it that costs nothing', { profile: mixed, source: 'config' } as const, waits('tools.studio.draw')],
    ['the ledger', said, { ...waits('data'), moved }],
  ])('is paid at an unknown price where the change freed %s', (_, read, policy) => {
    expect(acceptedReading(read, tool, policy).profile).toEqual(profileSchema.parse({ paid: true }));
  });

  it.each([
    ['nothing waits', said, waits()],
    ['another tool waits', said, waits('tools.studio.other', 'tools.elsewhere.draw', 'mode')],
    ['nothing is known of it yet', said, undefined],
    [
      'the definition says so in another ledger',
      { profile: free, source: 'classifier' } as const,
      { ...waits(), moved },
    ],
    [
      'it is paid anyway',
      { profile: profileSchema.parse({ paid: true }), source: 'config' } as const,
      waits('tools.studio.draw'),
    ],
  ])('is what it was where %s', (_, read, policy) => {
    expect(acceptedReading(read, tool, policy)).toBe(read);
  });
});
