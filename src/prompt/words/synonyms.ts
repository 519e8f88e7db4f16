/**
 * Words that name the same thing, so that one in the other's place makes no other picture, film or sound. A group is one
 * meaning, and no word stands in two. What differs in size, age, colour, number, strength, light, weather or kind is not
 * here: "huge" is more than "big", a "cottage" is no "house", "mist" is no "fog". Source: own list, read pair by pair.
 */
const groupsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split(/[|\n]/)
    .map((group) => group.split(' '));

/** Things, in the singular. */
export const nounGroups = groupsOf(`
car automobile auto motorcar|bicycle bike|motorcycle motorbike|airplane plane aircraft|truck lorry|ship vessel|subway metro|taxi cab
spaceship spacecraft starship|astronaut spaceman cosmonaut|man guy bloke dude chap|woman lady|child kid youngster|baby infant|person individual someone somebody
boy lad|girl lass lassie|doctor physician|chef cook|student pupil|policeman cop|firefighter fireman|sailor seaman mariner|wizard sorcerer
witch sorceress|lawyer attorney|hunter huntsman|thief burglar|bartender barkeeper|crowd throng multitude|friend pal buddy mate
mother mom mum mommy mummy|father dad daddy|grandmother grandma granny|grandfather grandpa granddad|kitten kitty|puppy pup|rabbit bunny
rooster cockerel|forest woods woodland|sea ocean|coast seaside|meadow grassland|swamp marsh bog|cave cavern|footpath pathway path trail|road roadway
highway motorway freeway|alley alleyway|sidewalk pavement|harbor port|pier jetty wharf|city metropolis|cabin hut shack|skyscraper highrise|store shop
cinema theater|pub tavern|prison jail|cemetery graveyard|airport airfield|cellar basement|attic loft|sofa couch settee|rug carpet|curtain drape
movie film|television tv|telephone phone|smartphone cellphone|computer pc|refrigerator fridge|faucet tap|bathtub tub|toilet lavatory|bag sack
crate box|umbrella brolly|glasses spectacles eyeglasses|sweater jumper pullover|trousers pants slacks
clothes clothing garment apparel attire outfit garb|gem jewel gemstone|face visage|belly stomach tummy|smile grin|tale story|song ditty|violin fiddle
singer vocalist|applause clapping|scream shriek|whisper murmur|storm tempest|snowfall snow|rainfall rain|sunrise dawn daybreak|sunset sundown
midday noon|autumn fall|night nighttime|sunshine sunlight|cosmos universe|flower blossom|bush shrub|cookie biscuit|trash garbage rubbish litter
present gift|sphere orb|signboard sign|statue sculpture|ghost phantom specter|alien extraterrestrial|fight battle combat|wedding marriage
journey trip voyage|job occupation|backdrop background|middle center|heap pile stack|hue tint|atmosphere ambience ambiance vibe|narrator storyteller
rooftop roof|hallway corridor passageway|staircase stairway|shoreline coastline|peak summit mountaintop|jungle rainforest|bonfire campfire
cliff precipice|valley vale|gorge ravine|brook creek stream|mansion manor|residence dwelling|market marketplace|gymnasium gym|laboratory lab
elevator lift|stroller pram|fisherman angler|warrior fighter|outlaw bandit|detective sleuth investigator|scientist researcher|drummer percussionist
cyclist bicyclist|tourist sightseer|traveler voyager|diary journal|purse handbag|backpack rucksack knapsack|cloak cape|pistol handgun|corpse cadaver
tombstone gravestone headstone|coffin casket|insect bug|snake serpent|pig hog swine|puma cougar|reindeer caribou|shrimp prawn|eggplant aubergine
zucchini courgette|corn maize|hamburger burger|icing frosting|drink beverage|cutlery silverware|gasoline petrol|windshield windscreen|building edifice
fabric textile|advertisement advert ad|kingdom realm|motion movement|slice piece|seagull gull|parkland park|house home|engine motor|picture image
tune melody|noise sound|beat rhythm|teacher schoolteacher instructor|vendor seller|merchant trader|soldier serviceman|sentry sentinel|maid housemaid|athlete sportsman|biker motorcyclist
pilot aviator airman|onlooker bystander|husband hubby|aunt auntie|teen teenager adolescent|toddler tot|horse steed|ladybug ladybird
porch veranda verandah|restroom washroom|entrance entry entryway|lobby foyer|restaurant eatery|cafe coffeehouse|bookstore bookshop|pharmacy drugstore
racetrack racecourse|railway railroad|shore seashore|island isle|clearing glade|wilderness wilds|kettle teakettle|bracelet bangle|wristwatch watch
notebook notepad|parcel package|luggage baggage|barrel cask|bucket pail|rope cord|counter countertop|sink washbasin|toy plaything|cello violoncello
saxophone sax|synthesizer synth|tempo pace|concert gig|footstep footfall|lollipop sucker|pancake flapjack|vegetable veggie|cilantro coriander
peanut groundnut|beet beetroot|feast banquet|dinner supper|necktie tie|tuxedo tux|nightgown nightdress|handkerchief hanky|wallet billfold|zipper zip
tear teardrop|sweat perspiration|hairstyle hairdo|braid plait|wrinkle crease|feather plume|shell seashell|branch bough|dirt soil|tornado twister
blizzard snowstorm|downpour cloudburst|flood deluge|earthquake quake|sunbeam sunray|dusk nightfall|summer summertime|winter wintertime
spring springtime|christmas xmas|limousine limo|ferry ferryboat|helicopter chopper|tram streetcar|fortress stronghold|warehouse storehouse
classroom schoolroom|pillar column|dome cupola|streetlight streetlamp|mailbox postbox letterbox|happiness joy|sadness sorrow
serenity tranquility peacefulness calmness|loneliness solitude|magic sorcery|courage bravery|freedom liberty|amazement astonishment|conversation chat
argument quarrel|war warfare|explosion blast|disaster catastrophe|victory triumph|villain baddie|enemy foe|god deity|device gadget|speaker loudspeaker
microphone mic|writer author|magician conjurer illusionist|prisoner inmate|tramp hobo vagabond|worker laborer|craftsman artisan|carpenter woodworker
lumberjack woodcutter|groom bridegroom|pirate buccaneer|archer bowman|hermit recluse|nerd geek|mountaineer alpinist|hiker trekker|boxer pugilist
goalkeeper goalie|apartment flat|attack assault|video footage|danger peril|donkey burro|hedge hedgerow|raincoat mackintosh mac|diaper nappy
pushchair buggy|hospital infirmary|shopkeeper storekeeper|dressmaker seamstress|cobbler shoemaker|undergrowth underbrush|parasol sunshade
fireplace hearth|scabbard sheath|bookcase bookshelf|rower oarsman|puppet marionette|lightbulb bulb|cobblestone cobble|campground campsite
accordion squeezebox|intersection crossroad|freight cargo`);

/** What is done, in the base form. */
export const verbGroups = groupsOf(`
talk speak|look gaze|smile grin|laugh chuckle giggle|cry weep sob|shout yell holler|scream shriek|whisper murmur|jump leap|fly soar|sleep slumber
eat consume|make create produce|build construct|fix repair mend|smash shatter|throw toss|grasp grip clutch|tug pull|shove push|lift raise elevate
hug embrace|fight battle|chase pursue|escape flee|hide conceal|discover find|watch observe|depict portray|display show exhibit feature
begin start commence|stop halt cease|finish end|spin twirl whirl|rotate revolve|tremble shiver quiver|gleam shine|sparkle glitter twinkle
glisten shimmer|explode burst|ascend rise|enter approach|depart leave exit|wander roam|crouch squat|surround encircle|decorate adorn embellish
hang dangle|vanish disappear|gather assemble|clap applaud|bark woof|growl snarl|chirp tweet|doze nap snooze|saunter amble|walk stroll|close shut
trudge plod|crawl creep|hurry rush hasten|devour gobble|chew munch|sniff smell|peek peep|mutter mumble|chat converse|argue quarrel bicker|sculpt carve
sew stitch|mix blend|destroy demolish|tie fasten|dig excavate|harvest reap|rescue save|protect guard defend|attack assault|imitate mimic
transform morph|wilt wither|reveal unveil|use utilize employ|alter change modify|help aid assist|accentuate emphasize highlight underline|drag haul
hoist heave|stroke caress|slap smack|grab seize|arrange organize|teach instruct|answer reply respond|greet welcome|rest relax|moan groan
meow mew miaow|neigh whinny|bleat baa|whoosh swoosh|dash sprint|plummet plunge|cross traverse|meet encounter|travel journey|kill slay|injure wound
heal cure|collide crash|melt thaw|frown scowl|ponder contemplate|practice rehearse|engrave etch|bloom blossom|buy purchase|merge combine|connect link
split divide|convey evoke|symbolize represent|mirror reflect|emit radiate|remain stay|flourish thrive|hurl fling|hike trek|cuddle snuggle
scatter strew|hit strike|put place|emerge appear|swallow gulp|inspect examine|select choose|obtain acquire|scrub scour|soak drench|yank jerk
ignite kindle|extinguish douse|entertain amuse|announce proclaim|retreat withdraw|imprison jail|dwell reside|mourn grieve`);

/** What things are like, how things are done, and where they are: words of one form. */
export const plainGroups = groupsOf(`
big large|small little|huge enormous gigantic massive immense colossal vast humongous|tiny minuscule teeny|old elderly aged|modern contemporary
quick fast rapid swift speedy|happy cheerful joyful glad merry jolly joyous cheery|sad unhappy sorrowful|afraid scared frightened fearful
tired weary fatigued|calm peaceful tranquil serene placid|quiet hushed|loud noisy|brave courageous valiant fearless|strong powerful mighty
beautiful lovely pretty gorgeous|cute adorable|scary frightening|spooky eerie creepy|strange odd weird bizarre peculiar|mysterious enigmatic
magical magic enchanted|lone solitary|empty vacant|grimy dirty soiled|shiny glossy lustrous shining gleaming|vivid vibrant|dry arid|rough coarse
round circular|wide broad|thin slim slender|chubby plump tubby|ornate elaborate|simple plain|distant faraway|rich wealthy affluent|poor impoverished
famous renowned|golden gold|colorful multicolored|wild untamed|fierce ferocious|lively energetic|cozy snug|luxurious opulent lavish sumptuous
urban metropolitan|royal regal|holy sacred|evil wicked|funny comical humorous amusing|silly goofy|determined resolute|thoughtful pensive contemplative
melancholy melancholic|dreamy dreamlike|lush verdant|rocky stony|messy untidy|tidy neat orderly|ragged tattered|cracked fractured
soothing relaxing calming|american us|british uk|various diverse assorted|many numerous|delicate dainty|airborne flying|rapidly quickly swiftly
softly gently|loudly noisily|quietly silently|happily cheerfully joyfully|sadly sorrowfully|angrily furiously|calmly peacefully serenely
suddenly abruptly|carefully cautiously|gradually progressively|almost nearly|completely entirely totally|above over|under below beneath underneath
beside alongside near nearby|amid amidst among|inside within|female woman|male man|closed shut|seated sitting|lit illuminated|symmetrical symmetric
worldwide global|spacious roomy|subdued muted|comfortable comfy|blurry blurred|sleepy drowsy|sick ill unwell|bald hairless|wrinkled wrinkly
clever smart intelligent|crowded packed|slippery slick|sticky gooey|humid muggy|floral flowery|minimal minimalist minimalistic|delicious tasty yummy
expensive costly pricey|cheap inexpensive|dangerous perilous hazardous|sudden abrupt|continuous constant|melodic tuneful|eventually finally
upward upwards|downward downwards|busy bustling|glowing luminous|young youthful|teenage adolescent|long lengthy|silent soundless noiseless
astonished amazed astounded|furious enraged|annoyed irritated|sturdy robust|muscular brawny|weak feeble|scenic picturesque|elegant graceful
fashionable stylish trendy chic|majestic stately|magnificent splendid glorious|menacing threatening|ominous foreboding|unusual uncommon
mystical mystic|mythical mythological|celestial heavenly|supernatural paranormal|ghostly spectral|demonic diabolical|damp moist|soaked drenched
bumpy uneven|pointed pointy|curved curvy|dense thick|wooden wood|silk silken|silver silvery|blond blonde|monochrome monochromatic|ordinary normal
historic historical|friendly amiable|curious inquisitive|shy timid bashful|nervous anxious|worried concerned|serious solemn|asleep sleeping
drunk intoxicated|dead deceased|injured wounded|naked nude unclothed|barefoot barefooted|skinny scrawny|curly curled|disheveled unkempt tousled
complex complicated|geometric geometrical|asymmetric asymmetrical|realistic lifelike|cartoonish cartoony|surreal surrealistic
impressionist impressionistic|expressionist expressionistic|psychedelic trippy|mesmerizing captivating hypnotic|cinematic filmic|gloomy dreary dismal
desolate barren|abandoned deserted derelict|ruined destroyed|rusty rusted|worn weathered|torn ripped|burnt burned|charred scorched|molten melted
electric electrical|striped stripy|checkered checked|wooded forested|crispy crunchy|main primary|whole entire|additional extra|same identical
countless innumerable|several multiple|enough sufficient|hastily hurriedly|gracefully elegantly|tightly firmly|partially partly
mostly mainly primarily|exactly precisely|approximately roughly|constantly continuously continually|often frequently|occasionally sometimes
rarely seldom|immediately instantly|outdoors outside|lying laying|lies lays|beams rays|hung hanging|viewing watching|perched perching|rocks stones|laughter laughing|candy sweets
surroundings environment|handsome attractive|piled heaped|glittery sparkly|fiery flaming blazing|naughty mischievous|grumpy cranky|jealous envious
arrogant haughty|humble modest|loyal faithful|wise sage|crazy insane|woolly fleecy|cloudless clear|starry starlit|spiral spiraling
handmade handcrafted|manmade artificial|rhythmic rhythmical|harmonious harmonic|orchestral symphonic|triumphant victorious|dissonant discordant
raspy hoarse|thunderous thundering|slowly unhurriedly|nervously anxiously|bravely courageously|fiercely ferociously|lazily idly
lovingly affectionately|curiously inquisitively|thoughtfully pensively|intently attentively|merrily jollily|eagerly keenly
foto fotografie fotografia|madchen madel|hubsch schon|frohlich glucklich heiter|schnell rasch|wald forst|arzt doktor|handy mobiltelefon|wagen pkw
fernseher fernsehgerat|fahrrad velo|femme dame|enfant gamin gosse|bateau navire|content heureux joyeux|jolie belle|joli beau|copain ami
docteur medecin|hermoso bello bonito lindo|hermosa bella bonita linda|feliz alegre contento|rapido veloz|barco buque|nino chico|nina chica
anciano viejo|anciana vieja|bicicleta bici|coche carro`);
