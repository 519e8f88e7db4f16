/**
 * What people and agents say around a prompt: politeness, "generate an image of", "try again". Source: own list.
 * The patterns are anchored and meant for lower-case text without diacritics.
 */
const adjective =
  '(?:new|single|short|quick|simple|high[- ]quality|hq|hd|4k|8k|good|nice|great|beautiful|stunning|amazing|(?:highly )?detailed|ai)';
const noun =
  '(?:images?|pictures?|pic|visuals?|graphic|artwork|piece of art|scene|video clip|short clip|short video|video|clip|footage|render|' +
  'sound effects?|sound clip|sounds?|audio clip|audio file|audio recording|audio track|audio|recording|soundscape|' +
  'piece of music|music track|music clip|music|song|track|tune)';
const article = '(?:an?|the|one|another|some)';
const link =
  '(?:of|showing|depicting|featuring|displaying|portraying|illustrating|containing|with|where|in which|about|for|' +
  '(?:that|which) (?:shows?|depicts?|features?|displays?|contains?|portrays?))';
const verb =
  '(?:generate|create|make|produce|render|draw|design|compose|visuali[sz]e|show|imagine|give me|show me|(?:re)?draw me|make me)';
const attempt = '(?:try|attempt|version|one|take|go|shot|round|variation|variant|iteration|generation)';
const which = '(?:an?other|a second|a new|a fresh|one more|new|next|second|third|fresh)';
const over = '(?:again|once more|once again|one more time|another time|over|from scratch)';
const it = '(?:it|this|that|this one|that one|the (?:same|last|previous) (?:one|prompt|image|picture|video|thing))';
const again =
  `(?:(?:please |now |ok |okay |let's |let us )*(?:(?:try|do|run|go|generate|create|make|render)(?: ${it})? ${over}|` +
  `(?:give ${it}|have|take) ${which} ${attempt}|${which} ${attempt}(?: please)?|` +
  `(?:re-?generate|redo|re-?do|retry|re-?try|re-?roll|re-?run|re-?render|re-?make|re-?create|repeat)(?: ${it})?(?: please)?|` +
  `once (?:more|again)|(?:do |make |generate )?one more(?: time)?|again(?: please)?|` +
  `(?:attempt|try|take|retry|variation|version) (?:number |no\\.? ?|#)?(?:\\d{1,3}|two|three|four|five)|` +
  `(?:use |with )?(?:the )?same(?: (?:prompt|image|picture|video|thing|idea|request|one|again|as (?:before|above|last time|the last one)))*(?: but| again)?|` +
  `(?:it|that|this|the last one) (?:failed|did not work|didn't work|timed out))|` +
  'noch ?ein ?mal|noch ?mal|nochmals|erneut|neuer versuch|versuch es (?:noch ?mal|erneut)|encore(?: une fois)?|a nouveau|de nouveau|reessaye|nouvel essai|' +
  'otra vez|de nuevo|una vez mas|intentalo (?:otra vez|de nuevo)|mais uma vez|outra vez|novamente|ancora(?: una volta)?|di nuovo|riprova|' +
  'ещё раз|еще раз|снова|заново|попробуй (?:еще раз|снова)|' +
  '(?:请|請)?(?:再来一次|再来一张|重新生成|再试一次|重试|重来|再次生成|重新来(?:一次|一遍|过)|再(?:生成|来|试|画|做)(?:一次|一张|一遍|一下|一个|一段))|' +
  'もう一度|もう1度|もう一回|再生成|再度|やり直し(?:て(?:ください)?)?|リトライ|다시(?: 한번)?|한 번 더|재생성)';

/** What may stand before a prompt; applied at the start of the text until none matches. */
export const openings: readonly RegExp[] = [
  /^(?:please|pls|plz|bitte|por favor|per favore|svp|s'il (?:te|vous) plait|пожалуйста)[\s,:!.]+/u,
  /^(?:hi|hello|hey|ok|okay|alright|all right)(?: there)?\s*[,:!.]+\s*/u,
  /^kindly (?=(?:generate|create|make|produce|render|draw)\s)/u,
  new RegExp(`^${again}\\s*[:,.!?;-]+\\s*`, 'u'),
  /^(?:the )?same(?: \w+)? but\s+/u,
  /^(?:can|could|may) (?:i|we) (?:please )?(?:get|have|see|hear)\s+(?=\S)/u,
  /^(?:can|could|would|will) you (?:please |kindly |maybe |possibly |try to )*(?=\w)/u,
  /^(?:i want|i need|i'd like|i'd love|i would like|i would love|we need|we want|we'd like|we would like)(?: you)?(?: to(?: (?:see|hear|have|get))?)?\s+(?=\S)/u,
  /^(?:\/imagine )?(?:(?:here is|here's) )?(?:(?:the|my|a|new|text|image|video) ){0,2}(?:prompt|description|request|task|input)(?: is)?\s*[:-]\s+/u,
  /^(?:image|picture|video|audio|sound|sound effect)\s*:\s+/u,
  /^\/imagine\s+/u,
  new RegExp(
    `^${verb}(?: me| us)?(?: please)?\\s+(?:${article}\\s+)?(?:${adjective},? ){0,3}${noun}\\s*(?:${link}\\s+|:\\s*)`,
    'u',
  ),
  /^(?:generate|create|produce|render|make|imagine|draw|visuali[sz]e|compose|design)(?: me| us)?(?: this| the following)?(?: (?:image|picture|video|audio|prompt))?\s*:\s*/u,
  /^(?:generate|create|produce|render|draw|visuali[sz]e|compose|design)(?: me| us)?\s+(?=(?:an?|the|some|\d+|one|two|three)\s)/u,
  /^(?:show|make|give) (?:me|us)\s+(?=(?:an?|the|some|\d+|one|two|three)\s)/u,
  new RegExp(
    `^(?:${article}\\s+)?(?:${adjective},? ){0,2}(?:image|picture|pic|video|video clip|clip)\\s+(?:of|showing|depicting|(?:that|which) shows)\\s+`,
    'u',
  ),
  /^(?:an? |the )?(?:sounds?|audio|recording|audio recording) of\s+/u,
  /^(?:in )?(?:the|this) (?:video|image|picture|clip|footage) (?:shows|depicts|captures|features|portrays|showcases|displays)\s+/u,
  /^(?:kannst|konntest) du (?:mir )?(?:bitte )?(?=\w)/u,
  /^(?:erstelle?|generiere?|erzeuge?|mache?|zeige?|zeichne?)(?: mir)?(?: bitte)?\s+(?:ein(?:e|en)? (?:bild|video)\s*(?:von|mit|:)\s+|(?=ein(?:e|en)?\s))/u,
  /^(?:genere|generez|cree|creez|fais|dessine|montre)(?:[- ]moi)?\s+(?:une? (?:image|video) (?:de |d'|avec |: ?)|(?=une?\s))/u,
  /^(?:genera|generar|crea|crear|haz|dibuja|muestra|gera|gere|crie)(?:me)?\s+(?:un'?a? ?(?:imagen|imagem|immagine|video) (?:de|con|com|di) |(?=un[ao]?\s|uma?\s))/u,
  /^(?:создай|сгенерируй|сделай|нарисуй|покажи)\s+(?:(?:изображение|картинку|видео)\s+)?/u,
  /^(?:请|請|麻烦|帮我|帮忙|给我|为我|再|重新|我想要?|我要)*(?:生成|创建|创作|制作|绘制|渲染|画)(?:一?[张幅段个条]?(?:图片|图像|图|视频|短片|画面|音频|音效))?(?:[:,]\s*|的|(?=[一两三\d]))/u,
];

/** What may stand after a prompt; applied to its last few words until none matches. */
export const closings: readonly RegExp[] = [
  /[\s,.!(-]+(?:please|pls|better please|better this time|try again|try once more|one more time|bitte|por favor|s'il (?:te|vous) plait)[\s.!?)]*$/u,
  /\s*[,.!;(-]\s*(?:thanks(?: a lot| in advance| so much)?|thank you(?: so much| very much| in advance)?|many thanks|thx|cheers|again|once more|merci|gracias|danke)[\s.!)]*$/u,
  /\s+for (?:me|us)\s*(?:please\s*)?\?\s*$/u,
  /\s*[,.;(-]\s*(?:with )?(?:an? )?(?:different|new|another|random|fresh) seed[\s.!)]*$/u,
  /[\s,.]*[([](?:(?:an?other|a|new|next|second|third|fourth|2nd|3rd|4th) )?(?:variation|variant|take|attempt|try|version|retry|rerun|redo)(?: ?(?:#|no\.? ?|number )?(?:\d{1,3}|one|two|three|four|five))?[)\]][\s.!]*$/u,
  /\s*[,.;-]\s*(?:(?:variation|variant|attempt|retry) ?#?\d{1,3}|retry|redo|rerun|regenerate|(?:second|third|another|new) (?:attempt|try))[\s.!]*$/u,
  /\s(?:erstellen|generieren|erzeugen|zeichnen)\s*\?\s*$/u,
  /(?:の(?:画像|動画|イラスト|絵)|(?:画像|動画|イラスト))?を?(?:生成|作成)して(?:ください|下さい)?[。\s]*$/u,
  /(?:の(?:画像|動画|イラスト|絵))?を(?:描いて|作って|見せて)(?:ください|下さい)?[。\s]*$/u,
  /\s*(?:이미지|영상|그림)?(?:를|을)?\s*(?:그려|생성해|만들어)\s?(?:줘|주세요)[.\s]*$/u,
];
