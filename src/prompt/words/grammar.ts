/** Words of grammar, in the languages prompts are written in most. Source: own lists. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that carry nothing a picture could show: articles, forms of "to be", "and", "of". Dropped. */
export const emptyWords = wordsOf(`
  a an the and of is are was were be been being am some while whilst
  der das dem des ein eine einen einem einer eines und ist sind
  le la les l' un une des du de d' et est sont
  el los las una unos unas y es del
  o os as um uma e do da das num numa sao
  il lo i gli uno ed di
  и это 的 了`);

/** Words that open the name of a thing. */
export const openers = wordsOf(`
  a an the one some der die das ein eine le la les un une el los las una o um uma il lo`);

/** Articles of other languages that are no English words. */
export const foreignArticles = wordsOf(`
  der das dem des ein eine einen einem einer eines les une du des el los las una unos unas um uma uns umas gli dos`);

/** Words that put two equal things side by side. */
export const conjunctions = wordsOf('and und et y e ed и');

/** Words that turn the next word round: bound to it, so that "no hat" never equals "hat". */
export const negators = wordsOf(`
  no not cannot without never nor neither none n't minus non dont doesnt didnt isnt arent wasnt werent wont
  ohne kein keine keinen keinem keiner nicht nie
  sans pas aucun aucune jamais
  sin ningun ninguna nunca
  sem nao nenhum nenhuma
  senza nessun nessuna
  без не нет ни`);

/** What binds a negation to the word it turns round: `no:hat`. */
export const NEGATION = 'no:';

/** Negations of scripts that do not bind forwards, and words that stand for an absence. */
export const absences = wordsOf(`
  nobody nothing nowhere lacking missing except excluding exclude avoid remove removed minus instead
  没有 没 无 不 不要 别 非 沒有 無 なし ない 無し 없는 없이 안 않는 ohne kein`);

/** Quantifiers that may stand between a negator and its word: "without any text". */
export const fillersAfterNegator = wordsOf('any a an the single more');

/** Words that put things in order in time: with them, the order of clauses is part of the content. */
export const sequenceWords = wordsOf(`
  then next after afterwards before finally later followed following until suddenly meanwhile first second third last
  dann danach zuerst schliesslich plotzlich nachdem bevor
  puis ensuite apres avant enfin soudain
  luego despues antes entonces finalmente
  depois entao
  poi dopo prima infine
  затем потом после сначала
  然后 接着 随后 之后 突然 最后 先 再 その後 次に それから 然後 다음 그다음 그리고`);

/** Words that hang a clause on the one before it. */
export const dependentWords = wordsOf(`
  with in on at under over behind beside near inside next who which whose that while as his her its their him them he
  she it they wearing holding carrying riding standing sitting looking wielding facing surrounded covered dressed made
  mit auf avec sur con sobre com`);

/** Prepositions and the like: they count when compared, but not for whether two prompts share a subject. */
export const lightWords = wordsOf(`
  with in on at by for from to into onto as while who which whose that this these those his her its their my your our
  he she it they him them some one's has have having mit im am auf von zu zum zur vom avec dans en sur au aux par pour
  con por para al com em no na ao nel nella al с на в у の を が は に で と も 在 着 和 与 一`);

/** Words between a medium and what it shows. */
export const showing = wordsOf('of depicting depicts showing shows');

/** Words that name a shot: "close up of", "wide aerial view of". */
export const shots = wordsOf('shot closeup close up view angle wide macro aerial portrait drone photograph');

/** Words that say where a thing is. */
export const placePrepositions = wordsOf(`
  in on at under below above over beside near behind inside between against across along around by`);

/** Words that a single letter names one of: the "a" of "plan A" is no article. */
export const designators = wordsOf(`
  letter letters team plan option vitamin type class grade size section group room gate block note key chord model
  figure version buchstabe letra lettre lettera`);
