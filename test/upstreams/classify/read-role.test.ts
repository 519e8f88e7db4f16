import { describe, expect, it } from 'vitest';
import { roleOfName, roleOfSentence } from '../../../src/upstreams/classify/read-role.js';

describe('what a name says is done', () => {
  it.each([
    ['list models', 'read'],
    ['voice clone', 'make'],
    ['get plan', 'read'],
    ['text to speech', 'make'],
    ['retrieve text to 3d task', 'read'],
    ['remove background', 'make'],
    ['background remove', 'make'],
    ['remove notebook', 'erase'],
    ['delete text to image task', 'erase'],
    ['stream job', 'wait'],
    ['stream speech', 'make'],
    ['track object in video', 'make'],
    ['describe image', 'think'],
    ['describe tool', 'read'],
    ['search web', 'think'],
    ['search voices', 'read'],
    ['edit folder', 'local'],
    ['edit photo', 'make'],
    ['sync audio', 'make'],
    ['upload audio', 'local'],
    ['create song plan', 'plan'],
    ['endpoint health', 'read'],
  ])('"%s": %s', (name, deed) => {
    expect(roleOfName(name.split(' '))?.deed).toBe(deed);
  });

  it.each(['aurora 7 pro', 'queue', ''])('"%s" says nothing', (name) => {
    expect(roleOfName(name.split(' '))).toBeUndefined();
  });
});

it.each([
  ['lists all voices of the account', 'read', 'list'],
  ['quickly generates an image', 'make', 'generate'],
  ['renames a cluster', 'local', 'rename'],
])('"%s": %s', (sentence, deed, verb) => {
  expect(roleOfSentence(sentence)).toMatchObject({ deed, verb });
});

it('finds no verb late in a sentence', () => {
  expect(roleOfSentence('the one and only way to generate')).toBeUndefined();
});
