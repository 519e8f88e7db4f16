/**
 * Words that ask for "better" without saying what: they change nothing that could be seen.
 * Source: own list, from the habits of prompt writers; no data set was copied.
 */

/** Phrases that are decoration wherever they stand, written as words with single spaces. */
export const boosterPhrases: readonly string[] = `
masterpiece|a masterpiece|best quality|high quality|highest quality|top quality|good quality|premium quality|studio quality|high quality audio
high quality sound|professional quality|award winning|award winner|prize winning|stunning|breathtaking|jaw dropping|mind blowing
trending on artstation|artstation trending|trending artstation|trending on artstation hq|artstation hq|featured on artstation|trending on deviantart
trending on pixiv|trending on cgsociety|highly detailed|high detail|high details|ultra detailed|ultra detail|super detailed|hyper detailed
hyperdetailed|extremely detailed|insanely detailed|incredibly detailed|intricately detailed|finely detailed|very detailed|most detailed
richly detailed|detailed|fine details|fine detail|intricate details|intricate detail|sharp focus|tack sharp|ultra sharp|super sharp|razor sharp
high definition|ultra high definition|hdr|full hd|ultra hd|ultra high resolution|high resolution|high res|highres|hi res|absurdres|ultra hq|hq|hd|uhd
4 k|4 k resolution|4 k uhd|4 k hd|hd 4 k|8 k|8 k resolution|8 k uhd|8 k hd|16 k|32 k|1080 p|48 khz|best composition|perfect composition
clean recording|professionally mastered|professionally recorded|alta calidad|mejor calidad|muy detallado|muy detallada|alta qualidade|melhor qualidade
muito detalhado|alta qualita|molto dettagliato|haute qualite|haute resolution|tres detaille|tres detaillee|hohe qualitat|beste qualitat
hochste qualitat|sehr detailliert|hochauflosend|высокое качество|лучшее качество|высокая детализация|шедевр|杰作|傑作|高清|超高清|最佳 质量|最高 质量|高 质量|高质量|高品质
最高 品質|最高品質|高 画質|高画質|고화질|최고 품질|고품질|highest resolution|top notch quality|top notch|superb quality|superior quality|excellent quality|exceptional quality
outstanding quality|amazing quality|great quality|incredible quality|perfect quality|super high quality|ultra high quality|ultra quality|super quality
max quality|maximum quality|finest quality|better quality|higher quality|improved quality|broadcast quality|cinema quality|production quality
wallpaper quality|4 k quality|8 k quality|hd quality|uhd quality|hdr quality|museum quality|gallery quality|ultra resolution|ultra high res
super resolution|super high resolution|very high resolution|maximum resolution|high def|qhd|fhd|wqhd|2 k|2 k resolution|5 k|5 k resolution|6 k|10 k
12 k|16 k resolution|32 k resolution|64 k|100 mp|100 megapixels|720 p|1440 p|2160 p|8 k hdr|4 k hdr|8 k ultra hd|4 k ultra hd|8 k wallpaper
4 k wallpaper|8 k photo quality|ultra hdr|exquisite detail|exquisite details|exquisitely detailed|meticulously detailed|meticulous detail
meticulous details|elaborately detailed|beautifully detailed|amazingly detailed|wonderfully detailed|stunningly detailed|perfectly detailed
painstakingly detailed|deeply detailed|immensely detailed|extraordinarily detailed|exceptionally detailed|unbelievably detailed|ridiculously detailed
crazy detailed|crazy detail|crazy details|super intricate|highly intricate|very intricate|ultra intricate|extremely intricate|rich detail|rich details
rich in detail|vivid details|crisp details|crisp detail|sharp details|sharp detail|clear details|hyper detail|hyper details|super detail|super details
maximum detail|max detail|extreme detail|extreme details|fully detailed|lots of detail|lots of details|great detail|great details|incredible detail
incredible details|insane detail|insane details|amazing detail|amazing details|perfect details|perfect detail|ultra details|ultra fine details
ultra fine detail|ultrafine detail|ultradetailed|superdetailed|intricately designed|high level of detail|detailed and intricate|intricate and detailed
beautifully composed|well composed|perfectly composed|great composition|amazing composition|excellent composition|stunning composition|contest winner
cgsociety contest winner|artstation contest winner|behance hd|featured on behance|trending on behance|behance contest winner|trending in artstation
popular on artstation|artstation masterpiece|deviantart trending|deviantart contest winner|featured on deviantart|featured on pixiv|popular on pixiv
trending on instagram|trending on reddit|trending on flickr|trending on 500 px|trending on dribbble|trending on cg society
featured in national geographic|high fidelity|hi fi|hifi|hi fidelity|ultra high fidelity|lossless|studio grade|studio grade recording|crystal clear
crystal clear audio|crystal clear sound|clear audio|clear sound|clean audio|clean sound|crisp audio|crisp sound|pristine audio|pristine sound
pristine quality|professional recording|studio quality recording|studio quality audio|studio quality sound|well recorded|well mixed|perfectly mixed
professionally mixed|mixed and mastered|high quality recording|good recording|great recording|hq audio|hd audio|high definition audio
high fidelity audio|high fidelity sound|high resolution audio|hi res audio|professional audio|professional sound|high bitrate|320 kbps|44.1 khz|96 khz
192 khz|best audio|best sound|great sound|great audio|world class|top tier|first class|state of the art|professional grade|pro quality|pro grade
eye catching|visually stunning|absolutely stunning|work of art|magnum opus|masterwork|masterful|masterfully crafted|expertly crafted|exquisite
awe inspiring|spellbinding|flawless quality|detailliert|detallado|detallada|detalhado|detalhada|dettagliato|dettagliata|detaille|detaillee|meisterwerk|ein meisterwerk|ultra detailliert|hoch detailliert|extrem detailliert|gestochen scharf
hohe auflosung|hochste auflosung|preisgekront|atemberaubend|detailreich|beste auflosung|chef d'oeuvre|un chef d'oeuvre|ultra detaille|ultra detaillee
hautement detaille|extremement detaille|meilleure qualite|haute definition|tres haute qualite|tres haute resolution|ultra haute definition
qualite superieure|epoustouflant|obra maestra|una obra maestra|ultra detallado|ultra detallada|altamente detallado|altamente detallada|alta resolucion
alta definicion|maxima calidad|calidad profesional|impresionante|obra prima|ultra detalhado|ultra detalhada|alta resolucao|alta definicao
altamente detalhado|capolavoro|un capolavoro|alta risoluzione|alta definizione|massima qualita|ultra dettagliato|altamente dettagliato
в высоком качестве|высокое разрешение|максимальная детализация|высокодетализированный|детализированный|걸작|초고화질|고해상도|최고품질|디테일한|고퀄리티|超 清|超 高清|超 精细|超高 清晰
超高 清晰度|细节 丰富|丰富 细节|极 致 细节|高 细节|细节 清晰|细节 拉 满|大师 作品|大师级 作品|大师级|大师 之作|画 质 清晰|清晰 画 质|画面 清晰|高 分辨 率|超高 分辨 率|最高 画 质|最佳 画 质|高 画 质|超高 画 质|精美 绝 伦|惊 艳|获奖 作品
高清 画 质|高 清晰|高 清晰度|顶 级 画 质|顶 级 质量|最佳 品质|最高 品质|极其 细致|高度 细致|高度 详细|极其 详细|超 详细|超级 细节|高保 真|专业 品质|专业 级|高 品质 画面|电影 级 画 质|超高 品质|超高 質|高 精細|超高 精細|最 高画質|超 高画質
超 美麗|高 解像度|超高 解像度|精細|超 精細|神 絵|緻密|超 緻密|細部 まで 描 き 込 まれ た|高 品質 な`
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
  'behance',
  'resolution',
  'definition',
  'spectacular',
  'magnificent',
  'remarkable',
  'phenomenal',
  'extraordinary',
  'marvelous',
  'fantastic',
  'fabulous',
  'superb',
  'splendid',
  'awesome',
  'outstanding',
  'exceptional',
  'professional',
  'elaborate',
  'premium',
  'pristine',
  'polished',
  'refined',
  'intricately',
  '精致',
  '精美',
  '精细',
  '细致',
  '震撼',
  '美麗',
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
  'exceptionally',
  'extraordinarily',
  'remarkably',
  'exceedingly',
  'especially',
  'particularly',
  'immensely',
  'tremendously',
  'unbelievably',
  'amazingly',
  'utterly',
  'sehr',
  'besonders',
  'ausserst',
  'wirklich',
  'vraiment',
  'extremement',
  'realmente',
  'sumamente',
  'muy',
  'muito',
  'molto',
  'очень',
  '非常',
  '十分',
  '很',
  '极其',
  '相当',
  '格外',
  '特别',
  'とても',
  '非常に',
];

/** Every single word of the boosters: a slip of the pen in one of them is no other word. */
export const boosterWords: ReadonlySet<string> = new Set([
  ...boosterPhrases.flatMap((phrase) => phrase.split(' ')),
  ...clauseBoosters,
  ...intensifiers,
]);
