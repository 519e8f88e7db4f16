/** Words by which somebody speaks of a picture as a whole, or of the version as such. Source: own lists. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What belongs to no single part: who wants this changed wants another picture. */
export const wholeWords = wordsOf(`
  all everything whole entire entirely overall general completely totally image picture photo photograph shot scene
  version take result style look feel feeling vibe mood atmosphere tone energy emotion story idea concept theme
  composition layout framing crop angle angles perspective viewpoint view camera lens focal distance depth focus symmetry
  light lights lighting shadows exposure contrast brightness saturation palette colors colours coloring grading
  temperature quality resolution sharpness detail details texture noise grain blur blurry artifacts realism pose
  weather season daytime time era number aspect ratio format size medium render rendering illustration painting
  stil stimmung licht farben komposition perspektive alles bild
  style ambiance lumiere couleurs tout estilo ambiente luz colores todo stile atmosfera luce colori tutto`);

/** Words that say how much, of what is not there: what follows is a wish about the whole. */
export const degreeWords = wordsOf(
  'more less too very much slightly bit rather enough sehr mehr weniger plus moins mas menos',
);

/** Words by which one place in a picture is pointed out. */
export const regionWords = wordsOf(`
  left right top bottom corner corners middle center centre foreground edge side behind beside next upper lower
  links rechts oben unten ecke gauche droite haut bas coin izquierda derecha arriba abajo esquina`);

/** Words that point at one thing. */
export const pointingWords = wordsOf(`
  the a an his her its their this that these those one der die das den dem ein eine einen sein ihr le la les un une son
  sa ses el los las una su il lo gli i`);

/** Orders to give a thing another colour. */
export const recolourWords = wordsOf(`
  recolor recolour recolored recoloured tint dye repaint color colour farbe einfarben couleur recolorer color recolorear`);
