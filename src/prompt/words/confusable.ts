/**
 * Real words that lie one slip of the pen from another real word: never taken for a typing error. Source: own list.
 */
export const confusableWords: ReadonlySet<string> = new Set(
  (
    'angel angle angels angles trial trail trials trails casual causal sliver silver quiet quite diary dairy carved ' +
    'craved united untied unclear nuclear martial marital scared sacred tired tried weird wired field filed flied ' +
    'coast coats lions loins gliding gilding filing flying desert dessert deserts desserts diner dinner later latter ' +
    'super supper comma coma loose lose chose choose feathers fathers brothers bothers mothers moths features ' +
    'clothing closing clothes cloths country county through thorough though stranger strange princess princes statues ' +
    'statutes costumes customs fountain mountain contract contact converse conserve panther panter creature streams ' +
    'steams planets plants palaces places lighting lightning painting panting standing sanding morning mourning hearth ' +
    'heart hearts breath breadth breathe friend fiend thread tread threads treads branch brunch border boarder canon ' +
    'cannon canons cannons lightening bridge bride brides bridges carrot carat courtesan curtain captain certain ' +
    'chapel chaplet bottle battle hallow hollow marsh march marches marshes beast breast beasts breasts board broad ' +
    'bread beard beards breads crown crowd crows crowns crowds clown clowns clam calm tower towel towers towels ' +
    'flour floor flower flowers flowery'
  ).split(' '),
);
