"""The words by which people ask each question about a decision that ftrag can answer."""

from rules.catalog.asking.rows import Asking

WHY = Asking("why", """
why|how come|how so|main/key/biggest driver/reason/factor/argument|what .. rests/rest on|rests on|led/leads/lead .. to this/that/it/verdict/decision/here/hybrid|what led|deciding point/points/factor/factors|from what .. comes|what .. comes .. from|what .. brought/bring .. you|what .. points/point/pointed .. to|hear/give/know .. grounds|so how|what/which/any .. reason/reasons|for what/which reason|reason/reasons/grounds/basis/rationale/justification/argument/arguments/motivation for/behind/of/why
on what .. grounds/basis|< grounds|grounds for|rationale|what .. grounds|reasoning|justify|justification|what made .. you/bot/it|what led|what .. speaks for|argument/arguments/case for
what .. based|based on what|how .. $REACH .. at/on/to/up/with/there/here/that/this/conclusion/verdict|how .. come .. up|how .. did .. you/bot/it .. $CHOOSE|what drove|what drives
what .. behind|thinking behind|logic behind|logic of|walk .. through|talk .. through|take .. through|run .. through .. logic/reasoning/decision
explain .. $VERDICT|explain .. why|explain .. choice/reasoning/logic|show .. working/workings/reasoning/logic/math|defend .. $VERDICT|< reasons|< reason >|< because >|what was it that|how can .. be|on which/what .. base/basis/ground/grounds|what tipped
what makes .. you .. say/think/so|what makes .. right/best/better|what convinced|what .. speaks in favor|in favor of|how .. decided|how .. reasoned|what factors|which factors
what evidence .. $VERDICT|how .. justified|explain .. yourself|elaborate|give .. reasons|the reasons|spell out .. reasons/why|what .. case for|wherefore|what .. logic|< logic >
what .. decisive|deciding factor|decisive factor|what .. determined|account for""",
"""what .. so good/great about|what .. advantage/benefit|what .. merit|what .. good about|what .. gives|explain it|explain this|what .. point of|makes sense of""")

WHY_NOT = Asking("why_not", """
why ... not|why no|why ... otherwise/disagree|think otherwise|counts/count/counted against|beef with|objection/objections to|reservations about|no go|no good|not needed|not necessary|so what|am i missing|do i miss|for not|ruled out|rule out|why .. need .. anything else|not an option|off the table|out of .. question|non starter|nogo|why never|why without|reason/reasons/grounds .. not/against|what .. stops/stopping/prevents/keeps .. from|what .. wrong with|what .. against|argument/case against|speaks against
why ... $REFUSE|why ... bad|why ... worse|why ... insufficient/unsuitable/inadequate/inappropriate/overkill|how come .. not|how come .. no|what .. problem with|what .. issue with|what .. stop
reason/reasons/grounds/basis .. $REFUSE/excluded/rejected/discarded|$REFUSE .. why|grounds/basis .. was .. $REFUSE|not .. because|have .. got against|have .. against|what .. disqualifies|what .. rules out
rather than|instead of|why ... over|what .. makes .. not .. $GOOD|convince .. not|why .. fall short|where .. fall short|falls short|what .. downside|drawback/drawbacks|disadvantage/disadvantages
what .. lacking|why .. fails|why .. fail|why .. rejected|why .. too .. big/large/small/much|why .. waste""",
"""
but we/you/it could/can|no >|is/are/would/could/should/can/do/does/will/might/was/were not|not .. $GOOD|what about|how about|could/can/should/would .. we/you/one/it .. just|could/can/should/might .. we/you/one .. not
just use|simply use|get away with|get by with|make do with|settle for|what .. if .. just|why/only/not/just do|would .. do job|do job|do trick|suffice|suffices|instead|overkill
surely|better .. to|simpler .. to|easier .. to|cheaper .. to|prefer .. to|not .. need|no need|any reason""")

WHAT_WOULD_MAKE = Asking("what_would_make", """
when .. you .. accept/approve/allow/agree/$PICK|set of changes|how .. arrive/come/get/reach .. to/at|how many .. need/require/take|what/which .. have/has/had/need/needs/needed/must .. change/give/be/happen/true/do/have/different/given/place/get|what .. it take|what .. take .. to|what .. takes
under what/which .. condition/conditions/circumstance/circumstances|condition/circumstance .. in/under which|in what/which .. condition/conditions/circumstance/circumstances/case/cases|what/which .. condition/conditions/circumstances/criteria/requirements/prerequisites/requirement
when .. would .. be/do/make/become/you/choose/recommend/pick/enough/suffice/right|when .. is .. right/enough/option/ok|when .. does .. make sense/become/win|when .. can .. we/you .. use/move/switch/have/go
how .. do/can/could/would .. we/i/you .. get .. to|how .. get .. to|requirements/reqs/requirement/criteria/conditions/prerequisites/preconditions for|what .. require/required/requires|what .. necessary|what .. needed
what .. minimum|what .. bring/brings .. you|what .. persuade/convince/sway|what .. get .. you .. to|what .. lead/leads .. to|what .. make .. you .. $PICK|what .. make .. it|what .. make .. the .. $VERDICT
come round to|to become|to qualify|for .. to .. work/win/pass|before .. you .. $PICK|before .. may/can/could/would|so that .. $PICK|so .. you .. $PICK|what .. missing for|what .. lack .. for|how far .. from
what .. turn .. into|what .. move .. to|what .. push .. to/toward|what .. justify|what .. unlock|path to|road to|way to|eligible for|what .. would .. allow|what .. allow""",
"""when|if >|conditions|requirements|ever|someday|one day|at some point|in future""")

WHAT_WOULD_CHANGE = Asking("what_would_change", """
what/anything/something/which/thing .. change/changes/flip/flips/overturn/alter/sway/swing/tip/move/shift/reverse/upset/invalidate/undo/affect/topple .. $VERDICT/it/this/that/things?
swing factor|deal breaker/breakers|dealbreaker/dealbreakers|what flips/tips/changes it|which/what assumption/assumptions|doing .. all .. work|what/which/who .. budge .. you|budge you|what/which .. alter/altered/alters .. would|if altered|would .. alter|what/which/who .. falsify/disprove/refute/kill/sink/derail .. it/this/that/$VERDICT|any scenario/situation|would be another/different|scenario .. in which/where|could/can/might/may/will/would .. $VERDICT/this/that/it .. change/flip/shift/alter/differ/reverse|which .. $ANSWER/question/fact/input/assumption/factor/parameter/variable .. matter/matters/weight/most/flip/tip/sensitive/decisive/critical/swing/change
sensitive|sensitivity|tipping point|flip set|flips|change .. mind|change .. your .. $VERDICT|different .. $VERDICT|recommend/say/suggest/advise/conclude .. something different/else|something else .. $PICK|other/another .. verdict/recommendation/conclusion/outcome/decision
most important/critical/decisive/influential .. answer/answers/fact/facts/input/factor/question/assumption|carries/carry .. weight|weighs/weigh .. most|hinges/hinge on|hangs/hang on|what/which .. depend/depends/depending|depends .. most|turns on|overturn|overturned
robust|robustness|brittle|fragile|how stable|what .. makes .. reconsider/rethink|make .. you .. reconsider/rethink|reconsider|would invalidate|invalidates|swing .. other way|swings|what/which .. break/breaks/undermine/undermines .. $VERDICT/this/it/that
which .. change/changes .. would|what .. other .. verdict|circumstances .. different/differently|differently|conditions .. different|closest alternative|how close .. alternative|runner up|margin|stress test
makes .. opinion .. change|opinion changes|assumptions .. rest|assumption .. rests|break even point of .. decision""",
"""still .. open to change|open to change|could .. be .. wrong|change later|changes later|what .. change""")

COMPARE = Asking("compare", """
compare|compares|compared|comparing|comparison|comparative|vs|versus|v|side by side|side|next to .. other/another|against each|against one|difference/differences between|differ|differs|differences
pros .. cons|pro .. con|pros|advantages .. disadvantages|tradeoff|tradeoffs|trade off|trade offs|stack up|stacks up|measure up|measures up|contrast|contrasted|difference for|diff|matrix|table with|comparison table|as .. table|< table
overview of .. alternatives/options/architectures|all .. options/alternatives/architectures|alternatives considered|options considered|which .. better|which .. best .. of|how .. fare|fares|what .. better .. for|better for us|which one .. better|weigh .. against|weighed against|head to head|up against
against|all five|all of them|put .. next|put .. together|line .. up|rank|ranking|scorecard|which of .. two|which of .. five|shootout|face off|faceoff""",
"""options|alternatives|or""")

GLOSSARY = Asking("glossary", """
what .. is/are/was/were|what|define|definition|definitions|def|meaning|meanings|what .. mean/means/meant|what .. stand/stands for|what .. want .. to say|what .. when it is .. at home|what .. signify/signifies/denote/denotes|what ... refer/refers to|is that/it/this .. same/like/kind|explain|eli5|wdym|wtf|wth|explanation of|what .. understood by|understand by
know .. word|understand .. word/term/what|not know .. what|no idea what|never heard|not .. au fait|familiar with|unfamiliar|in plain/simple words/english/terms|layman|in other words|simple words|term|terms|terminology|jargon
tell .. what|describe|clarify|how .. work|what sort of thing|remind .. what|what .. sort|idiot guide|for dummies|glossary|concept of|notion of|how .. defined|defined|interpret|how .. different/differ/differs|what .. called|spell out|translate|unpack|decode|acronym""")

COST_WRONG = Asking("cost wrong_answers", """
$WRONG .. answer/answers/reply/replies/response/responses/output/one/ones/decision/call .. $COST|$COST .. $WRONG .. answer/answers/reply/replies/response/responses/output/one/ones/decision|$COST .. error/errors/mistake/mistakes/wrong/hallucination
screwup/screwups/blunder/blunders/cockup/cock ups?/goof/goofs/fail/mess ups? .. $COST|$COST .. expected .. $WRONG|loss .. from .. $WRONG|mistake/mistakes/error/errors/hallucination/hallucinations/failure/failures/slip/slips .. $COST|$COST .. being wrong|$COST .. get .. wrong|getting .. wrong .. $COST|liability/loss/losses/euros/dollars ... $WRONG|damage per|$COST us .. wrong|wrong .. setting .. back|setting us back|set us back
exposure|financial/economic/monetary impact/damage/consequence/consequences/risk|$WRONG .. add up|$WRONG .. come to|what .. come to|what .. amount to|what .. add up|how much .. lose|how much .. losing|what .. lose|losses from
price of .. $WRONG|wrong .. each .. total""")

COST_EVEN = Asking("cost break_even", """
break even|breakeven|break-even|pay/pays/paid for itself/themselves|pay/pays/paid off|pay .. back|payback|worth .. money/it/while/cost/effort|profitable|profit|roi|return on investment|b e|recoup|earn .. back|in .. black|come/comes/came out ahead|better off|quids in|in profit|in the money|make/makes/earn/earns money|line .. above which|threshold|be point|from when .. worth
how .. often .. right|pay/pays of >|earn/earns more|more than .. spend/cost|brake even|pay/pays/paying .. way/keep|error rate|stop/stops making sense|roi threshold|roi|how .. accurate|accuracy .. need/needs/needed/required|how good .. need/must/has|hit rate|success rate|losing money|lose money|lose .. less|not .. lose|wash its face|worthwhile|cost covering|cover .. cost/costs
amortize|amortise|amortization|rentable|money back|covers its""")

COST_BUILD = Asking("cost architecture", """
ballpark|how much >|price point|$COST .. $VERDICT|run/running/operating/operation/build/building/monthly/yearly/annual/total/infra/infrastructure/maintenance/overall cost/costs/price/spend/bill/expense|tco|total cost|how much .. cost/costs|what .. cost/costs|cost/costs/price/opex/capex/fee of/for|running cost/costs|opex|cheaper|cheapest .. option/architecture
more expensive|less expensive|dearer|most expensive|expensive|how expensive|what .. price|how much .. be|how much .. pay|how much .. spend|budget .. for|costs what|price tag|how dear|afford|bill|per month|a month|cost us|what .. set .. back|costly|cost difference|cost .. compare|cost""")

NEXT = Asking("next", """
what/which measures .. first|day one|step zero|step 0|< then >|on the agenda|have us do|what .. build >|what/whats .. next|next .. step/steps/thing/action/actions/move|< next|where/how/with .. what? .. start/begin|start .. with|begin .. with|what .. first|first .. step/thing/task/action/priority/port/move|how/where .. proceed|proceed|go from here
what/which .. do/make/build/tackle/begin/start/work/prioritize/set .. now/first/next/up|what now|now what|roadmap|road map|to do|todo|todos|todo list|to dos|action items|action plan|actions .. required/need|plan of action|our plan|implementation plan|what should .. do
what .. steps|which .. steps|get .. going|get .. started|kick off|kick .. off|ball rolling|crack on|what .. monday|what .. priority|priorities|milestones|homework|marching orders|how .. implement|how .. continue|way forward|what .. happens next|after that|comes after|afterwards|what .. remain .. do
set about|what .. build first|mvp|p0|what .. left to do""",
"""what .. do|how .. go about|plan|get on with|move forward""")

HOW_SURE = Asking("how_sure", """
safe bet|coin toss|toss up|or solid|relied on/upon|relied|is .. set >|is that set|still move|dead sure|winging it|winging|statistically|how likely is it that .. you .. say/change|put .. shirt/money/house .. on|p verdict|# sure|how sure|how certain|how confident|sure of|sure about|certain of|certain about|confident in|confident about|confidence|certainty|how solid|how reliable|how firm|how safe .. is|how final|how settled|final|set in stone|how settled|is/are .. settled|settled >|how definitive|is .. definitive/definite|provisional|preliminary
probability|likelihood|how likely|how probable|guesswork|guess|guessing|how much .. trust|can .. trust|trust .. $VERDICT|trust this|percent|percentage|how many percent|up in .. air|you .. sure|are .. sure|certain|how convinced|how comfortable|how happy .. with|how trustworthy|how much .. doubt|level of confidence
reliance|reliability|rely on|how strong|how well founded|well founded|error bars|margin of error|uncertain|uncertainty|what .. odds|put .. money on|bet on|bet .. house|hedge|conf|how conclusive|confidence interval|how robust .. is|cast iron|nailed on|dead certain|how dependable|degree of .. certainty/confidence
take .. to .. board|stake .. on|is this decided|is it decided|decided already|not sure then|final answer""",
"""sure|really|solid|reliable""")

PRECEDENTS = Asking("precedents", """
who .. shipped/deployed/running/runs/uses/using/tried/managed .. this/it/that/one|$OTHERS .. experience|exist/exists .. $OTHERS|some $OTHERS .. which/that/who|$OTHERS .. that/who/which .. did/done/tried/made|has/have any/some other|any other .. who/that/had|< anyone/anybody/someone in|how .. go for them|where .. proof|proof .. works|gone .. this way/route/path|in .. wild|from the wild|production deployment/deployments|backs .. up|tried .. this/it before|took/take .. same route/path/way|same route|runs .. this .. in prod/production|who runs .. in|story/stories .. of .. others|who else|who .. done .. this/that/it/same|anyone else|anybody else|someone else|somebody else|any other $OTHERS|other $OTHERS|case study/studies|precedent|precedents|prior art|track record|war stories|reference/references|refs|paper/papers|literature|study/studies|published|publish|publication|publications
< evidence|published/external/hard/independent evidence|evidence from|evidence .. elsewhere|evidence .. works|similar .. project/projects/case/cases/setup/setups/situation|comparable .. project/projects/case/cases/organization/setup|same .. setup|same boat|in our shoes|has/have/did/is/are/any .. $OTHERS .. done/made/do/doing/tried/did/built/build/use/using/gone/crack/go/try/published/succeeded/faced
examples/example .. of/from other $OTHERS|examples/example .. $OTHERS|success story/stories|real world .. example/examples/case/cases|peers|benchmarked against others|benchmarks from others|industry .. example/examples/practice/cases|best practice|proof it works|proven|worked for .. others
anyone .. done|sb .. done|who .. did .. this|how it went|went for them|what .. happened .. others|cases like|literature|sources for .. claim|there .. other .. firms/companies/teams|has/have .. been done|done before by|somebody .. done|someone .. done""")

REVIEW = Asking("review", """
when .. next one|another go at|have another go|who .. running .. it|accountable .. review|periodic review|due .. to revisit|next revision|revision .. decision|when .. review/reviews/reviewed|next/upcoming/monthly/following review|review .. date/due/next/scheduled|date of .. review|who/whose/whos .. review/reviews|review owner|owner .. review|responsible .. review|when .. re examined|reexamined|re examine|re evaluated|revisit|revisited
look .. at .. again|check back|circle back|look back at|looking .. at .. again|look .. again|another look|check .. again|checking .. decision|check in again|reassessed|re assessed|meet again|come back to this|when .. recheck|when .. checked again|when .. check .. decision|reviewed when|review .. when|check up|review .. planned|review cadence|how often .. review/reviewed
review schedule|schedule .. review|next checkpoint|when .. up for review|reviews this|second look|review meeting|review take place|is .. review|look at it again|when .. decision .. checked|when .. discuss .. again|next check|< review >|the review""",
"""review""")

RECORD = Asking("record", """
$SEND .. $RECORD|$RECORD .. send/link/attached/download/export|decision record/document/doc/file/log|record of .. decision|formal record|< in writing|got .. writeup|adr|madr|adr link|written copy|copy of .. $VERDICT|copy of .. record|$VERDICT .. in writing|in writing|written down|written .. form/version/record/statement|write up|writeup|as .. file|as .. pdf
export|download|< pdf|< adr|document .. decision|documentation of .. decision|doc .. decision|where .. documented|such .. document|paper trail|something .. to attach|have .. to attach|can .. attach|for .. our .. files/records|something .. forward|summary .. $VERDICT|markdown|to md|printable|print .. out|file .. of|formal record|document .. all
have .. on paper|on paper|archive|formal document|link to .. decision|archived|the record|< record >|full document|hard copy""",
"""document|record|file""")

HELP = Asking("help", """
what .. can/could/may .. you .. do|what .. you .. can .. do|what you can|what .. do .. you .. do|what .. can/could/may .. i/we/one .. ask|how .. you .. help|what .. can .. i .. ask|of assistance|what .. possible .. ask|ask you|what .. are .. you .. for|what .. else .. ask|which/what .. question/questions .. can/could/may/you/able|what .. things .. ask|what .. sort/kind .. of .. things/questions .. ask/you|< help|how .. do .. you .. work|how .. you .. work
how .. talk .. to .. you|how .. use .. you/this/bot|what .. are .. you .. able|what .. commands|commands|what .. you .. capable|capabilities of .. bot|what .. you .. good for|what .. are .. you .. for >|list .. commands|what .. i .. ask|can i ask|able to answer|you .. able .. to .. answer|who .. are .. you
instructions for .. use|user guide|manual for .. bot|how .. this .. work|how .. bot .. work|options .. do .. i .. have|what .. can .. you .. tell|what .. can .. you .. answer|your features|your abilities|how .. can .. you .. help|what .. help""")

WHO = Asking("who_answered", """
who/whos/whom/whoever/whose .. $SAID|who .. $SAID|which .. person/colleague/genius/idiot/clown/team/member/muppet/clever/bright .. $SAID/decided/thought/thinks|by whom .. $SAID|whose .. answer/answers/input/entry/idea/claim/figure/estimate/number/figures/opinion|who .. came up .. with
who .. responsible for .. answer/answers/entry/figure|who .. behind .. answer/answers|who .. thinks|who .. gave|name .. person .. $SAID|person .. who .. $SAID|source of .. answer/entry/figure|who .. reckons|who .. reckoned|where .. answer .. come from|who .. it .. that .. $SAID|origin of .. answer/entry/figure
who .. filled .. in|who .. supplied|when .. and .. by whom|by whom|who .. signed off|who .. assumed|who >|< who was it|answered by|who did .. one/that/question/labels/answer|bright idea|came up with|who .. says|says who|who .. estimated|who .. contributed|who .. put""")

STATUS = Asking("status_of_answers", """
what .. did .. we/you/i/they/team/one/people .. $SAID|what .. have/has/had .. we/you/i/they/team/one/people .. $SAIDSO|what .. we/you/i/they/team .. $SAIDSO|what .. has/have been .. $SAIDSO|what .. was/were .. $SAID/answered/recorded/entered/put|what .. on .. file/record|on file|on record|sum up what|sum up .. answers|what .. do .. you .. have .. for/about/on/down/as
where .. got to .. with|did .. we .. skip|skipped|which .. entry/entries|do you hold|left to answer|how many .. left|what .. do/did .. we/you/i .. have .. for/on/under/about|what .. is/are .. recorded/stated/noted/held/filed|what .. have .. we .. got|got so far|so far|remain to be .. provided/answered/given|which .. items .. remain|how far .. answers|what/which .. missing/unanswered/outstanding|what/which .. still .. open/missing/unanswered/outstanding/left/blank/need|still open|remain/remains .. open/unanswered/missing|unanswered|not .. answered|not .. filled|open questions|open points|open items|outstanding|answers .. open|gaps|blanks|what .. missing|anything .. missing|anything .. open|anything .. left|which .. left
list .. answers/facts/inputs|all .. answers|our .. answers|show .. answers/facts/inputs|answers .. so far|recap .. answers|recap|summary of .. answers/inputs|summarize .. answers|what .. number/value/figure/answer/answers/entry/setting .. have/has/do/recorded/stored/gave|which .. bits|which .. questions .. open/remain/left/not
what .. inputs|current answers|given answers|answers .. given|what .. currently .. recorded|state of .. answers|what .. noted|what .. assumed|what .. assumption/assumptions|what .. assuming|what .. know .. about us|facts .. have|status of .. answers/questions/interview|what .. stored|what .. we .. still|where .. do .. we .. stand|what our answer|our .. answer >|read .. back
remind .. what .. $SAID|what .. declared|how many .. open|how many .. answered|questions .. left|what .. your .. information|what .. do .. you .. have""")

INTENTS: tuple[Asking, ...] = (
    WHO, COST_EVEN, COST_WRONG, COST_BUILD, REVIEW, RECORD, STATUS, PRECEDENTS, WHAT_WOULD_MAKE, WHAT_WOULD_CHANGE,
    HOW_SURE, COMPARE, WHY_NOT, HELP, GLOSSARY, NEXT, WHY,
)  # fmt: skip
