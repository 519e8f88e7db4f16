/**
 * Words of degree, each with its own comparative and that of its opposite: "too dark" asks for "brighter". Source: own
 * list.
 */
export const degrees: ReadonlyMap<string, { readonly more: string; readonly less: string }> = new Map(
  `
dark darker brighter|dim brighter darker|bright brighter darker|light lighter darker|pale richer paler
warm warmer cooler|hot warmer cooler|cold warmer cooler|cool cooler warmer|big bigger smaller|small smaller bigger
large larger smaller|tiny smaller larger|huge larger smaller|tall taller shorter|short shorter longer
long longer shorter|wide wider narrower|narrow narrower wider|tight tighter looser|loose looser tighter
close closer farther|near nearer farther|far farther closer|high higher lower|low lower higher|deep deeper shallower
shallow shallower deeper|sharp sharper softer|soft softer sharper|blurry blurrier sharper|hard harder softer
harsh harsher softer|fast faster slower|quick quicker slower|slow slower faster|loud louder quieter
quiet quieter louder|heavy heavier lighter|thick thicker thinner|thin thinner thicker|busy busier calmer
cluttered busier calmer|calm calmer livelier|empty emptier fuller|full fuller emptier|flat flatter deeper
rough rougher smoother|smooth smoother rougher|old older younger|young younger older|strong stronger weaker
weak weaker stronger|rich richer plainer|plain plainer richer|dull duller livelier|vivid livelier calmer
clean cleaner rougher|messy messier tidier|shiny shinier duller|dry drier wetter|wet wetter drier
happy happier sadder|sad sadder happier|serious graver lighter|stiff stiffer looser|crowded fuller emptier
noisy noisier cleaner|grainy grainier cleaner|early earlier later|late later earlier`
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [word = '', more = '', less = ''] = line.split(' ');
      return [word, { more, less }] as const;
    }),
);
