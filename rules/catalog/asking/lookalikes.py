"""Real English words that are a slip away from a word of the tables: they are left as they are.

Taken from the twenty thousand most frequent words of English (the list of wordfreq), by the same measure that corrects.
"""

_WORDS = """
abduction abel abiding aboard abort abound academia academies academy accent accents accuses aches achieve achieved
aching acre acres actor actors actress addicted addictive additive adept adjunct admit adorned advance adverse advisor
aerial agendas agnes ahmad airways alabama albert alberta alberto algeria alleged allotted alloy along aloud altar
amateur amateurs amazing ambient ambitious amen ample analyse analysed analyses analyst andreas andrews anger angered
animals announce antibody antoine apologise applaud archie arena arise aromatic arose aroused ascended ashamed asses
asset assets assure assured atheist atleast attained attempt attended attract attracted audi audible audio authorised
avery avid awaited awaiting awaits awhile babes bach backpack bailed baked baking bale ballet balloon balloons ballots
band bands banging bangs banker banner banning bard barge barking barkley barley barrels barrister barry basal bashing
basic basics basil basin baskets bass bates bath bathing baths batter battery batting beach beads beak beams beans
beard bearer bearing bearings bears beast beating became beckett bedding bedford bedroom beers began begging begun
behaving beijing belgian beliefs bells bench bend bender bending bends benedict berries berth bidder bidders billy
bind binding binds bing binge bitch bites biting bitter blanc blanche blanket blankets blasted bleach bleak bleed
blender bloated bloc blockade blogger bloggers blond blooded blooming blow blowing blown blurred boar boast boeing
boiling boise boko bond bonding bonds bones bonnet boobs booker booming boone boosting booth boots boulder bowling
boyd brace bracelet braces brad bradley brain brains braking bran brandon brandy bras bravely bread breadth breakup
breasts breath breathe breaths breeder bret brewing brick bridges bridget brig briggs brighter brighton brilliance
brink brits broaden broader broadly brock brody broke broker brokers brook brooks broth brother brothers brought brown
browse brunch buckley budding buff builder builders buildup bulletin bullied bullies bullock bullpen bully bullying
bumping bunny buns burnt burton burying busch buses busiest butch butcher butter cable cafes cages cain cakes calgary
caller calming calories camel cameo cameron camping campuses cancer cancers candle candles candy canning cannon
cannons cape capped capsule captain carbs careers carey carpets carr carriages carrier carriers carrots carts carver
cary casey cass cassidy castles casualty catalan catalogue catch catcher catches catching catchy cater catering cats
causal caution cavalry caves cease ceiling celebrated cello cells censor centric century chai chair chaired chan
chance chances changer channel channels chant chanting chap chaplain chapter charger chargers chariot charity charles
charlie charming chart charter chase chasing chassis chatter checkout cheek cheeks cheeky cheese chen cherries chest
chester chewing chick chicken chicks chile chilean chili chill chilled chilling chin ching chopper chopping chrome
chronic chuckle chun chung chunky circulation clair clan clans clare clarence clarification clarity clark clash
clashes classy claudia claudio claws cleaner cleaners cleanse cleansing clearer clement clerical clinging clint clips
cloak clogged clone clones closer closet closure closures clothes cloudy clover coached coaches coaching coalition
coarse coast coastal coaster coasts coating coatings coats cocaine cock coincidence coke colbert colder coleman colin
collage collar collector college colleges collins collusion colon colour colours colts coma comcast comedic comet
comey comin commando commence commune commute commuter companion companions compass compassion compatible compelled
competition compliment composite comprise comprises compton comrade comrades conceal concede concert concerts
concession concessions concise concord concussion condemn conduct cones conference conferred confess confessed
confession confined conform congestion congo congress connector conor conquer consent conservation constance construct
constructs consular consultant cont contact contacted contacts contempt contend contest contestant contested contests
continent continuum contractor contractors contrary contributor convened convent convention conveyed convict convicted
conviction convictions cookbook cooke cooked cooker cookies cooking cooks coolest cooperate cooperative coping cords
corey corn cornell coronation coroner corps corpses correlation cosplay costa couch cough coughing couldnt counsel
counter countered counters countess counties county coupe courage courier cove coventry covert coveted coward cracker
cramped crank crate crates craving crawled crawling cream crease creation creations creator creators creature
creatures cried criterion crooked cropped crops crore crow crowley crown crowned crows crude crumble crush crushed
crushing crust crying cunning cunt cunts cure cured cures curious curling curry curtain curtains curve curved custody
customary cyclone cynical dads daft dagger dairy daisy daly dancer dancers daniels dante dared darts dealer dealers
dealt dearest debuted decay deceased deceive deceived decency decker decorated decree deeds defeats defence defences
defense defiance deficit deficits delegate delegates delicate deliver delivered delivers delusion demon denise denny
denotes depicted depiction depicts depleted deposed deposited depressed deprived depth descend descending descent
deserted deserts deserved desmond despicable destined detained detector devised devoted dharma diagnose diagnosed
diagnostic dialect diapers dicks diets difficulty dignity diner ding dioxide dipped dipping director directors dirt
discharged disclosure discord disgust dishes disks dispose distal dive dives dividend divine division divisive docking
docks dodgers doggy doin dolls dolly dong doping dough dove dover dragging drain drained draining drains drawers drawn
dread dreamer dreamt dress dried drilling drinking dripping driven driver drivers drying dudes duffy dunes dust duty
dynamite eager eagerly earl earliest earrings earthly easiest east easter eastern eater eaters ebooks economies
economist economy edith education eighth eighty ejected elder elect elected elective elusive embodied emerge emerges
emery emitted emory emotion empathy empires empress enact endowed endured enforce ensured entails entirety entropy
erected eruption espresso estate esther ether europa evacuate evacuated evacuation evans everton evidenced evils
evolution excavation excerpt excerpts excessive excited exciting exclusion excused excuses exemption exemptions
exercise exert exit exited exiting exits expelled experienced experiencing exploration explore explored explorer
explores expressly expulsion extension extensive extinct extinction extradition faction factions facto factories
factory faculty faded fades faint famed families fanbase fandom fanny farce farewell farmer farmers farms farther
fashion father fats fault faults favour favourite favourites favours fearing fears feast feather feathers fellow
fellows fetal fever fiance fiat fibre fiddle fifth fighter fighters filler filmed filming films finder finer finest
finnish fins fishes fishing fist fists fixation fixture fixtures flair flank flare flares flatter flavor flavors
flavour fleeing fleeting fleming flesh flick flies flirting flock flops flora flour flower flowers flown flush focal
fodder folded folding folds folly fond foods fooling fools footing fore forearm foreman forests forfeit forge forged
forgot forks forrest forster fort fortnite forty forum fostering founder founders foundry fountains fourth foxes
fracking fracture fractures frail freak freaks freed freezing freight friction fried fright froze frying fudge fuels
fund funded funding funky furry gaining gamble gambling gamer gamma gangs garage garde gardens gardner garry gary
gases gasp gather gathers gearing gears geeks genera genesis genetic genetics genital genus germs getaway gettin giles
gland glaring glen glenn glide glowing gmail goddess gods goggles goin goldman gong goodies goodwin gotten gould gown
grabbed grace grad graft grail grain grains grand grande grange granger grant granted grape grapes graphic graphics
grasses grave gravy grazing greatest greed greet greeted greeting grenade grinder grinding gross grove guest guests
guild guilt guise gunner hacker hackers hague hailed haired hairy halls hampered handgun handler hans happier happily
haram hardcore hardened hardest hardy harry hartley harvard harvest hash haste hastings hatch haters hauling haven
hayward header headline healing heals healthy heart hearted heartless heath heather heating heats heavenly heavier
hector heels height heights hella helpless hence herd herring hicks higgins hijacked hills hinder hints historian
hodge holden holder holders hollow holly homeless homemade homes hometown honey honored honours hooker horse hose
hostel hostess hostile hound hovering howard https huang hunting hysterical iceland illicit imagery implant imply
improper inception incest inclined incomes incurred indians indicted indies induced inducing induction inefficient
infants infected infection infections infectious inferno infested inflated inflation influence infused inherent
initiate injunction inner inquire inquiry insect insects inserted insertion inspire install instance instructor
instructors insulated insulation insulin integer intel intend intended intends intense intercept interim interior
intra intro invaded inventor inverted investor investors invitation invited invites involve involves ions irony
irrigation issuance itunes jacked jacks jaguars james jared jason jeans jelly jogging johns joint joints joker jude
judgement jules junction justice keepers kettle keyboard keystone kicker killer killers kilometres kinda kinder kindle
kings kissed kisses kissing knight knots kraft laced lads lagos lama lance lantern larger larry laser latch late
latent lateral latex latte launcher lawless layer layered layers leader leaders leafs leagues lean leaned leaning
leans leaps learner learners learnt lease leases leash leasing leather ledge leeds legged leggings legion legitimacy
leigh leisure lending lends lengthy lest lester lettuce lever liberal liberals libertarian licking lifting lighten
lighter limbs linen liner linger linkedin listening listens literacy literary litter livelihood liver loans locker
lockheed lodge lodged lodging logan lonely longest lookin lookout looming looting lords loser losers lotion lottery
lotus lover lovers lower loyal loyalty lumber lurking lynch lyrical machinery magical magnets maguire maker makers
makin males mali malls malone mammals mandated mandy mango mankind manny manor mansion manuel marco marin marines
mario marker markers marries marry marrying marsh martian martin martini marty martyrs marvin masks massage masses
master masters mastery matchup mater maternal maternity mates mating mats matte matthew matthews mattress mayor mclean
meal meals measles meat meats medal meddling mediation medicaid medicare medicinal medieval meditation megan melting
memoirs mens mental mentally mentoring menus merger mergers mexican mighty miles milling mills mimi mindset mined
miner mineral mines mining minions minister ministers minus misled missile missiles mission missions mitch mitigation
mixer mixtape mocked mocking modem modest mods modulation modules moist moisture molly momentum momma mona monkey
monkeys mono monster mont monte monty monument moody moore moran moron morse moses motel moth mother mothers motion
mould mound mount mounted mounting mounts mourning mouse mouth mouths movement movie movies musical mutually muzzle
myths nadal nadia nagging natal nation nations nearby nearer necessarily necessity needles needy nerds nerve nesting
nests neutral nicer niche niece nobel nodes noel norma norman north nose noses nothin notre novelty novice nuclear
nuisance nursery oasis oblivious offence olives oman oneself onstage optical orange organisation organisations
organise organised oslo otter ounce outer outgoing outing outlets outpost outrage outraged outside ovation overboard
overcome overhead override overrun oversight overt overtake overweight owed owens owing pacers package packages packed
packers packing packs pageant paige pain paint painted painter painters painting paints pairing pajamas palace palaces
palin panicked pans panther panties pants para parades parent parents paris parity parker parry parsons particle
particles passion passport pasta pastors pasture patch patches patel paterson patrols pats patterson patty pavement
paving payable peace peach peaches peaks pearson pence pending pension peppers percussion perkins persecution persian
personnel pertaining pertinent pervasive pervert pests peter peters peterson petty pharmacy phase phased phelps phony
photon physician physicist pickles picky pics pierce pierced piers pigment piles pills pines pint pinterest piper
pissed pisses pissing pitched placebo plagued plaid plane planes plank planner planners plant planted planting plants
plaster plastic plate plates playback playboy player players pleaded pleasure plight plot plum plunged plush pocket
poets pointer pointers poker poles police policing polling polls polly ponder pools portable porto portray pose poses
posing possess postage posters posture potent potion pots pottery pouch poultry pound pounds poverty powder practise
practised pradesh praised praises praising preach preached preacher precious predict prediction premier premiere
premium premiums pres present presents preservation preserved presided presidency president presidents presiding
prestige preston preview previews prick pride priests primary prime prince princes princess prize prizes proactive
probe processor prof professions profile profiles programme progress progressed progressing projector prom promote
promoted promotes promoting prone proprietor props prosecutor prospect prospects prosper protector protein protest
protested protesting protests proud province provinces provoke provoked prowess pump pumping punch punished punitive
puppet purge purse pursuing quadrant quantitative quantity quartet quentin quicker quiet quieter quietly quota quotas
raced races racing racism racket rage raging raiders raids rained raining rains raising rallies rally randy ranger
rangers ransom raped raping rapist rapists rappers raptors react reacted reacting reaction reactions reactive readable
readily realise realised reality realize realizes realm realty reap reaper rebate rebound rebounds rebuilt receptive
recession recipes rector reddish reduces reduction reductions reefs referee referees referenced refinery reflect
reflected reflects reformed reforms refrain refuge refugee refugees regain regal regard regarded regarding regards
regent regents regimen regimes registrar regrets regular reich reilly reindeer relapse relay relegated reliant relieve
relieved religion relocated remarks rematch remember remorse renal renamed renault render rendered rendering renders
rene renee renowned rentals renting rents repaid repay repeal repent repetition replaced replaces replay replica
repost repression reptiles resembled resent resign resisted resort resorts restore restraining restraint resumes
retail retain retained retaining retains retard retarded retired retirement retires retreat retro reunion reunite
reuse reuters revelation revenge revered revival revive revived revoked revolving rhythmic ricky ridden riddle ringing
rings ripped ripping rise rises risky rites roach roadway roaming roaring roasted roasting robbers robbing robes
rocked rocker rocket rocking rocks rodgers rolex rollers rollins roman rooster root rooting ropes rosen roses roster
rotated rotating rotation rouge rounder roundup routine routines rover rovers rubbing ruining ruins ruler rulers
rumble rusty rutgers sack sacked sacks sacred safer sage sailed sailing sails sake salem salts sanction sand sands
sandy sanitary satanic saturation saves saving savings sawyer scalp scandal scanner scarlet scent scented scheme
schemes scorer scots scouting scrape scream screaming screams screwed sealing seams sears seated seating seats seattle
secrecy sector sectors sediment seed seeded seeds seekers seeking seeks seeming seems seize seizing sellers selves
semen seminar semitic senator senegal sensory sequence sequences serbian serenity serie sermons session setback
settlers seventh seventy sewer sewing sexes sexism shack shade shading shaft shake shakes shaking shale shall shallow
shame shaming shane shark sharma sharp shattered shave shaved shaving shawn shear sheen sheep sheer sheldon shell
shelley shelter shelters shes shining shire shirt shite shock shocking shoot shooter shooting shoots shoppers shore
shores shortage shortcut shorter shortest shoulder shout shouted shouting shouts shovel showers shred shuts shutting
shuttle sighs sight sighted sights silence silver simplest simplify sincere sing singers singing sings sinks sinner
sins sipping sisters sizable skate skating skies skinned skins skipper skull skulls slain slammed slams slapped
slapping slash slate slated slater sleeves slice slick slid slime sling slit slope slots slump smack smallest smart
smarter smear smell smelled smiley smoking snack snacks snake snakes snapped snapping snatched sneak sneaking sniff
soaking soaring sobbing socialist sock socket soften solar sold soldier solve solved solvent solves solving somethin
soothing sore sorta sovereignty spacex spade spanking spare spared sparked sparkle spatial spawned speaker speakers
spear spears specialty species spectral speedy spent spice spit spite spitting splinter spoilers spokane spoke sponsor
spoon sport sporting sports spotify spraying spreading spreads springer sprung spying squared stabbed stabbing stacy
staffed staffing stained stalk stalker stalking stall stalled stamp stamped stan standby stanford stanley staple
staples star starch stare stared stares staring stark starr starred starring stars starter starters startled startling
starved starving stat staten statesman station stats statue statues stature steadily steak steaks stealing steam
steamed steaming steep steering stems steph sterile sterling steven stevens stewart sticker sticky stimulate
stimulated stimulation sting stink stirling stirred stirring stitch stitches stoke stoked stokes stole stoner stony
storey storm stormed storms stormy stove strain strained strains strand stranded strands stranger strangers strap
strapped strategic strauss stray streak streaks streets stretch stricken stride strides strife striker strikers strip
stripped stripper stripping strips strive striving stroke strokes stroll stronger struck strung stuart stud studios
studs stumble stunned stunning sturdy submarine submarines subtly successor suck suction summit summoned sunny superb
superior supper surface surfaces surfing surge surgery surrey surveyor survive suspect suspend sutton swam swap
swapped swapping sweat sweater sweating sweeping sweet swell swelling swift swimmer swine swords swore swung tack
tainted takeoff tallest tamil tank tanker tanks tanner tanning taper tapes tapped tapping tasty tate taxable tearing
tears teasing technician teens temperate tempo tempted tempting tend tended tending tends tents terrace terraces
terrain terror testify thames thatcher theater theatre thee theorem thereby therefore therein thereof theresa theyre
thick thicker thieves thine thinker thinkers thinkin thorough threat threats threw thrown thrust tides tied ties
tighten tighter tile tiles timer timers tinder ting tinker tired tires tissue tissues toaster tolls tonic tonight
torch tories tougher touring tours tower towns toxin tracey tracker tract traction tracy trader traders trailer
trailers trainee trait traitor traitors traits trance trans transfer transfers transition transitions transport
transportation trapped trapping traps traveling travels tread treason treat treated treating trendy trent trial
triangle tripped tripping trivia trolling trolls trough truce truck trucking truss trustee trustees tryin tubes tubing
tucker tunnels turin turner twain tweeted tweeting twisted twisting twitch tying tyres unable unbearable undeniable
undergo undergone undertook underwood unfit unicorn unity universe unleash unlucky unnecessarily unusually upgraded
upstate urgency usher vale valuable valuation valve vanity variance variation variety various verge verizon verses
vested viability vibration vibrations vice victor victory vince vines viral virtues visions vita vocal vogue vortex
voted votes wager wages waist waiter wakes waking wales wallets wally walsh walter walters wand wanda wander wards
warmed warming warning warnings water waters watts waving weakest wealth wearing wears weave webster wedding wedge
weeds weekday weir weirdo welding werner whale whatsoever wheat wheeler whereas whereby wherein whine whining whipped
whistle white whites whore wicked wicket wickets wider widow widows width wielding wilkins william willy windsor wines
winged winger wingers wings winner winners wiser witch witches wits wives woken women wong wooded woods woody wore
worms worried worry worrying worthy wouldnt wound wounded wounds wright writ yates yeast yelling yells yield yorker
yourselves overrule pitch sixti
"""
LOOKALIKES: frozenset[str] = frozenset(_WORDS.split())
