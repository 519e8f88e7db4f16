/**
 * What people and agents say around a prompt: politeness, "generate an image of", "try again". Source: own list.
 * The patterns are anchored and meant for lower-case text without diacritics.
 */
const noun =
  '(?:image|picture|pic|video|clip|video clip|short video|short clip|sound effect|sound|audio clip|audio|song|track|visual|graphic)';
const article = '(?:an?|the|one|another|some)';
const link = '(?:of|showing|depicting|featuring|that shows|which shows|where|about|for)';
const again =
  '(?:(?:please )?try (?:it |this )?again|once (?:more|again)|one more(?: time)?|again|re-?generate|redo|retry|re-?roll|' +
  'another (?:try|attempt|version|one|take)|new (?:try|attempt|version)|(?:use |with )?(?:the )?same' +
  '(?: (?:prompt|image|picture|video|thing|one|again|as before))*(?: but| again)?|do it again|' +
  'noch ?mal|encore|otra vez|de nuevo|ancora|ещё раз|еще раз|再来一次|再来一张|重新生成|もう一度|다시)';

/** What may stand before a prompt; applied at the start of the text until none matches. */
export const openings: readonly RegExp[] = [
  /^(?:please|pls|plz|bitte|por favor|per favore|svp|s'il (?:te|vous) plait|пожалуйста)[\s,:!.]+/u,
  /^(?:hi|hello|hey|ok|okay)\s*[,:!.]+\s*/u,
  /^kindly (?=(?:generate|create|make|produce|render)\s)/u,
  new RegExp(`^(?:please )?${again}\\s*[:,.!;-]+\\s*`, 'u'),
  /^(?:the )?same(?: \w+)? but\s+/u,
  /^(?:can|could|would|will) you (?:please )?(?=\w)/u,
  /^(?:i want|i need|i'd like|i would like|we need|we want)(?: you)?(?: to)?\s+(?=\S)/u,
  /^(?:\/imagine )?prompt\s*:\s*/u,
  /^\/imagine\s+/u,
  new RegExp(
    `^(?:generate|create|make|produce|render|give me|show me|imagine)(?: me| us)?\\s+(?:${article}\\s+)?(?:new |single )?${noun}\\s*(?:${link}\\s+|:\\s*)`,
    'u',
  ),
  /^(?:generate|create|produce|render|make|imagine)(?: me| us)?(?: this| the following)?\s*:\s*/u,
  /^(?:generate|create|produce)(?: me| us)?\s+(?=(?:an?|the|some|\d+|one|two|three)\s)/u,
  new RegExp(`^${article}\\s+(?:image|picture|pic)\\s+(?:of|showing|depicting)\\s+`, 'u'),
  /^(?:image|picture) of\s+/u,
  /^(?:erstelle|generiere|erzeuge|mach)(?: mir)?(?: bitte)?\s+(?:ein(?:e|en)? (?:bild|video)\s*(?:von|mit|:)\s+|(?=ein(?:e|en)?\s))/u,
  /^(?:genere|generez|cree|creez|fais)(?:[- ]moi)?\s+(?:une? (?:image|video) (?:de |d'|avec |: ?)|(?=une?\s))/u,
  /^(?:genera|generar|crea|crear|haz|gera|gere|crie)(?:me)?\s+(?:un'?a? ?(?:imagen|imagem|immagine|video) (?:de|con|com|di) |(?=un[ao]?\s|uma?\s))/u,
  /^(?:создай|сгенерируй|сделай)\s+(?:(?:изображение|картинку|видео)\s+)?/u,
  /^(?:请|請|麻烦|帮我|帮忙|给我|再)*(?:生成|创建|创作|制作)(?:一?[张幅段个条]?(?:图片|图像|图|视频|短片|画面|音频|音效))?(?:[:,]\s*|的|(?=[一\d]))/u,
];

/** What may stand after a prompt; applied to its last few words until none matches. */
export const closings: readonly RegExp[] = [
  /[\s,.!(-]+(?:please|pls|better please|better this time|try again|bitte|por favor)[\s.!)]*$/u,
  /\s*[,.!;(-]\s*(?:thanks|thank you|again|once more|merci|gracias|danke)[\s.!)]*$/u,
  /[\s,.]*[([](?:variation|variant|take|attempt|try) ?\d+[)\]][\s.!]*$/u,
  /(?:の(?:画像|動画|イラスト)|(?:画像|動画|イラスト))?を?(?:生成|作成)して(?:ください|下さい)?[。\s]*$/u,
  /\s*(?:이미지|영상|그림)?(?:를|을)?\s*(?:그려|생성해|만들어)\s?(?:줘|주세요)[.\s]*$/u,
];
