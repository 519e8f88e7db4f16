/**
 * Spellings of one and the same word. Source: own list of UK/US pairs, short forms, and compounds that are written
 * apart, with a hyphen or together.
 */
const table = `
finger picked=fingerpicked|finger picking=fingerpicking|finger style=fingerstyle|up beat=upbeat|down tempo=downtempo|up tempo=uptempo|mid tempo=midtempo
pyjama=pajama|grey haired=gray haired|instal=install|artefact=artifact|artefacts=artifacts|gaol=jail|gaoler=jailer|tranquillity=tranquility|woollens=woolens
practise=practice|practising=practicing|practised=practiced|manoeuvre=maneuver|manoeuvres=maneuvers|oestrogen=estrogen|paediatric=pediatric|foetus=fetus
aeon=eon|aeons=eons|cauldron=caldron|cauldrons=caldrons|barbeque=barbecue|bbq=barbecue|ketchup=catsup|cosier=cozier|cosiness=coziness|greyness=grayness|speciality=specialty
colour=color|colours=colors|coloured=colored|colouring=coloring|colourful=colorful|colourless=colorless|grey=gray
greys=grays|greyish=grayish|greyscale=grayscale|centre=center|centres=centers|centred=centered|theatre=theater
metre=meter|metres=meters|kilometre=kilometer|kilometres=kilometers|centimetre=centimeter|centimetres=centimeters
millimetre=millimeter|litre=liter|litres=liters|fibre=fiber|fibres=fibers|sombre=somber|lustre=luster
spectre=specter|harbour=harbor|harbours=harbors|armour=armor|armoured=armored|neighbour=neighbor
neighbours=neighbors|neighbourhood=neighborhood|favourite=favorite|flavour=flavor|honour=honor|humour=humor
vapour=vapor|rumour=rumor|odour=odor|glamour=glamor|parlour=parlor|savour=savor|labour=labor|behaviour=behavior
jewellery=jewelry|jewelled=jeweled|travelling=traveling|traveller=traveler|travellers=travelers|travelled=traveled
modelling=modeling|marvellous=marvelous|woollen=woolen|panelled=paneled|levelled=leveled|labelled=labeled
stylised=stylized|stylisation=stylization|realisation=realization|organised=organized|symbolised=symbolized
crystallised=crystallized|symmetrise=symmetrize|minimise=minimize|emphasise=emphasize|emphasising=emphasizing
mesmerising=mesmerizing|energised=energized|oxidised=oxidized|polarised=polarized|galvanised=galvanized
catalogue=catalog|dialogue=dialog|analogue=analog|plough=plow|tyre=tire|tyres=tires|kerb=curb|pyjamas=pajamas
moustache=mustache|moustached=mustached|sceptre=scepter|mould=mold|moulded=molded|mouldy=moldy|smoulder=smolder
smouldering=smoldering|aluminium=aluminum|aeroplane=airplane|aeroplanes=airplanes|storey=story|draught=draft|axe=ax
cosy=cozy|sulphur=sulfur|gramme=gram|programme=program|cheque=check|cheques=checks|chequered=checkered|ageing=aging
skilful=skillful|enrol=enroll|fulfil=fulfill|defence=defense|offence=offense|licence=license|pretence=pretense
anaesthetic=anesthetic|archaeologist=archeologist|archaeological=archeological|mediaeval=medieval
encyclopaedia=encyclopedia|doughnut=donut|doughnuts=donuts|yoghurt=yogurt|whisky=whiskey|omelette=omelet
watercolour=watercolor|watercolours=watercolors|technicolour=technicolor|multicoloured=multicolored
multicolour=multicolor|discoloured=discolored|towards=toward|backwards=backward|forwards=forward|amongst=among
whilst=while|photograph=photo|photographs=photos|dof=depth field|okay=ok|ppl=people|bg=background|closeup=close up
closeups=close ups|slowmo=slow motion|slow mo=slow motion|timelapse=time lapse|lofi=lo fi|scifi=sci fi
hiphop=hip hop|fullbody=full body|lowpoly=low poly|lowangle=low angle|wideangle=wide angle
photo realistic=photorealistic|photo realism=photorealism|hyper realistic=hyperrealistic
ultra realistic=ultrarealistic|hand held=handheld|super hero=superhero|steam punk=steampunk|cyber punk=cyberpunk
water color=watercolor|water colour=watercolor|sun set=sunset|sun rise=sunrise|moon light=moonlight
back light=backlight|back lit=backlit|tshirt=t shirt|tee shirt=t shirt|frames per second=fps|beats per minute=bpm
secs=second|sec=second|seconds=second|mins=minute|minutes=minute|hrs=hour|hours=hour|king sized=king size
queen sized=queen size|half a dozen=half 12|depth of field=depth field|to the left of=left|to the right of=right
no one=nobody`;

/** Pairs of a phrase as written and the phrase it stands for, both in words with single spaces. */
export const spellings: readonly (readonly [string, string])[] = table
  .trim()
  .split(/[|\n]/)
  .map((entry) => {
    const [written = '', meant = ''] = entry.split('=');
    return [written, meant] as const;
  });
