/**
 * Real words that lie one slip of the pen from another real word: two of them are never one word mistyped. Source: own
 * list.
 */
export const confusableWords: ReadonlySet<string> = new Set(
  `
angel angels angle angles beast beasts beating beats bleating bloating board boarder boarders boards boast boating
boats border borders bothers bowing bowling bracelet bracket brain brains breadth breast breasts breath breathe
brian bride brides bridge bridges broad broads brothers calvary camino cammino cannon cannons canon canons capelli
capello cappelli cappello carats carbs caret carne carpet carrots carte carved carving casual causal cavalry
certain chapel chaplet charming charring chasseur chausseur choose chose closing clothes clothing cloths clown
clowns coast coasts coats cobber cobbler collage college coma comma conserve contact contract converse costumes
country county cousin coussin crabs cracking crackling crane crate craved craving crow crown crowns crows curly
curtain curtly customs dairy desert deserts dessert desserts diary diner diners dinner dinners diving driving
fathers feathers features field fields fiend fiends filed files filing fires flied flies floating flotating flour
flower flowers flying friend friends fries gaols gilding girds gliding goals grids growing growling haunting heart
hearth hearts helmet helmets hoping hopping hunting kirche kirchen kirsche kirschen lairs later latter liars
lightening lighting lightning lions loins loose lose mantel mantle march marital marsh martial minster monster
morning mothers moths mourning mustache mustang nuclear orchard orchid painting paintings pairs palaces panter
panther panting pardo paris parted patted people peoples perfect pirates places planets planing planning plants
plumber plummer poison poisson portrait portray prado prates prefect princes princess printing quiet quite rabids
raising rapids rising sacred salon salons saloon saloons salve salves sanding satin scared scraping scrapping
seeping shining shinning signer signers signing signs silver singer singers singing sings slave slaves sleeping
sleeting sliver sparking sparkling sprinking sprinkling sprinting stain stains staking stalking standing staring
starring starting startling statues statutes steaming steams stranding strange stranger streaming streams striped
stripped super supper swinging talking taping tapping thorn thorough thread threads throne through thrown tiers
tired tires trace trail trails trance tread treads trial trials tricking trickling tried tries unclear united
untied waist waits weird winging wired
bass bases caste castes castle castles hoses horses money monkey monkeys monies panes planes planet planets plant
plants sprig sprigs spring springs sting stings string strings winer winner winter saint saints stable stables table`
    .trim()
    .split(/\s+/),
);
