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
car automobile auto motorcar|bicycle bike|motorcycle motorbike|airplane plane aircraft|truck lorry
ship vessel|subway metro|taxi cab|spaceship spacecraft starship|astronaut spaceman cosmonaut|man guy bloke
woman lady|child kid youngster|baby infant|person individual|boy lad|girl lass|doctor physician|chef cook
student pupil|policeman cop|firefighter fireman|sailor seaman mariner|wizard sorcerer|witch sorceress
lawyer attorney|hunter huntsman|thief burglar|bartender barkeeper|crowd throng|friend pal buddy|mother mom mum
father dad|grandmother grandma|grandfather grandpa|kitten kitty|puppy pup|rabbit bunny|rooster cockerel
forest woods woodland|sea ocean|coast seaside|meadow grassland|swamp marsh bog|cave cavern
footpath pathway path trail|road roadway|highway motorway freeway|alley alleyway|sidewalk pavement
harbor port|pier jetty wharf|city metropolis|cabin hut shack|skyscraper highrise|store shop|cinema theater
pub tavern|prison jail|cemetery graveyard|airport airfield|cellar basement|attic loft
sofa couch settee|rug carpet|curtain drape|movie film|television tv|telephone phone
smartphone cellphone|computer pc|refrigerator fridge|faucet tap|bathtub tub|toilet lavatory|bag sack|crate box
umbrella brolly|glasses spectacles eyeglasses|sweater jumper pullover|trousers pants slacks
clothes clothing garment apparel attire|gem jewel gemstone|face visage|belly stomach tummy|smile grin|tale story
song tune|violin fiddle|singer vocalist|applause clapping|scream shriek|whisper murmur|storm tempest
snowfall snow|rainfall rain|sunrise dawn daybreak|sunset sundown|midday noon|autumn fall|night nighttime
sunshine sunlight|cosmos universe|flower blossom|bush shrub|cookie biscuit
trash garbage rubbish litter|present gift|sphere orb|signboard sign|statue sculpture|ghost phantom specter
alien extraterrestrial|fight battle combat|wedding marriage|journey trip voyage|job occupation
backdrop background|middle center|heap pile|hue tint|atmosphere ambience ambiance|narrator storyteller
rooftop roof|hallway corridor|staircase stairway|shoreline coastline|peak summit|jungle rainforest
bonfire campfire|cliff precipice|valley vale|gorge ravine|brook creek|mansion manor|residence dwelling
market marketplace|gymnasium gym|laboratory lab|elevator lift|stroller pram|fisherman angler|warrior fighter
outlaw bandit|detective sleuth investigator|scientist researcher|drummer percussionist|cyclist bicyclist
tourist sightseer|traveler voyager|diary journal|purse handbag|backpack rucksack knapsack|cloak cape
pistol handgun|corpse cadaver|tombstone gravestone headstone|coffin casket|insect bug|snake serpent|pig hog
puma cougar|reindeer caribou|shrimp prawn|eggplant aubergine|zucchini courgette|corn maize|hamburger burger
icing frosting|drink beverage|cutlery silverware|gasoline petrol|windshield windscreen|building edifice
fabric textile|advertisement advert ad|kingdom realm|motion movement|slice piece|seagull gull|parkland park|house home|engine motor`);

/** What is done, in the base form. */
export const verbGroups = groupsOf(`
talk speak|look gaze|smile grin|laugh chuckle giggle|cry weep sob|shout yell holler|scream shriek|whisper murmur
jump leap|fly soar|sleep slumber|eat consume|make create produce|build construct|fix repair mend|smash shatter
throw toss|grasp grip clutch|tug pull|shove push|lift raise elevate|hug embrace|fight battle|chase pursue
escape flee|hide conceal|discover find|watch observe|depict portray|display show exhibit feature|begin start commence
stop halt cease|finish end|spin twirl whirl|rotate revolve|tremble shiver quiver|gleam shine|sparkle glitter
glisten shimmer|explode burst|ascend rise|enter approach|depart leave exit|wander roam|crouch squat
surround encircle|decorate adorn|hang dangle|vanish disappear|gather assemble|clap applaud|bark woof|growl snarl
chirp tweet|doze nap snooze|saunter amble|walk stroll|close shut|trudge plod|crawl creep|hurry rush hasten|devour gobble
chew munch|sniff smell|peek peep|mutter mumble|chat converse|argue quarrel bicker|sculpt carve|sew stitch
mix blend|destroy demolish|tie fasten|dig excavate|harvest reap|rescue save|protect guard defend|attack assault
imitate mimic|transform morph|wilt wither|reveal unveil|use utilize employ|alter change modify
help aid assist|accentuate emphasize|drag haul|hoist heave`);

/** What things are like, how things are done, and where they are: words of one form. */
export const plainGroups = groupsOf(`
big large|small little|huge enormous gigantic massive immense colossal|tiny minuscule|old elderly
modern contemporary|quick fast rapid swift speedy|happy cheerful joyful glad|sad unhappy sorrowful
afraid scared frightened fearful|tired weary|calm peaceful tranquil serene placid|quiet hushed|loud noisy
brave courageous|strong powerful mighty|beautiful lovely pretty gorgeous|cute adorable|scary frightening
spooky eerie|strange odd weird bizarre peculiar|mysterious enigmatic|magical enchanted|lone solitary
empty vacant|grimy dirty|shiny glossy lustrous|vivid vibrant|dry arid|rough coarse|round circular|wide broad
thin slim slender|chubby plump|ornate elaborate|simple plain|distant faraway|rich wealthy affluent|poor impoverished
famous renowned|golden gold|colorful multicolored|wild untamed|fierce ferocious|lively energetic
cozy snug|luxurious opulent lavish|urban metropolitan|royal regal|holy sacred|evil wicked
funny comical humorous amusing|silly goofy|determined resolute|thoughtful pensive contemplative
melancholy melancholic|dreamy dreamlike|lush verdant|rocky stony|messy untidy|tidy neat|ragged tattered
cracked fractured|soothing relaxing calming|american us|british uk|various diverse assorted|many numerous
delicate dainty|airborne flying|rapidly quickly swiftly|softly gently|loudly noisily|quietly silently
happily cheerfully joyfully|sadly sorrowfully|angrily furiously|calmly peacefully serenely|suddenly abruptly
carefully cautiously|gradually progressively|almost nearly|completely entirely totally|above over
under below beneath underneath|beside alongside|near nearby|amid amidst among
inside within|female woman|male man|closed shut|seated sitting|lit illuminated|symmetrical symmetric|worldwide global|spacious roomy|subdued muted
comfortable comfy|blurry blurred|sleepy drowsy|sick ill unwell|bald hairless|wrinkled wrinkly
clever smart intelligent|crowded packed|slippery slick|sticky gooey|humid muggy|floral flowery
minimalist minimalistic|delicious tasty yummy|expensive costly pricey|cheap inexpensive
dangerous perilous hazardous|sudden abrupt|continuous constant|melodic tuneful|eventually finally|upward upwards
downward downwards|在 正在|缓慢 慢慢 缓缓|美丽 漂亮|快乐 开心 高兴|悲伤 伤心 难过|巨大 庞大|快速 迅速 飞快|安静 宁静|望着 看着 注视着|说话 讲话|医生 大夫|妈妈 母亲|爸爸 父亲
小孩 孩子 儿童|自行车 单车 脚踏车|大海 海洋|森林 树林|商店 店铺|电影 影片|照片 相片|傍晚 黄昏|夜晚 晚上 夜间|拿着 手持|穿着 身穿|男性 男の人|女性 女の人|子供 子ども こども|綺麗 きれい 美しい
車 自動車 クルマ|猫 ネコ ねこ|犬 イヌ いぬ`);
