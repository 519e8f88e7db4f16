import { describe, expect, it } from 'vitest';
import { changeTypes } from '../../../src/prompt/change.js';
import { settingTypes, unitTypes } from '../../../src/prompt/words/settings.js';

describe.each([
  ['settings', settingTypes],
  ['units', unitTypes],
])('%s', (_, table) => {
  it('are named in small letters and digits, and are about something that a change can be about', () => {
    for (const [name, type] of table) {
      expect(name).toMatch(/^[a-z0-9]+$/);
      expect(changeTypes).toContain(type);
    }
  });
});
