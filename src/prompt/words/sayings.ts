/**
 * Phrases that say what a single word says. Source: own list.
 */
const table = `
filled with=full|full of=full|dressed in=wearing|clad in=wearing|close to=near|next to=beside|adjacent to=beside|by the side of=beside|on top of=on
atop of=on|atop=on|made out of=made|lots of=many|a lot of=many|plenty of=many|a couple of=2|a pair of=2|pair of=2|mobile phone=smartphone
cell phone=smartphone|mobile phones=smartphones|cell phones=smartphones|in the style of=style of|in the middle of=in center|in the center of=in center
in the midst of=amid|in the process of=|in front of the camera=facing camera|at night time=at night|at nighttime=at night|as well as=and
together with=with|along with=with|on board=aboard|over the top of=over|a great deal of=many|without any=without|a bunch of=many|is able to=can
in order to=to|at the same time=simultaneously|all of a sudden=suddenly|bit by bit=gradually|little by little=gradually|far away=distant
far off=distant|brand new=new|up close=closeup|black and white photo=monochrome photo|black and white photograph=monochrome photo
black and white picture=monochrome picture|black and white image=monochrome image|black and white film=monochrome film|slow motion shot=slow motion
seamless loop=loopable|seamlessly looping=loopable|looping seamlessly=loopable|covered in=covered with|surrounded with=surrounded by
a number of=several|in back of=behind|on the left side of=left|on the left of=left|on the left hand side of=left|to the left side of=left
on the right side of=right|on the right of=right|on the right hand side of=right|to the right side of=right|on the top of=on|upon=on|on to=onto
in to=into|inside of=inside|outside of=outside|off of=off|near to=near|nearby to=near|close by=near|in the vicinity of=near|alongside of=beside
against a backdrop of=against|against the backdrop of=against|takes a walk=walks|taking a walk=walking|goes for a walk=walks|going for a walk=walking
take a walk=walk|taking a nap=napping|takes a nap=naps|railway station=train station|railroad station=train station|railway tracks=train tracks
railroad tracks=train tracks|railway track=train track|railroad track=train track|coffee shop=cafe|coffee shops=cafes|coffee house=cafe
fire truck=firetruck|fire engine=firetruck|fire engines=firetrucks|bathing suit=swimsuit|swimming suit=swimsuit|swimming costume=swimsuit
frying pan=skillet|fry pan=skillet|killer whale=orca|killer whales=orcas|northern lights=aurora|aurora borealis=aurora|shooting star=meteor
falling star=meteor|shooting stars=meteors|falling stars=meteors|merry go round=carousel|flying saucer=ufo|flying saucers=ufos|outer space=space
tidal wave=tsunami|zebra crossing=crosswalk|pedestrian crossing=crosswalk|trash can=dustbin|garbage can=dustbin|rubbish bin=dustbin
trash cans=dustbins|garbage cans=dustbins|rubbish bins=dustbins|tv set=television|television set=television|sitting room=living room
movie theater=cinema|movie theatre=cinema|good looking=handsome|well known=famous|well lit=brightly lit|see through=transparent
over and over=repeatedly|over and over again=repeatedly|again and again=repeatedly|time and again=repeatedly|multi colored=multicolored
multi coloured=multicolored|bird's eye view=aerial view|birds eye view=aerial view|bird's eye shot=aerial shot|first person view=pov
first person pov=pov|point of view shot=pov shot|long shot=wide shot|during the night=at night|by night=at night|at the break of dawn=at dawn
during sunset=at sunset|during the sunset=at sunset|during sunrise=at sunrise|during the sunrise=at sunrise|in the daytime=during day
in daytime=during day|made from=made|constructed of=made|constructed from=made|constructed out of=made|crafted from=made|crafted out of=made
built out of=made|a variety of=various|a wide variety of=various|a range of=various|an array of=various|all kinds of=various|all sorts of=various
various kinds of=various|different kinds of=various|an assortment of=various|in the form of=shaped like|in the shape of=shaped like
in the company of=with|accompanied by=with|as though=as if|can be seen=is|is seen=is|are seen=are|can be heard=is|is heard=is|are heard=are
loads of=many|tons of=many|a great many=many|by the sea=near sea|by the river=near river|by the lake=near lake|by the ocean=near sea
by the window=near window|at the same moment=simultaneously|in the open air=outdoors|in open air=outdoors|on fire=burning|in flames=burning
fast asleep=asleep|sound asleep=asleep|at high speed=fast|at great speed=fast|at full speed=fast|at a fast pace=fast|at a rapid pace=fast
at a quick pace=fast|in silence=silently|with care=carefully|with joy=joyfully|with pride=proudly|with grace=gracefully
with enthusiasm=enthusiastically|from time to time=occasionally|every now and then=occasionally|now and then=occasionally|side by side with=beside
in the direction of=toward|in close up=close up|in closeup=close up|right next to=beside
racing car=race car|racing cars=race cars|snow covered=snowy|points to=points at|pointing to=pointing at|snow capped=snowcapped|far out=distant|has=with|have=with|having=with|boasts=with|equipped with=with
furnished with=with|complete with=with|does a trick=performs a trick|doing a trick=performing a trick|doing tricks=performing tricks|does tricks=performs tricks|do tricks=perform tricks|do a trick=perform a trick
moss covered=mossy|dust covered=dusty|mud covered=muddy|grass covered=grassy|ice covered=icy|redheaded=red haired|red headed=red haired|white in color=white|black in color=black
red in color=red|blue in color=blue|green in color=green|yellow in color=yellow|brown in color=brown|is shown=is|are shown=are|is depicted=is|are depicted=are|is pictured=is|are pictured=are|leaning on=leaning against|leans on=leans against|setting sun=sunset|rising sun=sunrise`;

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
