/**
 * Common words of prompts that stand in no other table, so that a slip of the pen in one of them can be told from a name.
 * Source: own list.
 */
export const vocabulary: ReadonlySet<string> = new Set(
  `
parrot squirrel acorn penguin giraffe zebra hippo rhino crocodile alligator turtle tortoise dolphin octopus jellyfish lobster
butterfly dragonfly spider scorpion beetle peacock flamingo ostrich pigeon sparrow falcon vulture raccoon hedgehog hamster
leopard cheetah panther gorilla monkey chimpanzee kangaroo koala badger beaver buffalo camel donkey chicken rooster turkey
lizard chameleon dinosaur unicorn mermaid vampire zombie skeleton goblin monster creature guardian warrior samurai pirate
cowboy sheriff princess emperor general captain soldier teacher doctor scientist engineer musician painter sculptor dancer
ballerina gardener farmer butcher baker waiter fisherman swimmer surfer skater athlete player wrestler referee spectator
audience stranger villager traveler hacker wizard dwarf giant angel demon statue fountain monument pyramid pagoda windmill
lighthouse observatory laboratory factory warehouse garage stadium playground restaurant bakery library museum hospital
university classroom office apartment balcony terrace courtyard fireplace chimney ceiling staircase elevator hallway doorway
window curtain blanket pillow mattress carpet cushion armchair wardrobe drawer cabinet cupboard bookshelf mirror picture
painting portrait landscape illustration photograph drawing sculpture poster calendar clock lantern candle chandelier
flashlight umbrella suitcase backpack wallet necklace bracelet earring diamond emerald sapphire treasure feather ribbon
button zipper sweater jacket trousers stocking slipper sandal sneaker helmet goggles glasses sunglasses uniform costume
kimono turban balaclava bandana scarf mitten sandwich hamburger pizza spaghetti noodle noodles dumpling pancake waffle
muffin cupcake cookie chocolate strawberry raspberry blueberry cherry banana orange pineapple watermelon coconut avocado
tomato potato carrot broccoli cabbage lettuce cucumber pumpkin mushroom pepper garlic onion cheese butter honey yogurt
coffee espresso cappuccino lemonade cocktail champagne whiskey bottle pitcher teapot teacup saucer kettle basket bucket
ladder hammer wrench scissors needle thread shovel wheelbarrow lawnmower bicycle motorcycle scooter skateboard snowboard
surfboard sailboat submarine helicopter airplane spaceship rocket satellite telescope microscope camera television radio
computer keyboard monitor printer telephone microphone speaker headphones guitar violin trumpet saxophone accordion piano
orchestra concert melody rhythm whistle thunder explosion laughter applause footsteps scream whisper engine machine gears
mountain volcano glacier iceberg canyon waterfall meadow prairie savanna jungle forest swamp desert island lagoon beach
seashore horizon rainbow lightning tornado hurricane blizzard avalanche eclipse galaxy nebula comet asteroid planet
universe sunflower tulip orchid daisy lavender cactus bamboo maple willow branch leaves blossom petal garden orchard
vineyard harvest tractor fence bridge tunnel highway street sidewalk crossing market village suburb metropolis skyline
skyscraper cathedral chapel mosque temple shrine cemetery graveyard fortress castle palace throne dungeon armor shield
sword dagger arrow cannon pistol rifle grenade banner trophy medal balloon firework fireworks lantern carnival circus
parade festival wedding birthday christmas halloween ceremony picnic campfire adventure journey battle battlefield
standing sitting walking running jumping climbing swimming flying floating dancing singing laughing smiling crying
sleeping reading writing drawing painting cooking eating drinking driving riding sailing fishing hunting fighting
pointing reaching holding carrying pulling pushing throwing catching kicking hitting playing working watching looking
staring listening talking speaking whispering shouting screaming barking meowing howling growling roaring chirping
buzzing humming ringing knocking clapping snoring coughing sneezing breathing dripping splashing pouring boiling frying
burning melting freezing falling spinning rolling bouncing swinging crawling galloping surrounding covering wearing
moving turning opening closing entering leaving passing crossing glowing shining sparkling reflecting blooming
beautiful colorful gorgeous elegant delicate fragile ancient medieval futuristic mysterious magical enchanted haunted
abandoned crowded deserted peaceful tranquil dramatic cinematic realistic abstract surreal geometric symmetrical
transparent translucent metallic wooden golden silver crystal marble leather velvet cotton woolen plastic ceramic
porcelain concrete rustic modern vintage antique tropical arctic underwater outdoor indoor distant foreground
background lighting shadow silhouette reflection perspective composition texture pattern detailed intricate watercolor
cartoon animation sketch graffiti mosaic collage minimalist psychedelic steampunk cyberpunk gothic baroque renaissance
impressionist expressionist panoramic fisheye closeup yellow purple turquoise crimson scarlet violet magenta
young elderly teenage muscular slender chubby bearded freckled tattooed barefoot hooded masked winged armored
happily quickly slowly quietly loudly gently softly brightly gracefully carefully suddenly together through between
behind beneath underneath against toward around another several hundred thousand morning evening midnight twilight
sunrise sunset winter summer spring autumn weather cloudy stormy crowded traffic vehicle person people children
woman women couple family friend friends brother sister mother father grandmother grandfather husband daughter
subject scene camera screen display`
    .trim()
    .split(/\s+/),
);
