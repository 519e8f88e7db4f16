/** Words and settings by which somebody says how a text is to be spoken. Source: own lists. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** How it feels to listen. */
export const toneWords = wordsOf(`
  warm cold friendly cheerful cheerfully happy happily sad sadly angry angrily excited excitedly calm calmly serious
  seriously soft softly gentle gently dramatic sarcastic whisper whispers whispering whispered shout shouting laugh laughs
  laughing chuckle sigh sighs crying nervous confident authoritative formal casual conversational intimate upbeat energetic
  enthusiastic monotone soothing tender stern playful mysterious hushed bright dark neutral professional urgent tired
  bored curious proud ironic deadpan emotional emphatic emphasis tone style mood loud quiet pitch`);

/** How fast it goes. */
export const paceWords = wordsOf(`
  slow slowly fast quick quickly rapid rapidly brisk briskly measured pace paced rate speed tempo pause pauses break
  unhurried hurried steady breathless drawn`);

/** Settings of a speech tool by their plain names, and what is given with them. */
export const speechSettings: ReadonlyMap<string, 'voice' | 'tone' | 'pace'> = new Map([
  ...[...wordsOf('voice voiceid voicename voiceuuid speaker speakerid speakername referenceaudio referencevoice')].map(
    (name) => [name, 'voice'] as const,
  ),
  ...[
    ...wordsOf(`style stylepreset emotion emotions tone mood instruction instructions styleinstructions styleprompt
      voiceprompt voicedescription stability similarityboost expressiveness exaggeration styleexaggeration pitch`),
  ].map((name) => [name, 'tone'] as const),
  ...[...wordsOf('speed rate pace speakingrate speechrate tempo')].map((name) => [name, 'pace'] as const),
]);

/** Elements of the speech markup language, and what is given with them. */
export const speechElements: ReadonlyMap<string, 'voice' | 'tone' | 'pace'> = new Map([
  ['voice', 'voice'],
  ['emphasis', 'tone'],
  ['express-as', 'tone'],
  ['effect', 'tone'],
  ['emotion', 'tone'],
  ['break', 'pace'],
]);
