import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dashboardAddress, forgetAddress, noteAddress } from '../../../src/cli/dashboard/address.js';

let place = { data: '', project: 'poster' };
beforeEach(() => {
  place = { data: join(mkdtempSync(join(tmpdir(), 'greenlight-address-')), 'data'), project: 'poster' };
});
afterEach(() => rmSync(join(place.data, '..'), { recursive: true, force: true }));

const url = 'http://127.0.0.1:4000/';
const noteFile = (): string => join(place.data, 'dashboard-poster.json');

describe('where the dashboard answers', () => {
  it('is noted for the user alone, by project, without anything else, until it ends', () => {
    expect(dashboardAddress(place)).toBeUndefined();
    noteAddress(place, url);
    expect(dashboardAddress(place)).toBe(url);
    expect(dashboardAddress({ ...place, project: 'other' })).toBeUndefined();
    expect(JSON.parse(readFileSync(noteFile(), 'utf8'))).toEqual({ url, pid: process.pid });
    expect(statSync(noteFile()).mode & 0o077).toBe(0);
    forgetAddress(place);
    expect(dashboardAddress(place)).toBeUndefined();
  });

  it('is not that of a process that is gone, nor is a living one’s note taken away by another', () => {
    noteAddress(place, url);
    writeFileSync(noteFile(), JSON.stringify({ url, pid: 2 ** 22 + 1 }));
    expect(dashboardAddress(place)).toBeUndefined();
    writeFileSync(noteFile(), JSON.stringify({ url, pid: process.ppid }));
    forgetAddress(place);
    expect(dashboardAddress(place)).toBe(url);
  });

  it.each([
    '',
    '{',
    'null',
    '{"pid":1}',
    '{"url":"https://evil.example/","pid":1}',
    '{"url":"http://127.0.0.1:1/?token=x","pid":1}',
  ])('is not read from %j', (text) => {
    noteAddress(place, url);
    writeFileSync(noteFile(), text);
    expect(dashboardAddress(place)).toBeUndefined();
  });
});
