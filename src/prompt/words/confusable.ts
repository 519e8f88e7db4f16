import { lookalikes } from './lookalikes.js';

/**
 * Real words that lie one slip of the pen from another real word: two of them are never one word mistyped. Source: own
 * list, with words of other languages.
 */
const ours = `
banc batman beten betten bleating bloating board boarder boarders boards boatman bowling bracelet bracket brain brains brase brasse breadth breast
breasts breathe brian bridge bridges broad broads brothers calvary camino cammino capelli capello cappelli cappello carats carne caro carpet carro
carrots cartas carte cartes carton castle castles cavalry certain chapel chaplet charming charring chasseur chausseur chose closing clothes clothing
clown clowns coasts cobber cobbler collage college coma conserve contract converse costumes coton country cousin coussin crackling crane crow crown
crowns curtain customs desert deserts diner diners feathers features fields floating flotating flour flower flowers friend friends gaols goals
growling hambre hansen hanssen haunting heart hearth helmet helmets hombre hoping horses hute hutte kirche kirchen kirsche kirschen lightening march
marin marsh martin monies monkey monkeys monster mothers mourning mustang nuclear ofen offen orchard orchid painting paintings pairs palaces panter
panther pardo paris patted people peoples pero peros perro perros pirates planet planets plumber plummer poison poisson portrait portray prado princes
princess printing rabids raising rapids roue saint saints scraping shining sleeping sleeting sparkling springs sprinking sprinkling sprinting stable
stables stalking startling statutes stranding streaming streams strings striped super swinging table talking terasse terrasse thorn thorough thread
threads throne thrown trance tresse trickling unclear weird winer winner winter wired`;

/** Words that are real although they look like another one mistyped. */
export const confusableWords: ReadonlySet<string> = new Set([...ours.trim().split(/\s+/), ...lookalikes]);
