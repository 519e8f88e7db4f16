/**
 * Words that ask for "better" without saying what: they change nothing that could be seen.
 * Source: own list, from the habits of prompt writers; no data set was copied.
 */

/** Phrases that are decoration wherever they stand, written as words with single spaces. */
export const boosterPhrases: readonly string[] = `
masterpiece|a masterpiece|best quality|high quality|highest quality|top quality|good quality|premium quality
studio quality|high quality audio|high quality sound|professional quality|award winning|award winner|prize winning
stunning|breathtaking|jaw dropping|mind blowing|trending on artstation|artstation trending|trending artstation
trending on artstation hq|artstation hq|featured on artstation|trending on deviantart|trending on pixiv
trending on cgsociety|highly detailed|high detail|high details|ultra detailed|ultra detail|super detailed
hyper detailed|hyperdetailed|extremely detailed|insanely detailed|incredibly detailed|intricately detailed
finely detailed|very detailed|most detailed|richly detailed|detailed|fine details|fine detail|intricate details
intricate detail|sharp focus|tack sharp|ultra sharp|super sharp|razor sharp|high definition|ultra high definition
hdr|full hd|ultra hd|ultra high resolution|high resolution|high res|highres|hi res|absurdres|ultra hq|hq|hd|uhd|4 k|4 k resolution
4 k uhd|4 k hd|hd 4 k|8 k|8 k resolution|8 k uhd|8 k hd|16 k|32 k|1080 p|48 khz|best composition|perfect composition
clean recording|professionally mastered|professionally recorded|alta calidad|mejor calidad|muy detallado
muy detallada|alta qualidade|melhor qualidade|muito detalhado|alta qualita|molto dettagliato|haute qualite
haute resolution|tres detaille|tres detaillee|hohe qualitat|beste qualitat|hochste qualitat|sehr detailliert
hochauflosend|высокое качество|лучшее качество|высокая детализация|шедевр|杰作|傑作|高清|超高清|最佳 质量|最高 质量|高 质量|高质量|高品质
最高 品質|最高品質|高 画質|高画質|고화질|최고 품질|고품질`
  .trim()
  .split(/[|\n]/);

/** Words that are decoration only in a clause that holds nothing but decoration ("…, intricate, beautiful"). */
export const clauseBoosters: readonly string[] = [
  'artstation',
  'deviantart',
  'cgsociety',
  'pixiv',
  'intricate',
  'beautiful',
  'gorgeous',
  'amazing',
  'incredible',
  'wonderful',
  'perfect',
  'flawless',
  'excellent',
  'impressive',
  'quality',
  'crisp',
  'sharp',
  'smooth',
  'ultra',
  'super',
  'best',
  'better',
  'highly',
  'detail',
  'details',
];

/** Words that only turn the volume up: dropped wherever they stand. */
export const intensifiers: readonly string[] = [
  'very',
  'extremely',
  'incredibly',
  'insanely',
  'really',
  'truly',
  'quite',
  'absolutely',
  'totally',
  'sehr',
  '非常',
];

/** Every single word of the boosters: a slip of the pen in one of them is no other word. */
export const boosterWords: ReadonlySet<string> = new Set([
  ...boosterPhrases.flatMap((phrase) => phrase.split(' ')),
  ...clauseBoosters,
  ...intensifiers,
]);
