import { expect, it } from 'vitest';
import { linkTo, outputFolder, outputPath } from '../../src/upstreams/output-place.js';
import { takeOf } from '../fixtures/takes.js';

const asset = { id: 'abcdef0123456789', mimeType: 'video/mp4', size: 1 };

it('an output lies in its shot’s folder, named by phase, take and content', () => {
  const path = outputPath('/out', takeOf(), asset);
  expect(path).toBe('/out/poster/fox/explore-t_1-abcdef012345.mp4');
  expect(path.startsWith(outputFolder('/out', takeOf()))).toBe(true);
  expect(linkTo({ ...asset, path, bytes: 1 })).toEqual({
    ...{ type: 'resource_link', uri: `file://${path}`, mimeType: 'video/mp4', size: 1 },
    name: 'explore-t_1-abcdef012345.mp4',
  });
});

it('no name of a shot or project leads out of the folder', () => {
  const take = takeOf({ project: '..', shot: '../../etc/passwd' });
  expect(outputPath('/out', take, asset)).toBe('/out/_/__.._etc_passwd/explore-t_1-abcdef012345.mp4');
});
