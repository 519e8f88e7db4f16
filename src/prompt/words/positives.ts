/**
 * How a picture without a thing is put in the positive, for tools that take no negatives: to name a thing, even with "no"
 * before it, calls it up. Source: own list.
 */
export const positives: ReadonlyMap<string, string> = new Map(
  `
hat=bare-headed|cap=bare-headed|glasses=eyes in plain sight|sunglasses=eyes in plain sight|beard=clean-shaven
people=deserted|person=deserted|crowd=deserted|men=deserted|women=deserted|cars=an empty road|traffic=an empty road
text=plain, unlettered surfaces|letters=plain, unlettered surfaces|words=plain, unlettered surfaces
writing=plain, unlettered surfaces|logo=plain, unmarked surfaces|watermark=a clean frame|border=edge to edge
frame=edge to edge|shadows=even, shadowless light|blur=tack-sharp throughout|grain=a clean, smooth image
noise=a clean, smooth image|clouds=a clear sky|fog=clear air|mist=clear air|haze=clear air|smoke=clear air|rain=dry weather
snow=bare ground|background=on plain white|clutter=a bare, tidy room|reflections=a matte surface|glare=a matte surface
shoes=barefoot|teeth=a closed mouth|smile=a calm, straight face|drums=soft strings only
vocals=instrumental|voice=instrumental|singing=instrumental|wires=a clear sky`
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [thing = '', said = ''] = line.split('=');
      return [thing, said] as const;
    }),
);
