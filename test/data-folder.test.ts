import { describe, expect, it } from 'vitest';
import { dataFolder } from '../src/data-folder.js';

describe('the data folder', () => {
  it('is the one that the config names, else the user’s own', () => {
    expect(dataFolder({ data: '/somewhere' })).toBe('/somewhere');
    expect(dataFolder({}, { XDG_DATA_HOME: '/home/ada/data', LOCALAPPDATA: 'C:\\ada' })).toMatch(/greenlight$/);
  });
});
