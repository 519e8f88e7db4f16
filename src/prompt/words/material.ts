/**
 * Words whose change is always a change of the picture, the film or the sound, by what they are about. Source: own
 * lists. A word that is in none of them is unknown, not immaterial.
 */
const classes = {
  count: `single double triple pair couple several few many multiple both all every each half quarter dozens hundreds
    thousands crowd group alone solo empty full most more less fewer twin trio einige viele mehrere beide muchos varios
    plusieurs quelques alguns varias несколько много 许多 很多 几 两个 一个 二人 三人 两只 一只`,
  color: `red orange yellow green blue purple violet pink brown black white gray gold golden silver beige cream ivory
    teal turquoise cyan magenta crimson scarlet maroon navy indigo lavender lilac olive lime mint coral peach salmon
    burgundy amber bronze copper tan khaki charcoal monochrome colorful pastel neon colorless sepia blonde blond brunette
    ginger rainbow rot rote roter rotes roten blau blaue blauer blaues blauen grun grune gruner grunes grunen gelb gelbe
    gelber gelbes gelben schwarz schwarze schwarzer schwarzen weiss weisse weisser weissen braun braune grau graue rosa
    lila rouge rouges bleu bleue bleus bleues vert verte verts vertes jaune jaunes noir noire noirs blanc blanche blancs
    gris grise rose violette marron rojo roja rojos rojas azul azules verde verdes amarillo amarilla amarelo amarela negro
    negra preto preta blanco blanca branco branca vermelho vermelha rosso rossa rossi nero nera bianco bianca giallo gialla
    azzurro marrone красный красная красное синий синяя зеленый зеленая желтый желтая черный черная белый белая
    红 红色 蓝 蓝色 绿 绿色 黄 黄色 黑 黑色 白 白色 紫 紫色 粉色 粉 橙色 橙 棕色 灰色 金色 银色 赤い 青い 赤 青 緑 黒い 白い 黒
    黄色い 빨간 파란 노란 초록 검은 흰 하얀`,
  light: `light lights lighting lit backlight backlit shadow shadows shade glow glowing bright dark dim soft hard harsh
    warm cold cool moody dramatic volumetric rim silhouette candlelight candlelit sunlight sunlit moonlight moonlit
    spotlight overcast softbox chiaroscuro highlights contrast exposure bloom bokeh lamp licht lumiere luz luce свет`,
  time: `dawn dusk sunrise sunset morning noon midday afternoon evening night midnight twilight day daytime nighttime
    nightfall golden hour spring summer autumn fall winter century medieval ancient modern futuristic victorian vintage
    retro renaissance today tomorrow nacht tag morgen abend sommer nuit jour matin soir ete hiver noche dia manana tarde
    verano invierno noite amanhecer notte giorno 夜 晚上 白天 早上 黄昏 日出 日落 春天 夏天 秋天 冬天 朝 夕方 밤 아침`,
  weather: `rain rainy raining snow snowy snowing fog foggy mist misty storm stormy cloudy clouds cloud sunny clear windy
    wind lightning thunder hail overcast hazy haze wet dry regen schnee nebel pluie neige lluvia nieve chuva neve 雨 雪 雾
    霧 비 눈`,
  camera: `camera shot closeup close wide angle low high eye level aerial overhead top bird's drone pan panning tilt
    tilting zoom zooming dolly tracking orbit orbits crane handheld static still steady push pull pulls pushes macro
    telephoto fisheye lens mm fps portrait landscape panorama panoramic framing frame crop composition symmetrical
    symmetry centered background foreground focus depth field isometric pov view perspective profile front back rear side
    full body waist up slow motion fast speed time lapse hyperlapse loop loopable 镜头 特写 推进 拉远 俯拍 仰拍 近景 远景
    推 拉 移 カメラ パン ズーム アップ`,
  relation: `left right above below under over behind beside between inside outside into out onto off near far around
    across through against toward away up down top bottom middle center next opposite along beneath underneath beyond
    front in on links rechts oben unten hinter neben vor unter uber gauche droite devant derriere sous izquierda derecha
    arriba abajo delante detras esquerda direita acima abaixo sinistra destra sopra sotto слева справа над под
    左 右 上 下 左边 右边 上面 下面 前面 后面 后 前 里面 外面 向左 向右 向上 向下 中 후 왼쪽 오른쪽 위 아래`,
  style: `photo photorealistic photorealism painting paintings oil watercolor gouache acrylic ink pencil charcoal sketch
    drawing render rendering 3d cgi anime manga cartoon comic pixel art vector flat illustration realistic hyperrealistic
    ultrarealistic realism surreal surrealism abstract impressionist impressionism cubist cubism expressionism baroque
    rococo gothic minimalist minimal minimalistic ornate steampunk cyberpunk vaporwave noir film vhs polaroid clay
    claymation lego origami papercut stained engraving woodcut fresco mosaic ukiyo poster logo icon sticker concept
    matte digital analog style unreal octane redshift ghibli disney pixar cinematic documentary cute scary creepy horror
    fantasy dreamy epic elegant aquarell acuarela aquarelle oleo olgemalde 水彩画 油画 水墨画 动漫 油絵 風格 风格 素描`,
  material: `wood wooden metal metallic glass plastic leather stone marble concrete brick steel iron chrome paper cloth
    silk velvet wool cotton denim lace fur feather ceramic porcelain clay rubber crystal diamond ice sand gold water fire
    smoke holz glas metall bois verre madera vidrio 木 玻璃 金属`,
  size: `big small large tiny huge giant little tall short long thick thin narrow broad heavy gigantic massive enormous
    miniature old young new elderly baby adult teenage broken wrecked ruined clean dirty open closed gross grosse grossen
    klein kleine kleinen alt alte alten jung junge jungen grand grande petit petite pequeno pequena viejo vieja joven velho
    grande vecchio 大 小 高 长 老 年轻`,
  mood: `happy sad angry smiling crying laughing sobbing scared calm serene joyful melancholic nostalgic playful tense
    peaceful excited sleepy serious whisper shout angrily sadly happily`,
  sound: `music silent silence loud quiet noise vocals vocal singing instrumental piano guitar drums violin bass male
    female voice accent tempo bpm british american irish major minor upbeat mellow echo reverb distant`,
  subject: `man woman men women boy girl boys girls child children kid baby person people couple lady guy king queen
    prince princess knight wizard witch robot astronaut soldier doctor chef dog dogs cat cats horse horses bird birds fish
    lion tiger bear wolf fox rabbit mouse elephant dragon car truck bus train bicycle motorcycle plane boat ship house
    castle city village street forest beach mountain mountains river lake sea ocean desert sky garden park kitchen bedroom
    bathroom room office cafe restaurant school church bridge tree flower flowers apple table chair bed sofa window door
    hat hats text sign moon sun star stars mars mann frau kind hund katze homme femme chien chat hombre mujer perro gato
    homem mulher cachorro uomo donna cane gatto мужчина женщина собака кошка 猫 狗 马 人 男人 女人 男孩 女孩 老人 小孩
    孩子 鸟 鱼 汽车 소년 소녀 고양이 개`,
  action: `running walking standing sitting lying jumping flying landing swimming dancing fighting riding holding eating
    drinking sleeping reading writing looking talking speaking driving falling climbing throwing catching chasing carrying
    runs walks stands sits jumps flies lands swims dances fights rides holds eats drinks sleeps reads writes looks talks
    speaks drives falls climbs throws catches chases carries opens closes`,
} as const;

/** What a material word is about. */
export type MaterialClass = keyof typeof classes;

/** Material words, each with the first class it belongs to. */
export const materialWords: ReadonlyMap<string, MaterialClass> = new Map(
  (Object.keys(classes) as MaterialClass[])
    .flatMap((name) =>
      classes[name]
        .trim()
        .split(/\s+/)
        .map((word) => [word, name] as const),
    )
    .reverse(),
);
