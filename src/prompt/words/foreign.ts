/** Words by which a text shows that it is not English: words of grammar and of frequent things. Source: own lists. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** None of them is an English word, or a name that English prompts use. */
export const foreignWords = wordsOf(`
  der dem des ein eine einen einem einer eines und ist sind auf zum zur nicht ohne unter hund katze haus baum wald
  strasse stadt frau junge madchen himmel nacht schnee blume vogel schwarz schwarze weiss weisse roter blau blaue grun
  grune gelb gelbe grosse kleine hintergrund les dans avec sont fille garcon homme femme maison arbre nuit neige chien
  oiseau fleur ciel noire blanche bleue vert verte jaune vieux vieille unos unas por para sobre bajo perro gato gatos
  arbol ciudad calle noche nieve hombre mujer nino nina cielo pajaro negra blanca rojo roja amarilla pequeno pequena
  viejo vieja uma uns umas cachorro cao gata rua noite neve homem mulher menino menina ceu preto preta branco branca
  vermelho vermelha amarelo amarela velho velha praia gli della dello delle degli nel nella sul sulla uomo donna
  ragazza ragazzo gatto albero citta strada notte uccello fiore nera bianca rossa azzurro giallo gialla piccolo
  piccola vecchio vecchia een naar zijn hond huis meisje jongen straat stad sneeuw zwart zwarte witte blauwe groene
  och ett hus flicka pojke natt katt oraz kot drzewo miasto ulica noc dziewczyna bir kedi kopek gece sehir agac kadin
  dengan kucing anjing rumah pohon das une azul negro rote roter het`);

/** Words of English prompts that are written with an accent. */
export const accented = wordsOf(`
  cafe cafes naive decor facade jalapeno creme brulee fiance fiancee saute puree pate flambe entree matcha pinata senor
  senorita noel uber doppelganger deja vu pokemon beyonce cliche resume expose mache papier art nouveau deco chateau
  crepe crepes eclair macrame souffle ole lame applique boutonniere zoe chloe renee monet cezanne dali miro`);
