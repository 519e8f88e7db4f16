/**
 * Phrases that say what a single word says. Source: own list.
 */
const table = `
filled with=full|full of=full|dressed in=wearing|clad in=wearing|close to=near|next to=beside|adjacent to=beside
by the side of=beside|on top of=on|atop of=on|atop=on|made out of=made|lots of=many|a lot of=many|plenty of=many
a couple of=2|a pair of=2|pair of=2|mobile phone=smartphone|cell phone=smartphone|mobile phones=smartphones
cell phones=smartphones|in the style of=style of|in the middle of=in center|in the center of=in center|in the midst of=amid|in the process of=
in front of the camera=facing camera|at night time=at night|at nighttime=at night|as well as=and|together with=with
along with=with|on board=aboard|over the top of=over|a great deal of=many|without any=without|a bunch of=many
is able to=can|in order to=to|at the same time=simultaneously|all of a sudden=suddenly|bit by bit=gradually
little by little=gradually|far away=distant|far off=distant|brand new=new|up close=closeup
black and white photo=monochrome photo|black and white photograph=monochrome photo
black and white picture=monochrome picture|black and white image=monochrome image|black and white film=monochrome film
slow motion shot=slow motion|seamless loop=loopable|seamlessly looping=loopable|looping seamlessly=loopable`;

/** Pairs of a phrase and the words that stand for it, both in words with single spaces. */
export const sayings: readonly (readonly [string, string])[] = table
  .trim()
  .split(/[|\n]/)
  .map((entry) => {
    const [said = '', meant = ''] = entry.split('=');
    return [said, meant] as const;
  });

/** Nouns of "in an angry voice", "in a professional manner": the word before them tells how. */
export const mannerNouns: ReadonlySet<string> = new Set(['voice', 'tone', 'manner', 'way', 'fashion']);
