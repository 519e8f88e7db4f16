import { describe, expect, it } from 'vitest';
import { profileSchema } from '../../src/model/profile.js';
import { trustedProfile } from '../../src/upstreams/trusted-profile.js';

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
