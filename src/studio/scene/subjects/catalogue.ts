import type { Place, SubjectName } from '../words.js';
import * as buildings from './buildings.js';
import * as creatures from './creatures.js';
import * as plants from './plants.js';
import * as things from './things.js';
import type { Drawing } from './tone.js';
import * as vehicles from './vehicles.js';

/** How a subject is drawn and placed. */
export interface SubjectEntry {
  draw: Drawing;
  /** Height outdoors as a share of the picture's shorter side. */
  share: number;
  /** Its own colours, one of which is taken by seed when the prompt names none. */
  colours: [string, ...string[]];
  /** Half its width at 100 units of height, to keep it inside the frame. */
  reach: number;
  /** Where it stands: on the ground, on water (if there is any) or in the air. */
  stands: 'ground' | 'water' | 'air';
}

const BRIGHT: [string, ...string[]] = ['#d9483f', '#2f7fb5', '#e0a12f', '#3f9a72', '#8059ad'];

/** Every subject. */
export const SUBJECT_ENTRIES: Record<SubjectName, SubjectEntry> = {
  lighthouse: {
    draw: buildings.lighthouse,
    share: 0.62,
    colours: ['#d2423b', '#c7443c', '#2f6a9c'],
    reach: 40,
    stands: 'ground',
  },
  house: {
    draw: buildings.house,
    share: 0.34,
    colours: ['#e9d9bd', '#d98f6a', '#9fb8b0', '#f0ede4'],
    reach: 52,
    stands: 'ground',
  },
  castle: {
    draw: buildings.castle,
    share: 0.5,
    colours: ['#7a4f86', '#3f6798', '#a8483f'],
    reach: 56,
    stands: 'ground',
  },
  tower: {
    draw: buildings.tower,
    share: 0.46,
    colours: ['#e8dcc6', '#c9806a', '#b8c3c9'],
    reach: 46,
    stands: 'ground',
  },
  tent: { draw: buildings.tent, share: 0.26, colours: ['#e28a3c', '#3f9a8a', '#d9564c'], reach: 95, stands: 'ground' },
  boat: { draw: vehicles.boat, share: 0.32, colours: BRIGHT, reach: 58, stands: 'water' },
  car: { draw: vehicles.car, share: 0.22, colours: BRIGHT, reach: 104, stands: 'ground' },
  bicycle: { draw: vehicles.bicycle, share: 0.28, colours: BRIGHT, reach: 74, stands: 'ground' },
  balloon: { draw: vehicles.balloon, share: 0.36, colours: BRIGHT, reach: 46, stands: 'air' },
  train: {
    draw: vehicles.train,
    share: 0.19,
    colours: ['#b8403a', '#2f6a5a', '#2f4f7f'],
    reach: 190,
    stands: 'ground',
  },
  rocket: { draw: vehicles.rocket, share: 0.46, colours: BRIGHT, reach: 30, stands: 'air' },
  cat: {
    draw: creatures.cat,
    share: 0.36,
    colours: ['#e39a4f', '#55545f', '#b9a08a', '#34323c'],
    reach: 52,
    stands: 'ground',
  },
  dog: { draw: creatures.dog, share: 0.36, colours: ['#c98f55', '#8a5f43', '#e0d0b4'], reach: 50, stands: 'ground' },
  bird: {
    draw: creatures.bird,
    share: 0.28,
    colours: ['#4f93c4', '#d8624d', '#6aa36a', '#e3b23f'],
    reach: 54,
    stands: 'ground',
  },
  person: {
    draw: creatures.person,
    share: 0.44,
    colours: ['#c8463f', '#35618f', '#d9a03c', '#4f8a6a'],
    reach: 26,
    stands: 'ground',
  },
  robot: {
    draw: creatures.robot,
    share: 0.42,
    colours: ['#e0803a', '#4f8fc0', '#e6c24a', '#6fb08f'],
    reach: 42,
    stands: 'ground',
  },
  tree: {
    draw: plants.tree,
    share: 0.46,
    colours: ['#4f9357', '#6f9f45', '#d98a4a', '#e79ab0'],
    reach: 44,
    stands: 'ground',
  },
  flower: {
    draw: plants.flower,
    share: 0.36,
    colours: ['#e0607f', '#d9483f', '#9a6bc0', '#f0a04a'],
    reach: 42,
    stands: 'ground',
  },
  bottle: {
    draw: things.bottle,
    share: 0.34,
    colours: ['#3f8f83', '#b5653a', '#4a72b0', '#8a4a6a'],
    reach: 30,
    stands: 'ground',
  },
  cup: {
    draw: things.cup,
    share: 0.24,
    colours: ['#d96b4f', '#3f7f9a', '#e8c46a', '#7a9a72'],
    reach: 66,
    stands: 'ground',
  },
  shoe: { draw: things.shoe, share: 0.2, colours: BRIGHT, reach: 90, stands: 'ground' },
  lamp: { draw: things.lamp, share: 0.34, colours: ['#e3a45a', '#5f8f8a', '#c9605a'], reach: 40, stands: 'ground' },
  book: { draw: things.book, share: 0.22, colours: BRIGHT, reach: 74, stands: 'ground' },
  gift: { draw: things.gift, share: 0.26, colours: BRIGHT, reach: 54, stands: 'ground' },
};

/** How much larger subjects are drawn in a place than outdoors. */
export function placeScale(place: Place): number {
  return place === 'studio' ? 1.42 : place === 'interior' ? 1.05 : 1;
}
