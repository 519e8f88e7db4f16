import type { ChangeType } from '../change.js';

/** Names of settings and units of measure, by what a change of them is about. Source: own lists. */
const tableOf = (lists: Readonly<Partial<Record<ChangeType, string>>>): ReadonlyMap<string, ChangeType> =>
  new Map(
    (Object.keys(lists) as ChangeType[]).flatMap((type) =>
      (lists[type] ?? '')
        .trim()
        .split(/\s+/)
        .map((name) => [name, type] as const),
    ),
  );

/** Settings by their plain names (small letters and digits only); those that are not here are a `parameter`. */
export const settingTypes = tableOf({
  duration: 'duration length numframes frames videolength audiolength musiclengthms',
  'reference-image': `reference image imageurl imageurls images inputimage inputimages initimage startimage endimage
    firstframe lastframe firstframeimage lastframeimage referenceimage referenceimages sref cref oref iw mask maskurl`,
  voice: 'voice voiceid voicename speaker speakerid accent stability similarityboost speed emotion',
  lyrics: 'lyrics lyric',
  style: 'style stylepreset styleid styletype',
  camera: 'camera cameramotion cameramovement motion fps framerate',
  sound: 'audio generateaudio withaudio sound bpm tempo key',
});

/** Units by their names as words: they say what the number before them counts. */
export const unitTypes = tableOf({
  duration: 'second seconds sec secs minute minutes min',
  camera: 'mm fps',
  sound: 'bpm hz khz db',
});
