"""How people say how many examples they have, how alike they are labeled, how answers are checked, how steady it is."""

from rules.catalog.phrases.rows import Said

_EXAMPLES = (
    Said(
        "examples",
        "none",
        own="""
        not many/enough .. example/label/sample | not that many .. example/label/sample | few .. example/sample so far
        no labeled/annotated/trusted/gold example/data/sample? | no example | zero example
        not .. single/one/any example/label/sample | nothing labeled/annotated | nobody labeled/annotated
        no training data/example | without example | no label | not .. have .. example/label
        """,
        here="""
        none | zero | nothing | not any | no data | nada | nil | zip | not one | not a single | from scratch
        have to start | we have not | empty | not yet | start labeling | not started | unlabeled | never labeled
        nothing we trust | none yet | none that .. trust | nothing yet | nothing at all
        """,
        bare="< no | no >",
    ),
    Said(
        "examples",
        "tens",
        own="""
        not many/enough .. example/label/sample | not that many .. example/label/sample
        few .. example/sample so far | few/couple/handful/dozen/some .. example | dozens of example
        tens of example
        """,
        here="""
        tens | dozens | dozen | few | a few | handful | couple dozen | couple | some | several | small set
        not many | a small number | one page of | few dozen
        """,
    ),
    Said(
        "examples",
        "hundreds",
        own="""
        not many/enough .. example/label/sample | not that many .. example/label/sample
        few .. example/sample so far | hundreds? of example | few hundred example | hundred .. example
        """,
        here="""
        hundreds | few hundred | several hundred | couple hundred | some hundred | low hundreds | a hundred or so
        """,
    ),
    Said(
        "examples",
        "thousands",
        own="thousands? of example | few thousand example | thousand .. example",
        here="""
        thousands | few thousand | several thousand | couple thousand | couple of thousand | low thousands
        a thousand or
        """,
    ),
    Said(
        "examples",
        "tens_of_thousands",
        own="tens of thousands? of? example | million example | hundreds of thousands? of? example",
        here="""
        tens of thousand | many thousand | hundreds of thousand | million | millions | hundred thousand | many many
        tens of k | six figures | five figures | more than enough | huge
        """,
        hint="lot | lots | loads | tons | plenty | many | years | big | large",
    ),
    Said("examples", "thousands", hint="lot | lots | loads | tons | plenty | many | years | big | large"),
    Said("examples", "tens", hint="small | little"),
)

_LABELS = (
    Said(
        "labels",
        "consistent",
        own="""
        label .. consistent/identical/reliable/same/aligned/clean | nearly/almost/always agree
        agree .. nearly/almost always | high/strong/good/full/perfect/near agreement
        consistent label/labeling/annotation | same label
        nearly always agree | almost always agree | agree .. most of .. time
        label .. double checked/adjudicated/reviewed
        """,
        here="""
        consistent | agree | agreed | same way | same | identical | reliable | nearly always | almost always
        always | consensus | aligned | in sync | unanimous
        one person/guy/woman/expert/annotator/labeler/woman .. label/does/did/all/everything
        single annotator/labeler/expert/person | same person/guy/people/two
        clear guideline | good guideline | strict guideline | adjudicated | double checked | double labeled
        reviewed | checked twice | four eyes | good | very good | great | mostly yes | definitely | absolutely
        of course | no disagreement | hardly any disagreement | rarely disagree/differ/argue | little disagreement
        never disagree | no discussion | sure | tight | high kappa | trained annotators | would | codebook
        clean label | calibrated | obvious | objective | clear cut
        """,
        hint="guideline | expert | clear | professional",
        bare="< yes | yes > | < sure",
    ),
    Said(
        "labels",
        "mixed",
        own="""
        some/little disagreement | sometimes .. disagree/differ/argue | label .. noisy/mixed/mostly/partly
        mostly agree | often agree | usually agree | agree .. often/mostly/usually/sometimes
        disagree .. sometimes/edge/some/now
        """,
        here="""
        mixed | sometimes | often | partly | mostly | usually | noisy | vary | varies | it varies | so so
        some disagreement | not always | most of the time | depends | in part | edge case | gray zone | grey zone
        border case | borderline | tricky ones | hard ones | hard cases | easy ones yes | more or less
        by and large | generally | in general | roughly | majority | usually but | often but | mostly but | except
        some do | some annotators | half half | fifty fifty | 50 50 | moderate | medium | okay | ok
        3 of 4 | three out of four | 2 of 3 | two out of three | 8 of 10 | 7 of 10 | seven out of ten
        eight out of ten | a bit of | room for interpretation | argue a bit | discuss some | not bad | decent | fair
        up to a point | kind of
        """,
        hint="discuss | some | maybe",
    ),
    Said(
        "labels",
        "inconsistent",
        own="""
        label .. inconsistent/contradict/unreliable/random/differ/messy/garbage/mess/disagree
        everyone/everybody/each .. labels? .. differently/own/way/different | never agree
        annotator .. disagree/differ/contradict | low/poor/no/bad/little agreement | contradict .. each other
        disagree .. all .. time/constantly/always/lot/often/heavily/half
        argue .. all/always/constantly/every | fight .. over/about
        """,
        here="""
        inconsistent | contradictory | contradict | disagree | unreliable | conflicting | bad | messy | rarely
        differently | different | fight | argue | quarrel | coin flip | coin toss | dice | random | no guideline
        no guidelines | without guideline | own opinion | own idea | own interpretation | own way | no way | never
        not really | not at all | hardly | chaos | mess | arbitrary | subjective | all over the place | depends who
        depends on who
        depends on the person | different opinions | opinions differ | everyone has | each has | each team | wild
        poor | terrible | low kappa | crowdworker | crowd | mturk | mechanical turk | interns | doubt it | i doubt
        unlikely | two people three opinions | nobody agrees | no agreement | no consensus | far from | worlds apart
        all different | changes with mood | mood
        """,
        hint="unclear | opinion",
        bare="< no | no >",
    ),
)

_EVALS = (
    Said(
        "evals",
        "none",
        own="""
        not .. evaluate | no eval/evals/evaluation/test/tests/testing/measurement/check/checks
        without eval/test/check | never .. evaluate/measure .. answer/quality/output | zero eval/test
        """,
        here="""
        not .. test/check/measure/monitor | nobody .. check/test/measure/look | never .. test/check/measure | none
        not at all | nothing | never | we do not | do not | not yet | nope | not | nobody | no one | no process
        hope | pray | prayer | fingers crossed | wait for complaint | complaints | when .. complain | if .. complain
        users? complain | customers? complain | users tell us | customers? tell us | until .. complain | trust it
        we just ship | yolo | ship it | blind | blindly | nada | not systematically | too early | no time
        """,
        bare="< no | no >",
    ),
    Said(
        "evals",
        "ad_hoc",
        own="""
        eyeball | vibe check | vibes | spot check .. by hand/manually/sometimes/now | ad hoc
        manual/manually check/review/test | by hand | check .. by hand/manually/now | look at .. few/some/#/couple
        gut feeling
        """,
        here="""
        ad hoc | by hand | manual | manually | spot check | now and then | vibe | vibes | gut | gut feel
        trying .. out | try .. out | try a few | play .. around | play with | click around | poke | test a few
        look at | looks at | looking at | take a look | have a look | glance | scroll | scrolls | skim
        read .. few/some/couple/#/sample | reads .. few/some/#/through | i read | someone reads | somebody reads
        we read
        sometimes | occasionally | from time to time | every now | once in a while | when .. time
        before .. demo/release/launch/deploy | random sample | sample by hand | sampling | sample | few examples
        pm checks | product manager | product owner | tester | qa person | qa guy | intern | support checks
        agents? check | colleague .. check/look/read/test | team .. look/try/test/check | irregular | unsystematic
        when we feel | feeling | in a meeting | friday | spreadsheet | excel | slack thread | dogfood | dogfooding
        ask a colleague | ask around | experts? look | expert .. look/read/check | user feedback | thumbs
        informal | casual | quick check | sanity check | semi | human in the loop | we check | i check | i test
        we test
        """,
        hint="check | test | look | review | feedback",
    ),
    Said(
        "evals",
        "golden_set",
        own="""
        golden set/dataset/task/test/question/answer/example
        test/eval/evaluation/validation/reference/holdout set/suite/dataset | held out .. set/data/example/question
        benchmark | regression test/suite/set | fixed set | # test case/question/task/prompt | promptfoo | ragas
        deepeval | suite of | set of # | # golden
        """,
        here="""
        golden | gold set | gold standard | goldens | test set | test suite | testset | eval set | evalset
        evaluation set | benchmark | fixed | fixed task | regression | unit test | pytest | tests | automated test
        ci | in ci | pipeline test | held out | holdout | known answer | expected answer | expected output
        reference answer | ground truth | test case | testcases | test questions | question bank | question set
        set of question | list of question | same question | same # | # question | # case | # prompt | # example
        # task
        promptfoo | ragas | deepeval | giskard | trulens | openai evals | inspect | lm eval | offline eval | offline
        suite | accuracy on | f1 | score on | precision | recall | curated set | labeled set | labeled test
        eval harness | exam | standard set | every release | before every release .. suite | llm judge .. set
        annotated set
        """,
        hint="fixed | set | metric | score",
    ),
    Said(
        "evals",
        "continuous",
        own="""
        golden set/dataset .. and/plus .. production/live/online/monitor/sample
        test set/suite .. and/plus .. production/live/online/monitor/monitoring
        eval/suite/set .. plus/and .. production/monitor/live/monitoring/prod/traffic/online
        continuous eval/evaluation | online eval/evaluation | production monitoring/check/sample/eval/sampling
        monitor .. production
        check .. in production | live traffic .. score/sample/judge/check/evaluate
        every answer .. scored/judged/checked/rated
        """,
        here="""
        continuous | continuously | production | in prod | prod | live traffic | live | online | monitoring
        monitor | monitored | dashboard | alert | alerts | always | a b test | ab test | ab tests | a b | canary
        shadow | langsmith | langfuse | arize | phoenix | braintrust | helicone | datadog | wandb
        weights and biases | drift | observability | tracing | every request | every answer | real traffic
        sampled daily | nightly eval | offline and online
        both offline | on every deploy and | every commit and | round the clock | all the time | permanent
        permanently | 24/7 | real time
        """,
        hint="automated | automatic | nightly | every deploy | every commit",
    ),
)

_PER_CLASS = (
    Said(
        "per_class",
        "under_20",
        own="""
        few .. per class/label/category/intent | handful .. per class/label/category
        some class .. only/just/have .. #/few/handful/one/two | not many .. per class/label/category
        less than # .. per/each/every class/label/category? | not enough .. per class/label/category
        rare class .. few/only/# | long tail
        """,
        here="""
        few | a few | handful | couple | not many | not enough | one or two | two or three | three or four
        less than twenty | under twenty | fewer than twenty | only some | barely any | hardly any | almost none
        none | zero | dozen | a dozen | about a dozen | one each | single digit | single digits | tiny | little
        small | too few | scarce | sparse | rare class | rare ones | some classes have | some have only | some only
        long tail | uneven | thin | a couple | less
        not that many | nowhere near
        """,
        hint="some | low | imbalance | imbalanced",
    ),
    Said(
        "per_class",
        "over_20",
        own="""
        at least # .. per class/label/category | more than # .. per class/label/category
        hundreds? .. per class/label/category/intent | thousands? .. per class/label/category/intent
        dozens? .. per class/label/category/intent | plenty .. per class/label/category
        every class/label/category .. has .. #/hundred/plenty/enough
        """,
        here="""
        many | plenty | enough | lots | lot | loads | tons | hundred | hundreds | thousand | thousands | dozens
        several dozen | more than twenty | over twenty | more | more than enough | easily | sufficient | abundant
        well covered | fifty | at least twenty | at least | well over | way more | way over | far more | balanced
        big | yes
        twenty or more | couple dozen | couple hundred | few hundred | few dozen | all good
        """,
        hint="ok | good",
    ),
)

_STEADINESS = (
    Said(
        "steadiness",
        "stable",
        own="""
        
        behavior/style/format/template/tone/task/guideline/taxonomy/category/class/categories/spec .. stable/fixed/frozen/same/settled/constant
        format/style/template/tone/taxonomy/categories/behavior .. not/never/hardly/rarely change
        same .. for every/all/each customer/client/country/team/user | one .. for all/everyone
        wanted behavior .. holds
        """,
        here="""
        stable | steady | fixed | frozen | constant | settled | same | holds | hold | unchanged | not change
        no change | never change | never | rarely | hardly | hardly ever | seldom | stays | remain | for years
        since | long time | set in stone | agreed | final | standard | standardized | one style | one format
        one template | identical | universal | uniform | consistent | permanent | established | mature
        nothing changes | will not change | every customer the same | not planned | proven
        once a year | every few years | yearly | one size | no plans to | not expected | locked | locked in | solid
        not really | same for all | same for everyone | does not differ | industry standard | legal form
        regulated form
        """,
        hint="old | long | law",
        bare="< yes | yes >",
    ),
    Said(
        "steadiness",
        "changing",
        own="""
        
        behavior/style/format/template/tone/task/guideline/taxonomy/category/class/categories/prompt/spec/requirement .. change/changes/changing/evolve/differ/differs/vary/varies/shift
        each/every/per customer/client/tenant/country/brand/market/region/team/campaign .. own/different/wants/has/another
        differ .. per/by/from .. customer/client/country/brand/team/market
        new category/categories/class/label/intent/template/format/rule every | moving target
        """,
        here="""
        change | changes | changing | changeable | evolve | evolving | differ | differs | different | varies | vary
        per customer | per client | per country | per tenant | per brand | per market | per region | per team
        per campaign | by customer | by client | by country | each customer | each client | every customer
        every client | each tenant | customer specific | client specific | customized | custom | own template
        own style | own format | own tone | own rules
        moving | moving target | flux | in flux | not settled | not stable | unstable | not fixed | not final
        still figuring | still finding | figuring | experiment | experimenting | iterate | iterating | every sprint
        every week | every month | each week | each month | weekly | monthly | daily | quarterly | every quarter
        often | frequently | constantly | constant change | all the time | new ones | keep adding | keeps changing
        marketing | campaign | seasonal | depends | tweak | tweaked | adjusted | redesign | refine | early days
        new customer | dynamic | fluid | rewritten | no idea yet
        every release | every few | again and again | ongoing | in development | wild | customer to customer
        over and over | feedback
        """,
        hint="new | sometimes | maybe",
        bare="< no | no >",
    ),
)

PHRASES: tuple[Said, ...] = (*_EXAMPLES, *_LABELS, *_EVALS, *_PER_CLASS, *_STEADINESS)
