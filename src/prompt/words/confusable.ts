/**
 * Real words that lie one slip of the pen from another real word: two of them are never one word mistyped. Source: own
 * list, with words of other languages.
 */
const ours = `
banc batman beten betten bleating bloating board boarder boarders boards boatman bowling bracelet bracket brain brains brase brasse breadth breast
breasts breathe brian bridge bridges broad broads brothers calvary camino cammino capelli capello cappelli cappello carats carne caro carpet carro
carrots cartas carte cartes carton castle castles cavalry certain chapel chaplet charming charring chasseur chausseur chose closing clothes clothing
clown clowns coasts cobber cobbler collage college coma conserve contract converse costumes coton country cousin coussin crackling crane crow crown
crowns curtain customs desert deserts diner diners feathers features fields floating flotating flour flower flowers friend friends gaols goals
growling hambre hansen hanssen haunting heart hearth helmet helmets hombre hoping horses hute hutte kirche kirchen kirsche kirschen lightening march
marin marsh martin monies monkey monkeys monster mothers mourning mustang nuclear ofen offen orchard orchid painting paintings pairs palaces panter
panther pardo paris patted people peoples pero peros perro perros pirates planet planets plumber plummer poison poisson portrait portray prado princes
princess printing rabids raising rapids roue saint saints scraping shining sleeping sleeting sparkling springs sprinking sprinkling sprinting stable
stables stalking startling statutes stranding streaming streams strings striped super swinging table talking terasse terrasse thorn thorough thread
threads throne thrown trance tresse trickling unclear weird winer winner winter wired`;

/**
 * English words that become another one by a letter more, by two letters that change places, or by a
 * double letter less. Computed from the word
 * lists of SCOWL up to size 50, Copyright 2000-2015 by Kevin Atkinson, who permits use for any purpose with this notice.
 */
const computed = `
abased abases abasing able abridgment abridgments abuses abut accouterments accoutrements accused accuses aced aces acetic ached aches achieves aching
acid acing acknowledgment acknowledgments action actions added adding addition additions additive addressees admires adored adoring adventures
advertises advises aesthetic aesthetics aging agings agonies agonise ague aide aides aiding aids airlines alas ales alight ally allying alms aloe
alteration alterations alum aluminum alums amen amenable amiability amiable amiably amour amours amphitheater amphitheaters amphitheatre amphitheatres
ample amplifies analyses analyzes anemia anemic anesthesia anesthesiologist anesthesiologists anesthesiology anesthetic anesthetics anesthetist
anesthetists angel angels anger angers angle angles ankles annals announces annul annuls anon anons anther anthologies anthologise antis ants apes
apologies apologise appal appalls appals apparelled apparelling appeases apples appraises apprise apprised apprises apprising arbor arbors arced
arches arcing ardor ardors area areas ares aria arid aright armor armored armorer armorers armories armoring armors armory arose around arranges
arrest arrests arse arses arthritis artier artiest artifices artist artists arty assembles asses asset assets assures astray automaton avenges avers
averse avert averted averting averts avid awakes aware awing axes babbles babes back backbites backboard backboards backed backer backing backlash
backlashes backpedalled backpedalling backs backside backsides backslides bacon badder bade badges badly badness bagged bagging bags bail bake baked
baker bakers bakes baking bald baled baling balk balked balking balks balled balling balsas band banded bandied bandies banding bands bandy bandying
bank banked banker banking banks banns bans bard bards bare bared barely barer bares baring barked barking barley barn barns barred barrelled
barrelling barring bars base based bases bash basing basis bass basses bast basted basting bate bated bates bath bathed bathes bathing baths bating
bats batted batter battier battiest batting batty bawl bawled bawling bawls bayed baying bays beach beached beaches beaching bead beaded beading beads
beak beaker beakers beaks bean bearing bears beast beasts beat beatification beatified beatifies beatify beatifying beating beats beautifies
bedevilled bedevilling beds beech beeches beep beeped beeping beeps bees beet beets begs behaves behavior behavioral behoove behooved behooves
behooving belabor belabored belaboring belabors belated belies believes belled belles bellied bellies belling bellow bells bellying belted belying
bench benched benches benching bend bender bending bends beret beside besides besieges best bests betas bets bevelled bevelling bidding bide bides
biding bids bier biers bight bights biked biker bikers bikes biking bile bind binder binders binding binds bins birded bitches biting bits bitten
bitters blankest blanket blankets blasphemes blazes bleaches bleated bled bleed bling blip blips blitz blitzes blocs blonds blooded blooding blot
blots blow blur blurs blush blushes bluster blusters boars boas boast boat boated boater boaters boating boats bobbed bobbing bobs boded bodes bodies
boding bogged bogging bogs boil boiled boiler boilers boiling boils bolder bolts bond bonded bonding bonds bone boned boner boners bones bongs boning
bonnier bonniest bonny boobs booed boogie boogies booing book booked booking bookmaking books boom boomed booming booms boon boos boost boot booted
booth booting boots boozer boozes border borders bore borer borers bores born botch botched botches botching both bother bothers bought bouncer
bounces bowed bower bowers bowing bowl bowls bows boxes boys brad brads braked braking bran branded branding bras brat brats breath breather breathes
breaths bred breed bride brides bridled brig brigs bring brinier briniest briny briskest brisket briskets brontosaurs brows browses bruises brunt
bucked bucking buckles budge budges buff buffed buffer buffers buffing buffs bugger bugle bugled bugler buglers bugles bugling bugs bulge bulged
bulges bulging bulk bulked bulking bulks bulldozes bulled bulling bumbles bumper bums bunch bunched bunches bunching bunged bunging bungles buns bunt
bunted bunting bunts burger burgers burglaries burglarise burnt burred burring burros burrs burs bury busby bused buses bush bushed bushelled
bushelling bushes bushing busier busies busiest business busing buss bussed busses bussing bust busted buster busters busting busts busy butches buts
buttes butts buying buys buzzes byes cabbed cabbing cabby cabs cached caches caching cackle cackled cackles cackling cadges cads cage caged cages
caging caked caking caliber calibers calibre calibres calk calked calking calks callisthenics calls callus callused calluses callusing calms camber
cambered cambering cambers camp camped camper camping camps cams canal cancel cancelled cancelling cancels candid candor cane caned canes caning
canned canning cannon cannons canny canon canons cans cant canted canter canters canting cantos cants canvass canvassed canvasses canvassing cape
caped caper capers capes caplet caplets capped capping caps carbs carburettor carburettors card care cared cares caret carets caring carolled caroller
carollers carolling carouses carps carries cars cart carted carting cartoon cartoons carts carve carved carves carving carvings case cased cases cash
cashed cashes cashing casing casings cast caste caster casters castes casting casts casual casually cataloged cataloger catalogers cataloging
catalogues catcall catcalls catcher catches categories categorise cater catered catering caters cation cations cats cattier cattiest cattily cattiness
catty causal causally cause causes cave caved caves cavilled cavilling caving cawed cawing caws cease ceased ceases ceasing celerity cells cement
center centerfold centerfolds centerpiece centerpieces centers centiliter centiliters centilitre centilitres centimeter centimeters centimetre
centimetres centre centred centrefold centrefolds centrepiece centrepieces centres centring cervices cesium chaffed chaffing chalet chalets challenges
chances channelled channelling chap chaperons chaps char charges chars charwoman charwomen chase chaser chases chat chats chatter cheer cheers chef
chefs cheques chess chewer chicer chicest chiller chillest chilli chillies chin chins chip chips chiselled chiseller chisellers chiselling choked
chokes choking choose chop chopper chops chorals chronicles chucked chucking chums cider ciders cinch cinched cinches cinching circles cites clam
clamor clamored clamoring clamors clams clan clangor clans clap claps clarinettist clarinettists clasp class classifies cleaned cleaner cleaners
cleaning cleanses cleaves clefs clever climatic clinches cling clod clods cloned clones cloning clop clops closes closest closet closets clot cloths
clots cloves clung clunker coal coals coast coat coated coating coats cobbles cobs cock cocked cocking cocks codded codding coded codes coding cods
coed coeds cogs coke coked cokes coking colas cold colds collie collies colones colonies colonise colonises colonizes colons color coloration
colorblind colored coloreds colorfast colorful colorfully coloring colorless colors cols colts combs comes comic comically coming comma commandeer
commandeers commands commas commutes compete competed competences competes competing compiled compiles complains complaint completed compliant
complied complies composed composes composing computes concave concerted concerting concerts concreted concreting condenses condos conduced conducing
conducive cone cones confer confers confidants congenial congenially conjures connives cons constrains consuls consumes contact contacted contacting
contacts continent continents cooed cooing cook cooked cooking cooks cools coon coons cooped cooping coops coos coots cope coped copes copies coping
copped copper coppers copping cops copse copses coquette coquettes coral corals cord cords core cored cores coring corneal corner corners cornet
cornets corny coroner coroners corporal corps corral corrals correspondent correspondents cosier cosign cosigned cosigning cosigns cost costed costing
costs cots couch couched couches couching councillor councillors counselled counselling counsellor counsellors countess counties county coup coupe
coupes couples coups courier couriers courtier cove coven cover covers covert coverts coves covet covets covey coveys cowed cowing cows cozier crabs
cracked cracking cram crams craned craning crap craps crate crated crates crating crave craved craves craving cravings craws crazes creamer create
created creates creating creation creations creed creep creeper creeps crepe crepes cress crevices cries crises crisper crispest crispy crochet
crochets crones crony crooner crooners crop crops crossbreed crotches crowd crowed crowing crows crucifies crueller cruellest cruises cruller crumbed
crumbier crumbiest crumbing crumby cruncher crusades cubed cubing cubist cubit cubits cubs cudgelled cudgelling cuds cued cues cuing cumming cums cunt
cunts cupid cupids cups curd cure cured curer cures curing curios curl curled curler curling curls curly curries curs curse cursed curses cursing curt
curtly cuss cute cuter cutest cuts cutter cutters dabbed dabbing dabbles dabs daft dairies dairy daises dams dances dander dank dared daring dated
dating dawdles dawn days dead deadlocks deaf deal deals dear dears death deaths debars debates debs debt debts decant decanted decanting decants
decease deceased deceases deceasing deceives decent decried decries decry decrying deduced deducible deducing deer defeated defeating defect defected
defecting defection defections defector defectors defects defer defied defies defines defy defying dehumidifies deice deices deign deigned deigning
deigns delete deleted deletes deleting deletion dell dells demeanor demoed demoing demon demonic demons demos denies dens dented denting denture
dentures deodorises deodorizes depot depots deprecate deprecated deprecates deprecating deprecation deputes deputies deputise derivation derivations
derive derived derives deriving descried descries dessert desserts destines deter determines deters detest deuce deuces devilled devilling devilries
devilry devotees dialled dialling diallings diaries diarrhea diary dibble dibbled dibbles dibbling dice diced dices dicey dicing died dies digs dill
dills dimmer dims dined dines ding dings dingy dining dinned dinner dinners dinning dins diplomas dipped dipping dips dire direr direst discolor
discoloration discolorations discolored discoloring discolors discreet discrete discs discuss discusses disembowelled disembowelling disfavor
disfavored disfavoring disfavors dishevelled dishevelling dishonesty dishonor dishonorable dishonorably dishonored dishonoring dishonors dispatches
dispenses dissed dissing distills disuses divas dive diver divers dives divided divides divines diving docs dodges does doggies doing doll dolled
dolling dolly done dons doodles doomed dooming door doors dories dory dose dosed doses dosing dots dotted dotting doubles doughier doughiest doughy
dove doves dowelled dowelling down downed downer downing downs dowse dowsed dowses dowsing dozes drably dragoon dragoons dram drams drawing draws
dreamer dredges dress dresser dresses dribbles drier driers dries driest drive drivelled drivelling drives driving droned droning droop droops droves
drys dual dubbed dubbing dubs ducking duct ducts duds duelled duelling duellist duellists dues duet dulled dulling dully dumping dune dunes dunk dunks
duns duped duping duster duty dwelling dyer dyers dyes dying eagles ears earthier earthiest earthing earthy ease eased eases easing eating economies
economise edger edifies edit edits egoism egoist egoistic egoists eights embezzles emirate emirates enamelled enamelling enamor enamored enamoring
enamors encodes encyclopedia encyclopedias encyclopedic endeavor endeavored endeavoring endeavors ended ending endorses endue endued endues enduing
energies energise energises energizes enforces engraves enlarges enquires enrollment enrollments enrolls ensue ensued ensues ensuing entails enthralls
envelops envy epicenter epicenters epicentre epicentres equalises equalizes equalled equalling erases erring escapees etches eternal eternally ether
ethic ethically ethics eulogies eulogise evens eves eviller evillest ewes examines except excepted excepting excepts exert exerts exes exist exit
exited exiting exits expatiate expatiated expatiates expatiating expediences expedites expiation explores extinguishes face faces facet facets fact
faction factional factions factories factorise facts fads fagged fagging faggot faggots fags fail failed failing fails fainer fainest fair fairs fairy
fake faked fakes faking fame famed fancies fans fantasied fantasies fantasise fare fared fares faring farmed farmer farmers farming farting farts fast
fasted fasting fasts fated father fathered fathering fathers fating fatness fats fatten fattened fattening fattens fatter fattest faulty fauns favor
favorable favorably favored favoring favorite favorites favoritism favors favour favoured favouring favours feast feat feats fecal feces feds feed
feeds feeler fees feet felled felling fences fend fends fens fertilises fertilizes fervor fest fests fetal feted feting fibber fibbers fiber
fiberboard fiberglass fibers fibre fibreboard fibreglass fibres fiches fiction fiddles fiefs field fiend fiends fiery fifes fight fighting fights
filed files filing filings fill filled fillet filling fillings fills filly finagles finale finales finals finch finches find finds fined finer finest
fining finises finishes fins fire fired fires firing firs fisher fishes fist fists fitful fits fitted fitter fitters fitting fixes fizz fizzed fizzes
fizzier fizziest fizzing fizzle fizzled fizzles fizzling fizzy flak flaked flaking flames flamings flannelled flannelling flasher flashes flashest
flat flats flavor flavored flavorful flavoring flavorings flavorless flavors flay fled fleeing flees fleshier fleshiest fleshy flied flies fling
flings flit flits flowered flue flues fluky fluted fluting flutist flutists flying foal foes fogged fogging foggy fogs fogy folly fond fonder fondling
font fonts food foods fops forages forbear forbears forbore forces ford fords fore fores forgather forgathered forgathering forgathers forge forged
forger forgers forges forging forgo forgoes forgoing forgone form forms formulae fortes forth forts forwent founder foundered foundering founders
founding four fours framed framer framers frames framing franchisees franchises frats fray frayed fraying frays freeing freelances freeman freemen
freezes freshen freshest freshet freshets fried fries fright frighted frighting frights frizzed frizzes frizzing froth frying fuelled fuelling
fulfillment fulfills fulled fulling fully fumbles fume fumes fund funded funding funds funeral fungus funk funked funking funks funky funnelled
funnelling funner funnest furors furry furs fuss fussed fusses fussing gabbed gabbing gabble gabbled gabbles gable gabled gables gabs gads gaffs gags
gain gains gale gales galley gallon gallons galls gals gambled gambles gambling gambolled gambolling gamer gamest gamins gander ganging gantlet
gantlets gape gaped gapes gaping gaps garage garbed garbing garbs garish garnisheed garnishees garter garters gases gash gashed gashes gashing gasp
gasped gasping gasps gassed gassier gassiest gassing gassy gate gated gates gating gave gavel gavels gayer gayest gayness gays gaze gazed gazes gazing
geed gees geld gels gems gene genes genial gentle gentles genus geranium gets ghostwrites gibber gigged gigging giggler giggles gild gilded gilding
gilds gill gills gilt gimmicky ginned ginning gins girded girding girds girts gist gives glad glads glen glens glided glides gliding globs glosses
gnome gnomes gnus goad goads goat goats gobbed gobbing gobbles gobs gods goes gofer gofers going goiter goiters goitre goitres gong gongs gonorrhea
goodlier goodliest goodly goods goody gooier gooiest gore gored gores goring gorse gory gouges gout gown grabs grad gradation gradations grader grades
grads grander grass grate grated grater graters grates grating gravelled gravelling gravelly graves gray greed grid grids grills grimy grin grins
grippe gripped gripping grips grisly grist grit grits groove grooves groped groping grovelled groveller grovellers grovelling groves growing grows
gruelling gruellings grumbles guess guesses guff gusher gushes gust gusted gustier gustiest gusting gusts gusty guts gutsier gutsiest gutsy gutted
gutting guzzles gynecological gynecologist gynecologists gynecology habitation haggles hags hairbreadth hairbreadths hale haled haler hales haling
hams handcars handcraft handcrafts handed handing handles handwork harbor harbored harboring harbors hard harder hardest hardly hardness hardy hared
hares haring harm harmonics harmonies harmonise harms harness hart harts hash hastes hatches hate hated hater haters hates hath hating hats hatted
hatter hatters hatting have haven havens haves having hawed hawing haws hazes head header headwaters hears hearts heat heater heath heaths heats
heaves heckles heed hematologist hematologists hematology hemoglobin hemophilia hemophiliac hemophiliacs hemorrhage hemorrhaged hemorrhages
hemorrhaging hemorrhoid hemorrhoids hems herd heretic heritage heritages heron herons hers hideous hied hies hikes hired hitchhikes hits hoaxes hobs
hods hoed hoes hokey hold holed holing holly holy homeboy homer homes homey honed hones honesty honing honor honorable honorably honored honoring
honors hoods hooped hooping hoops hopped hopping hops horded hording horse hose hosed hoses hosing host hosted hosting hostler hostlers hosts hotel
hotels hows huger humanises humanizes humanly humanness humidifies hummus humor humored humoring humorless humorlessness humors hums hunch hunches
hunt hunted hunting hunts hurdles hurled hurler hurlers hurling hurting husker hustles huts hying hymn hymns icier iciest ideas identifies ides idles
immodesty immoral immorality immorally impanelled impanelling impeded impeding imperil imperilled imperilling imperils imperious implement impudence
impudent inane inanely inaner inanest inanity inbreed indeed indicted indicting induced inducing inert infarction infect infected infecting infection
infections infects infinities infraction inhales inhumanly initialled initialling injures inking inline inner inquires insect insects inset insets
insides insolent installment installments instills insulted insulting insures insurgences intensifies interbreed interment interred inters intestate
intrudes inure inured inures inuring invades ionizes ions irrelevances isles isotopic jabs jalousies jams jealousy jelled jelling jets jewelled
jeweller jewellers jewelling jibbed jibbing jibs jigged jigging jogged jogging joined joining joins jokes jots joyrides judgment judgmental judgments
jugged jugging juggles juicer juices jumper junker just keel keeling keels keens kennelled kennelling kibitzes kicker kickers kids kilometer
kilometers kilometre kilometres kinship kisses kits kneeing knees labelled labelling labor labored laborer laborers laboring labors labs lace laced
laces lacing lackluster lacklustre laddies lade laded laden lades lading ladings lads lager lairs laity lambkin lambkins lamed lament laming lammed
lamming lams lances lander landscapes lane lanes lanker lankest laps lash lashed lashes lashing lass lasses last late later lath lathe lathed lather
lathers lathes lathing laths lats latte latter launches lava laws layer layers laying lazed lazes lazing lean leaned leaner leaning leans leas leased
leases leasing leaves lectures ledges leer leered leering leers lees legatees lens lest lets leukemia levelled leveller levellers levelling liability
liable liars libelled libeller libellers libelling libellous liberties licensees lied lien liens lies lifer lighting lightning likable likableness
liked liker likes liking limbs limed liming limo limos limpest limpet limpets linage lined lineman linemen linen linens liner liners lines lining
lions lipid lips lire lite liter liters litre litres litter litters livable lives llama llamas lobbed lobbing lobs locals lode lodes lodges loge loges
logos logs loin loins loner loners longed longing loon loons looped looping loops loose looser looses loosing loots lopped lopping lops lose loses
loss losses lots lotus louses louts louver louvers louvre louvred louvres lover lovers loves lugs lunch lunched lunches lunching lunge lunged lunges
lunging lungs lupins lure lured luring luster lustre lying macros madrasas madrassa madrassas mads magnets magnifies maim maims mains maker makers
makes making makings male males mama mamma manages mane manes mange manger mangers manias manic manics manifests manly mans manse mantel mantels
mantes mantle mantles manufactures many marches maria marines marital marred marries marring mars marshalled marshalling martial martins marvelled
marvelling marvellous marvellously mash mashes masquerades mass mastery mated mates math mating matins mats matte matted mattes matting matts matzoh
matzos maze mazes meager meagre meal mealier mealiest meals mealy meaner meat medal medallist medallists meddles medial medias mediate mediated
mediates mediating mediation meeting meets memories memorise mender menders mere meres merges mess metal mete meted meter meters metes meting metre
metres mewed mewing mews mice micrometer micrometers micrometre micrometres middy midges miens miked miking miler milers miles milker miller millers
milliliter milliliters millilitre millilitres millimeter millimeters millimetre millimetres mills mils mimed miming mind mine mined mines mining minis
minster minted minting minuet minuets minute minutes mire mired mires miring misbehavior misdemeanor misdemeanors miser misers misery misjudgment
misjudgments mislay mislaying mislays misled miss missed misses missing mist mister mite miter miters mites mitre mitred mitres mitring mixes modelled
modelling modellings modes modesty modifies mods moisturises moisturizes mold molded molder moldered moldering molders moldier moldiest molding
moldings molds moldy molt molted molting molts money moneyed monopolies monopolise mooches mood moods mooed mooing moon moons moor moored mooring
moors moos moose mopes mopped mopping mops moral morality morally morals more mores morn morning morns mortgagees mosses most mostly motes moth moths
moulder mouser mouses mousse moussed mousses moussing move moves mowed mowing mows much muckrakes mucus muffed muffing muffles mugger multicolored
multiples multiplexes multiplies mumbles mums munches muse mused muses musicals musing muss mussed musses mussing mustache mustaches muster muter
mutter naive naps nave naves needed needing neighbor neighbored neighborhood neighborhoods neighboring neighborliness neighborly neighbors nested
nesting nether nets netted netting neural neuron neurons neutralises neutralizes news nibbles nice nigh nipper niter nitre nods noel noels noes noise
none noose nooses nose nosed noses nosier nosiest nosiness nosing nosy notaries notarise nothing noting nous nubs nude nudes numskull numskulls nuns
nutrient nutrients oats obit obits observes ocher ochre odor odorless odors offed offices once orate ordnance ores organises organizes orthopedic
orthopedics orthopedist orthopedists outage outages outed outer outing outlay outlaying outlays outlying outs outsides overachieves overbore overdoes
overdoing overdose overeat overeating overeats overhead overlay overlaying overlays overly overlying overpay overpaying overpays overrate oversees
overshoot owed owing oxidises oxidizes pace paced pacemaker pacemakers paces pacifies pacing packet packets padded padding pages paid pain pained
paining pains paint paints palatal palate palates paled paleontologist paleontologists paleontology paling palled palling palls palm palmist palmists
palms pals pane panelled panelling panellings panellist panellists panes panhandles panned panning pans pant panted panties panting pants papas paper
papered papering papers paps parcelled parcelling pare pared pares paring parings parks parley parlor parlors parolees parred parring pars parse
parses partakes parted parting party pass passerby passes pastes pasties pasts pasty pate patent patently patents pates path paths patine patios
patois pats patsies patsy patter pattered pattering patters pawed pawing pawn pawned pawning pawns paws payable payed payer payers paying payoff
payoffs pays peaces peach peaches peal pealed pealing peals pears peas peasant peasantry peasants peat pecs pedalled pedalling pedant pedants peddles
pediatric pediatrician pediatricians pediatrics peeing peeps peer peered peering peers pees peewee peewees pencilled pencilling pens pepped pepper
peppier peppiest pepping peppy peps perfect perfects perilled perilling perjures peroration perorations personae peter petered petering peters pets
pettier pettiest pettily pettiness petty phase phased phases phasing philosophies philosophise philter philters philtre philtres phoned phones phoning
phony phonying phosphors photocopies photos pick picked picker picking pickle pickled pickles pickling picks piece pieced pieces piecing pied pieing
pier piers pies piggish pigs piing piked piker pikers pikes piking piled piles pilled pilling pimento pimentos pimp pimped pimping pimps pined pining
pinned pinning pins pint pints piped pipes piping pipped pipping pips pitches pith piton pitons pits pity pizza pizzas place placentas places plaid
plains plaint plait plaits plan planed planes planing planned planning plans plant plants plaster plasters plate plated plates plating pleas pliant
plied plies plot plots plumed pluming plums plunges plus pluses plusher plushest plying poaches podded podding pods pointer poises poked poker pokes
poking poky polar polices polishes politics polled polling polls pollutes polo pols pommelled pommelling pond ponds pone pones ponies pony pooh poohed
poohing pooled pooling pools poops poplar popped popping pops pored poring ported pose posed poser posers poses posies posing posse posses post posted
posting posts posy potable potables potent pothole potholes potion potions pots potted potter potters potting power powered powering powers prances
prate prated prates prating preacher preaches predicted predicting prediction predictive prefect prefects prejudgment prejudgments prelude preludes
premiers preserves preset presets preterits price priced prices pricing pricked pricking pride pried pries prim primed primes priming primmer
priorities prioritise prise prised prises prising prism privateer procures prod produces programmes promotes proms proof proofs proper pros prospects
prostate prostates provides prows prying psychs pubic publishes puck pucks pudding puffer pugs pulses pummelled pummelling pump pumped pumper pumping
pumps punch punches punchier punchiest punchy punk punks puns punter punters pups purchases pure purer purifies purr purse pursed purser pursers
purses pursing pursues push pusher pushes pushier pushiest pushy pusses puts putted putting putts puzzles pwned pwning pwns pyorrhea quadruped
quadruples quaked quaking qualifies quantifies quarrelled quarrelling quarts quibbles quiet quiets quintuples quit quite quits quoted quoting rabbis
raced racer races racing racist radial radially radials rage raged rages ragged raggeder raggedest raggedy ragging raging rags raid raider raids raked
raking rally rambles rams ranches rancor ranger ranges ranked ranking raped rapier raping rapped rapping raps rared raring rashes raster rated rating
rationals ratios rats ratted ratting rattles ravelled ravelling raves razzed razzes razzing reader reading real really reals realty ream reamed
reaming reams reap reaps reared rearing rears rebus recap recaps receives reclines reconnoiter reconnoiters reconnoitre reconnoitred reconnoitres
reconnoitring rectal rectifies rector rectors reds reeds reedy reefer reefers reefs reel reeled reeling reels reenter reenters refilled refilling
refines refreshes refuelled refuelling refugees regent regents regimens regimes reign reigned reigning reigns rein reined reining reins relabelled
relabelling relay relayed relaying relays relied relies relive relived relives reliving rely relying remaking reminder reminders remodelled
remodelling removes renal reorder reorders repay repaying repays repel repelled repelling repels repertoires repertories reply replying reps reread
rereading rereads rescues researches resell reselling resells reset resets resetting reside residences resides resin resins rest restated restating
restores restrains rests retain retained retaining retains retired retirees retires retraced retracing retrain retrained retraining retrains retried
retries retrieves reuse reused reuses reusing revel reveled reveling revelled reveller revellers revelling revels revere revered reveres reveries
revering reverse reviles revolves revved revving rhapsodies rhapsodise riced rices ricing ridding ride rider riders rides riding rids rife riffed
riffing riffle riffled riffles riffling rigor rigors rigs rile riled riles riling rimmed rimming rims ring ripped ripper ripping rise rises rising
rivalled rivalling roan roaster roasters robbed robbing robs rocker rods roes rogue rogues roods roomer roost rooster roosters root rooted rooter
rooting roots roped roping rose roses roster rosters rote rots rotted rotting rouge rouged rouges rouging round roundness routing routs roves rowelled
rowelling rubble rube rubes ruble rubles rubs ruby rudder rued rues ruffed ruffing rugs ruination ruing rule rules rumor rumored rumoring rumors rumps
rums rung runner runs runway runways ruse ruses rusted rusting rustles ruts saber sabers sable sables sabre sabres sack sacked sacking sacks sacred
sacs saddle saddled saddles saddling sades sage sages sagged sagging sags said sail sailed sailing sails sake salable sale sales saline salines sallow
sallower sallowest salon salons saloon saloons salt salted salter saltest salting saltpeter saltpetre salts salvation salve salved salver salvers
salves salving same sames samples sand sandal sandals sander sanders sanding sands sandy saner sang sangs sank sans sapling saplings sapped sappier
sappiest sapping sappy saps sash sashes sate sated sates satin sating saucer sauces savage savaged savages savaging save saved saver savers saves
saving savings savior saviors savor savored savorier savories savoriest savoring savors savory savour savours saying sayings says scad scads scald
scaled scaling scam scammed scamming scams scans scanter scantest scare scared scares scaring scarred scarring scars scat scats scavenges scepter
scepters sceptre sceptres schedules schemes scone scones scooped scooping scorches scored scores scoring scotchs scoured scouring scows scram
scrambles scrams scrapes scrapped scrapping scraps scribbles scrip scrips scrounges scrubber scrunches scuff scuffed scuffing scuffs seal sealing
seals seam seamed seamier seamiest seaming seams seamy sear searches seared searing sears seas seat seated seating seats secrets secs sedge seduces
seed seeded seedier seediest seeding seeds seedy seeing seek seeker seeking seeks seen seep seeped seeping seeps seer seers sees self sell seller
sellers selling sells selves semen send sender senders sending sends sent sentence sentient septic septicemia sepulcher sepulchers sepulchre
sepulchred sepulchres sepulchring sequences sere serer serous serve served serves serving sets setter setters setting settles sever severs sewed sewer
sewers sewing sews sexing sexist shad shads shady shaker shakes shaking shammed shamming shams shank shaped shaping shard shared sharing shave shaves
sheaths shed shedding sheds shes shied shies shift shill shilled shilling shills shimmed shimming shine shiner shines shinned shinning shinny shins
shit shits shoe shoes shogun shoguns shooing shoos shoot shoots shored shoring shot shots shovelled shovelling shoves shower shred shriek shrieks
shrike shrikes shrivelled shrivelling shrives shuffles shuns shut shuts shutting sick sicked sicker sickest sicking sickly sickness sicks sics side
sided sides sideshow sideshows siding sift sifted sifter sifters sifting sifts sighed sighing sighs sight sighted sighting sights sigma signalled
signalling signed signer signers signing signs silences sill sills silt silted silts silver silvered silvering silvers simmer simmered simmering
simmers simper sims simulate simulated simulates simulating simulation sine sing singe singed singer singers singes singing single singled singles
singling sings sink sinker sinkers sinking sinks sinned sinner sinners sinning sins sipped sipping sips sire sires sirs site sited sites siting sits
sitter sitters sitting sizable size sized sizes sizing skates skid skies skillful skillfully skims skin skins skip skips skis skit skits skydives slag
slaked slaking slash slashed slashes slashing slat slated slating slats slave slaved slaver slavers slaves slaving slay slaying slays sled sleeper
slice sliced slicer slicers slices slicing slid slider slides slier sling slit slits slitting sliver slivered slivering slivers sloe sloes sloop
sloops slopped slopping slops slots slug slums slung slurs slyer smile smiles smoked smoker smokes smoking smolder smoldered smoldering smolders
smoother smugger smuggles snags snaked snakier snakiest snaking snaky snapper snared snaring sneaker sniffed sniffing snipes snipped snipping snips
snivelled snivelling snooper snoot snoots snored snores snoring snorkelled snorkelling snot snots snowshed snuffed snuffing snugged snugging soar
soars sober soberly sobs sock socked socking socks sods softy soggier soggiest soggy soil soiled soiling soils sold solder soldered soldering solders
soldier sole soled soles solid solider solidest solidity solidly soliloquies soliloquise soling solitaires solitaries sols solves somber somberly
sombre sombrely sons soon soot sooth soothed soothing sootier sootiest sooty sopped soppier soppiest sopping soppy sops sore sorer sores sorest sort
sorted sorter sorting sorts sots sough soughed soughing soughs sour soured souring sours souse souses sowed sower sowers sowing sown sows spam spams
span spans spar spare spared sparely spareness sparer spares sparest sparing sparked sparking sparkles sparred sparring spars sparse spas spasm spat
spats spatted spatter spattered spattering spatters spatting spay spayed spaying spays specialties specialty specifies specked specking specs specter
specters spectre spectres sped speed speeder spice spiced spices spicing spied spies spilt spine spines spins spiralled spiralling spirea spireas
spires spit spite spites spits spitted spitting splendor splices split splits sponger sponges spoored spooring spored sporing spot spots spotter spout
spouted spouting spouts sprig sprigs spring sprinkles sprites spry spun spurs sputter sputtered sputtering sputters spying squaws squeezes squired
squiring squirrelled squirrelling stabilises stabilizes stags stain stained staining stains staked staking stale staled staler stales stalest staling
stalled stalling stances stanch stanched stancher stanches stanchest stanching stand standing stands staples star stare stared stares staring starling
starred starring stars started starting state stated stater states stating stats statue statues status stave staved staves staving stay stayed staying
stays steak steaks steam steamed steamer steamers steaming steams steed steely steep steeps stem stems stencilled stencilling step sterilises
sterilizes stew stewed stewing stews stick sticker stickers sticks sties stile stiles sting stinger stingers stingier stingiest stinging stings stingy
stir stirs stoke stoked stokes stoking stoner stones stoop stoops stop stopped stopping stops stored stores storing story stove straggler straggles
strange stranger strangers strangles strap straps stretcher stretches strikes string stringer striping stripped stripping strips stubby stuck studios
study stumbles stung stuns subbed subbing subs subscribes subsides subsidies subsidise subtotalled subtotalling succor succored succoring succors suck
sucked sucking sucks suds sued sues suffer suffers suggest suing suits sulk sulked sulking sulks sultans summaries summarise summed summer summing
summoned summoning sump sumps sums sunbathes sunder sung sunk sunned sunning suns supercharges supper suppers supplant supplants suppler suppliant
suppliants supplies sups sure surer surest surf surgeon surgeons surly swam swan swanker swankest swans swap swaps swat swath swathes swaths swats
sweater swig swigs swindles swing swivelled swivelling sympathies sympathise sympathises sympathizes synthesizes tables tack tacked tacking tackles
tacks tact tads tags tail tailed tailing tails taker takers takes taking tale tales tamale tamed tamer tamers tames taming tamp tamped tamping tamps
tams tang tangs tank tanked tankful tanking tanks tans tape taped taper tapered tapering tapers tapes taping tapped tapping taps tared taring taros
tarps tarred tarring tars tart tarts taser tasers tasselled tasselling tasted taster tasters tastes tastier tastiest tasting tasty tats tatted tatter
tatters tatting tattles taut taxed taxiing teaches teak teaks teas teases teat teats teed teeing teens tees teeter teeters teetotaller teetotallers
telecommutes temped temper tempers temping temps tend tended tenderises tenderizes tending tends tenon tenons tenor tenors tens tent tents terrain
terrains tester testes tests textual theater theaters theatre theatres thee thees theories theorise there these thickest thicket thickets thickset
thins thirty this thong thongs though thralldom thrashes three threshes throe throes through thus tick ticked ticker ticket tickets ticking tickle
tickled tickles tickling ticks tics tide tided tides tiding tied tier tiers ties tilde tile tiled tiles tiling till tilled tilling tills tilted
tilting timber timbers timbre timbres timer timers times tine tines ting tinge tinged tinges tinging tings tinker tinkers tinkle tinkled tinkles
tinkling tinned tinnier tinniest tinning tinny tins tinselled tinselling tint tinted tinting tints tipped tipper tippers tipping tipples tips tired
tires titled titling tits titter tittered tittering titters tittle tittles toady toaster today toddles toed toes togs tokes toll tolled tolling tolls
toms toner tong tongs tonne tonnes tons tooted tooting toots topic topical topics topped topping toque toques tore torn tors torts tortures torus
totalled totalling tote toted totes toting tots totted totter totters totting tough toughs tours tout touts towel toweled toweling towelled towelling
towellings towels tows toxemia toys trace traced tracer tracers traces tracing trade trades trading trail trailed trailing trails trammelled
trammelling tramped tramping trams tranquilizes tranquillises tranquillity transit transits trap traps trash trashed trashes trashing travelled
traveller travellers travelling travellings tread treading treads treasures treat treaties treatise treats treble trebled trebles trebling tree trees
trespasses trial trialed trialing trialled trialling trials trice tricked tricking tricolor tricolors tried tries trifles trill trilled trilling
trills trios tripe triples tripos trips trope tropes trot trots troubleshoot trough troupes trout trouts trowelled trowelling trucked trucking true
trues truss trust trusting trusts tubes tubs tuck tucked tucker tuckers tucking tucks tugs tumbles tumor tumors tuned tuner tuners tunes tuning
tunnelled tunnelling tunnellings tuns turkey turkeys twin twine twined twines twining twinned twinning twins twist twit twits tying typewrites
tyrannies tyrannise tyrannosaurs unarmed unasked underachieves underfeed underlay underlays underlie underlies underling underpay underpaying
underpays undershoot undertakes underwrites unearned uneaten unending unequalled unfavorable unfavorably unformed uniformed union unit unite united
unites units unlabelled unlock unlocked unlocking unlocks unmaking unravelled unravelling unrivalled unsavory unset unshakable untie untied unties
uprising user users uses usurer usurers uvulas vale vales valet valets valor vanish vanished vanishes vanishing vans vaped vaping vapor vaporises
vaporizes vapors varicolored vats veal venal verification verified verifies verify verifying vertebrae vets vial vials vibratos vice viced vices
vicing victualled victualling vied vies vigor vile villages violet viols visa visas viscus vised vising vole votes vouches voyages wack wacker wackest
wacks wadded wadding waded wader waders wades wading wads wages wagged wagging wags waist wait waits waiver waives waked waken wakened wakening wakens
wakes waking wale waled wales waling walled walling wand waned wangle wangled wangles wangling waning warbles warier wariest warily wariness warps
warranted warranting wars wary washes wastes watches water watercolor watercolors watered waters wave waved waver wavers waves wavier waving waxing
weak weal weals wearer wearing weaselled weaselling weaves weds weeder weeds weeing weeper wees weest weighed weighing weighs weld welded welding
welds wench wenches wens were west wets wetting whales what wheeled wheeling wheres whet whiled whiling whiner whines whinny whirrs whirs whisks
whisky whiskys whist whistles whit whiter whites whits whittles whoever wholesales whosoever wider widest widow widowed widowing widows wield wigged
wigging wiggle wiggled wiggler wigglers wiggles wiggling wiggly wight wights wigs wild wilds wile wiled wiles wiling willed willful willfully
willfulness willing winced winces wincing wind wine wined wines wing winger wingers winging wings wining winning wins wipes wiser wises wishes wist
with wither wits wive wives woks womanises womanizes wonder wood wooden woodier woodiest woodman woodmen woody wooed wooer wooers wooing woollen
woollens woos word words wore workday worries worshipped worshipper worshippers worshipping worth wrangles wraps wrath wreaths wrest wrested wresting
wrestles wriggles wring wrinkles wrist writ write writes writing writs wroth yaks yarn yarns yawed yawing yaws years yeas yeps yest yodelled yodeller
yodellers yodelling yokes yous zipper zoned zoos`;

/** Words that are real although they look like another one mistyped. */
export const confusableWords: ReadonlySet<string> = new Set(`${ours} ${computed}`.trim().split(/\s+/));
