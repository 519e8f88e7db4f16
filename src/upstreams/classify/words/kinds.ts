/** What a tool does, in more grades than the gate tells apart. */
export type ToolKind =
  | 'image'
  | 'video'
  | 'voice'
  | 'music'
  | 'audio'
  | '3d'
  | 'edit'
  | 'inpaint'
  | 'outpaint'
  | 'reframe'
  | 'upscale'
  | 'background-removal'
  | 'variation'
  | 'vectorize'
  | 'video-edit'
  | 'transcription'
  | 'vision'
  | 'llm'
  | 'training'
  | 'generic-invoke'
  | 'infra'
  | 'agent'
  | 'call'
  | 'plan'
  | 'status'
  | 'list'
  | 'delete'
  | 'cancel'
  | 'account'
  | 'utility';

/** A sign of a kind: the first that fits a text decides, so narrow ones stand before wide ones. */
export interface KindSign {
  readonly kind: ToolKind;
  readonly sign: RegExp;
}

const groups: Readonly<Record<string, string>> = {
  '{picture}': '(?:image|picture|photo|pic|drawing|artwork|illustration|sketch|screenshot)s?',
  '{film}': '(?:video|clip|movie|film|animation|footage)s?',
  '{the}': '(?:(?:the|an?|any|your|existing|input|source) )*',
  '{any}': '(?:\\w+ ){0,3}',
};

/** A sign out of phrases, one a line: `*` stands for any ending, a group in braces for its words. */
function sign(kind: ToolKind, phrases: string): KindSign {
  const patterns = phrases
    .trim()
    .split(/\s*\n\s*/)
    .map((phrase) => phrase.replaceAll('*', '\\w*').replace(/\{\w+\}/g, (group) => groups[group] ?? group));
  return { kind, sign: new RegExp(`(?<![\\w'])(?:${patterns.join('|')})(?![\\w'])`) };
}

/**
 * Signs of what is made, for names and sentences alike (small letters, single spaces). Source: how the field names its work;
 * no provider and no model is among them.
 */
export const kindSigns: readonly KindSign[] = [
  sign('call', '(?:outbound|phone) calls?\n(?:make|place|start) {the}call'),
  sign(
    'background-removal',
    `(?:remov|eras|delet|strip|cut)* (?:out )?{the}(?:image |photo |video |white )?(?:background|bg)s?
    (?:background|bg) remov*
    matting
    cutouts?
    rembg`,
  ),
  sign('vectorize', 'vectori[sz]*\nto (?:an? )?(?:svg|vector)'),
  sign('transcription', 'transcri*\n(?:speech|audio|voice) to text\nstt\nasr\nspeech recognition'),
  sign('training', 'train(?:s|ing|ings)?\nfine ?tun*'),
  sign(
    'upscale',
    `upscal*
    super ?res*
    (?:enhanc|increas)* {the}(?:{picture}|{film}|resolution|quality)
    (?:image|photo|video|picture) enhanc*
    unblur*
    (?:sharpen|deblur|denois)* {the}{picture}
    high definition version`,
  ),
  sign(
    'outpaint',
    `outpaint*
    uncrop*
    (?:expand|extend)* {the}(?:image|photo|picture|canvas|border)s?
    (?:image|canvas) (?:expan|extens)*
    zoom out`,
  ),
  sign(
    'inpaint',
    `inpaint*
    vary region
    (?:remov|eras)* {the}(?:objects?|watermarks?|persons?|people|text|blemish*|logos?)
    object remov*
    eraser?
    (?:fill|replac|edit|regenerat|chang)* {the}(?:masked|selected|specific)? ?(?:regions?|areas?|parts?|mask)
    search and (?:replace|recolou?r)
    generative fill`,
  ),
  sign('reframe', 'reframe*\noutcrop*\nchange {the}aspect(?: ratio)?\nresize canvas'),
  sign(
    '3d',
    `(?:image|text|photo|video|sketch|picture)s? to (?:3d|3 d|mesh|model)
    3 ?d
    (?:re)?mesh(?:es|ing)?
    (?:re)?textur(?:e|es|ing)
    rig(?:s|ging)?`,
  ),
  sign(
    'video-edit',
    `video to video
    v2v
    (?:edit|modif|restyl|transform|trim|merg|rerender|retouch|replac|extend|enhanc|alter|chang)* {the}{film}
    {film} (?:edit*|style transfer|restyl*)
    (?:face ?)swap* (?:in |for |on )?{the}{film}
    {film} (?:face ?)swap*`,
  ),
  sign('llm', '(?:generate|write|create|make|compose)s? {any}lyrics'),
  sign('video', 'music videos?'),
  sign('audio', 'to (?:wav|mp3|flac|midi)'),
  sign('music', '{any}music\nsongs?\nlyrics?\ninstrumentals?\nmelod(?:y|ies)\nsoundtracks?\njingles?\nbeats?'),
  sign(
    'audio',
    `sound ?(?:effects?|fx|scapes?)
    sfx
    foley
    (?:isolat|separat|denois|split|extract|clean)* {the}(?:audio|vocals?|stems?|sounds?|instruments?|noise)
    (?:vocal|stem|audio)s? (?:isolat|separat|remov|split)*
    audio overviews?
    podcasts?`,
  ),
  sign(
    'video',
    `(?:text|images?|photos?|pictures?|frames?|audio|prompt|script|references?) to {film}
    [ti]2v
    lip ?sync*
    talking (?:\\w+ )?(?:heads?|avatars?|photos?|{film}|portraits?)
    avatar {film}
    animat*
    {film} (?:from|with|using) {any}(?:text|image|photo|prompt)s?`,
  ),
  sign(
    'voice',
    `to (?:speech|voice|spoken)
    speech
    tts
    voices?
    voice ?overs?
    narrat*
    spoken
    speak*
    dub(?:s|bing)?
    (?:text|prompt) to audio
    say`,
  ),
  sign(
    'vision',
    `(?:analy[sz]|describ|understand|recogni[sz]|caption|diagnos|interpret|classif|compar|detect|inspect|examin)* {any}(?:\\w+ )?(?:{picture}|{film}|diagrams?|charts?|visuali[sz]ations?|pdfs?)
    (?:{picture}|{film}) (?:to (?:text|prompt|code)|analy*|caption*|descri*|understanding|recognition)
    convert* (?:\\w+ ){0,2}screenshots?
    ocr
    vision
    extract* {any}text
    (?:ask|questions?) about {any}(?:{picture}|{film})`,
  ),
  sign('variation', '(?:image |photo |picture )?varia(?:tion|nt)s?\nremix*\nvary'),
  sign(
    'edit',
    `(?:image|img|photo|picture)s? to (?:image|img|photo|picture)s?
    i2i
    img2img
    (?:edit|modif|retouch|restyl|styli[sz]|colou?ri[sz]|recolou?r|relight|blend|fus|transform|restor|replac|chang|swap|alter|adjust|refin|combin|compos)* {any}(?:{picture}|backgrounds?|faces?|hairstyles?|outfits?|clothes|lighting|style)
    (?:image|photo|picture) (?:edit*|manipulation|transform*|blend*|compos*)
    edit(?:s|ing|or)?
    style transfer
    face ?swap*
    swap
    (?:virtual )?try ?on
    retouch*
    restyl*
    relight*
    colou?ri[sz]*
    {picture} from {any}(?:images|image|photos|photo|references?)`,
  ),
  sign('video', '{film}\ncinematic\nt2v'),
  sign(
    'image',
    `{picture}
    t2i
    txt2img
    logos?
    icons?
    stickers?
    posters?
    thumbnails?
    wallpapers?
    sprites?
    paint
    draw*
    imagine
    art
    svg`,
  ),
  sign('audio', 'audios?\nsounds?'),
];

/** Signs in names alone, of work whose outcome is no media: in sentences these words stand for anything. */
export const nameSigns: readonly KindSign[] = [
  sign('agent', 'agents?\nassistants?\nbots?'),
  sign(
    'generic-invoke',
    `(?:run|runsync|invoke|execute|call|submit|predict|start|launch|queue|enqueue|retry|trigger|perform|batch|use|apply) {any}(?:models?|predictions?|inference|endpoints?|workflows?|pipelines?|assembl(?:y|ies)|jobs?|tools?|apps?|tasks?|nodes?|functions?|generations?|requests?|custom)
    (?:create|make|new) {any}(?:predictions?|assembl(?:y|ies)|jobs?|generations?|tasks?|runs?|inference|completion)
    predict*
    inference
    api nodes?
    (?:run|invoke|execute|predict)`,
  ),
  sign('infra', 'pods?\nclusters?\ndeployments?\nendpoints?\ninstances?\nvolumes?\ngpus?\nmachines?\nvms?\ndeploy'),
  sign('call', '(?:create|make|start|place) call\ndial'),
];

/** Signs of work whose outcome is words. */
export const wordSigns: readonly KindSign[] = [
  sign(
    'llm',
    `chat*
    ask*
    completions?
    deep research
    research*
    summari[sz]*
    translat*
    text generation
    generate {any}text
    answer*
    llm
    conversations?
    questions?
    prompt (?:assist|enhanc|optimi|generat|improv|help|build|writ)*
    (?:enhanc|improv|optimi|refin|writ|generat|creat|expand|suggest)* {any}prompts?
    grounded
    grounding
    think*
    writ(?:e|es|ing)
    reason*`,
  ),
  sign(
    'generic-invoke',
    '(?:run|invoke|execute|submit|enqueue|trigger|call)s? {any}(?:models?|predictions?|endpoints?|workflows?|jobs?|tools?|apps?|pipelines?)\ncreate {any}predictions?',
  ),
];
