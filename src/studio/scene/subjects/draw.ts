import { fixed, group, path } from '../shapes.js';
import { floorOf } from '../rooms.js';
import type { ReadSubject, Region } from '../reading.js';
import type { Stage } from '../stage.js';
import { swing } from '../stage.js';
import { SUBJECT_ENTRIES, placeScale } from './catalogue.js';
import type { SubjectEntry } from './catalogue.js';
import { toneOf } from './tone.js';

const SLOTS = [0.5, 0.24, 0.78, 0.62];

/** Share of the width where a region's subject stands. */
const REGION_X: Record<Region, number> = { left: 0.2, right: 0.8, top: 0.5, bottom: 0.5, centre: 0.5 };

function footOf(stage: Stage, entry: SubjectEntry, subject: ReadSubject, rank: number): number {
  const { height, horizon } = stage;
  const { place } = stage.reading;
  if (entry.stands === 'air' || subject.region === 'top') {
    return horizon * (place === 'studio' ? 1.06 : 0.78) - rank * 20;
  }
  if (place === 'studio') return floorOf(stage) + 66;
  if (place === 'interior') return height * 0.915;
  if (place === 'sea') return entry.stands === 'water' ? horizon + (height - horizon) * 0.46 : height * 0.895;
  if (place === 'city') return height * (0.885 + 0.045 * (rank % 2));
  return height * (0.86 + 0.03 * (rank % 2));
}

/** Where across the width a subject stands, 0..1. */
function slotOf(stage: Stage, subject: ReadSubject): number {
  if (subject.region !== undefined) return REGION_X[subject.region];
  const { place, arrangedFor, subjects } = stage.reading;
  const random = stage.random(`slot ${subject.name}`);
  if (subject.slot === undefined) return freeSide(stage, subjects) + random.between(-0.05, 0.05);
  if (arrangedFor === 1 && (place === 'studio' || place === 'interior')) return 0.5;
  if (arrangedFor === 1) return random.next() < 0.5 ? random.between(0.3, 0.42) : random.between(0.58, 0.7);
  return (SLOTS[subject.slot] ?? 0.5) + random.between(-0.05, 0.05);
}

/** The side with more room beside what already stands there. */
function freeSide(stage: Stage, subjects: readonly ReadSubject[]): number {
  const standing = subjects.find((subject) => subject.slot !== undefined);
  return standing !== undefined && slotOf(stage, standing) > 0.5 ? 0.22 : 0.78;
}

function drawSubject(stage: Stage, subject: ReadSubject, rank: number): string {
  const entry = SUBJECT_ENTRIES[subject.name];
  const random = stage.random(`subject ${subject.name}`);
  const ownColour = random.pick(entry.colours);
  const crowded = stage.reading.arrangedFor > 1 ? 0.86 : 1;
  const tall = 1000 * entry.share * placeScale(stage.reading.place) * crowded * random.between(0.94, 1.06);
  const half = (entry.reach * tall) / 100;
  const fitted = tall * Math.min(1, (stage.width * 0.42) / half);
  const scale = fitted / 100;
  const reach = entry.reach * scale;
  const wanted = stage.width * slotOf(stage, subject);
  const x = Math.min(stage.width - reach - 24, Math.max(reach + 24, wanted));
  const y = footOf(stage, entry, subject, rank);
  const tone = toneOf(stage, subject.colour ?? ownColour, swing(stage, 1, rank / 3));
  const flip = subject.region === 'right' ? -1 : 1;
  const outline = stage.reading.style === 'lineart' || stage.reading.style === 'neon';
  const place = `translate(${fixed(x)} ${fixed(y)}) scale(${(flip * scale).toFixed(3)} ${scale.toFixed(3)})`;
  return group(
    entry.draw(tone),
    outline ? { transform: place, 'stroke-width': (3 / scale).toFixed(2) } : { transform: place },
  );
}

/** Draws the subjects of a scene, the smaller ones in front. */
export function drawSubjects(stage: Stage): string {
  return stage.reading.subjects
    .map((subject, rank) => ({ subject, rank, share: SUBJECT_ENTRIES[subject.name].share }))
    .sort((one, other) => other.share - one.share)
    .map(({ subject, rank }) => drawSubject(stage, subject, rank))
    .join('');
}

/** A bright mark for an edit whose words name nothing the renderer can draw: the picture must still change. */
export function drawSparkle(stage: Stage, region: Region | undefined, part: string): string {
  const random = stage.random(part);
  const left = region === 'left' ? 0.05 : region === 'right' ? 0.6 : 0.2;
  const top = region === 'top' ? 0.06 : region === 'bottom' ? 0.6 : 0.25;
  let stars = '';
  for (let index = 0; index < 9; index += 1) {
    const x = stage.width * (left + (region === 'left' || region === 'right' ? 0.35 : 0.6) * random.next());
    const y = stage.height * (top + 0.34 * random.next());
    const size = random.between(14, 46);
    const thin = size * 0.16;
    stars += `M${fixed(x)} ${fixed(y - size)}L${fixed(x + thin)} ${fixed(y - thin)}L${fixed(x + size)} ${fixed(y)}L${fixed(x + thin)} ${fixed(y + thin)}`;
    stars += `L${fixed(x)} ${fixed(y + size)}L${fixed(x - thin)} ${fixed(y + thin)}L${fixed(x - size)} ${fixed(y)}L${fixed(x - thin)} ${fixed(y - thin)}Z`;
  }
  return path(stars, random.pick(['#fff3c4', '#ffd0e4', '#c9f2ff']), { opacity: 0.85, stroke: 'none' });
}
