"""How people say what goes wrong with today's best prompt."""

from rules.catalog.phrases.rows import Said

_FORM = "json/xml/yaml/csv/schema/format/structure/field/column/markdown/html/template/layout/key/bracket/output/syntax/tag/table"
_IT = "gpt/model/bot/llm/it/prompt/assistant/claude/gemini/ai/he/she"

PHRASES: tuple[Said, ...] = (
    Said(
        "failure",
        "format",
        own=f"""
        $BAD json/xml/yaml/csv/schema/format/structure/markdown/html/output/layout/syntax
        json/xml/yaml/csv/schema/format/output .. $BAD
        leave/leaves/left/drop/drops/forget/forgets/omit/omits/skip/skips/miss/missing .. field/column/key/bracket/section/comma/quote/tag/attribute
        not .. follow/keep/stick/respect/match/adhere/obey .. schema/format/template/structure/json/layout
        not .. valid/parse/parseable
        ignore .. format/schema/template/structure | break .. json/schema/format/parser/template/layout
        parser break/fail/choke/crash
        can not .. parse | parse error | parsing error/fail | extra text around | text around .. json | not parse
        field missing | missing field
        wraps? .. json | invalid json | structured output .. fail/wrong/break | wrong date format | wrong shape
        """,
        here=f"""
        format | json | schema | structure | xml | yaml | malformed | parse | parsing | parser | syntax | template
        layout | trailing comma | bracket
        wrong/missing/extra field/column/key/bracket | {_FORM.split("/")[0]} .. break | markdown | code fence
        backtick | formatting | table broken | bullet
        wrong order of field | structured | csv | not stick to .. form/template/shape | wrong unit | date format
        output .. wrong/broken/shape
        """,
        hint="field | column | output",
    ),
    Said(
        "failure",
        "invented_facts",
        own="""
        hallucinate | hallucination | make/makes/making/made .. up | invent | fabricate | fabrication | confabulate
        out of thin air
        not .. exist | nonexistent | non existent | imaginary
        fake/fictional/phantom/invented/bogus source/link/number/citation/product/case/price/reference/url/spec/fact/policy
        confidently wrong | wrong with confidence | confident but wrong | dream .. up | pull .. from .. nowhere
        not in .. source/document
        pure fiction | bullshit .. facts? | claims? .. not true | wrong facts? | facts? .. wrong
        promise .. not .. have/offer/sell
        """,
        here="""
        lie | lies | fantasy | fiction | made up | bullshit | bs | untrue | not true
        false claim/statement/information | wrong information/answer/number/price/spec/product
        imagine | guess/guesses | guessing | creative with .. fact/number/truth | nonsense | fairy tale | ungrounded
        factual error | factually wrong | inaccurate | halucinate
        incorrect fact/information | not grounded | bluff | confident nonsense | wrong detail | fake
        plausible but wrong
        """,
        hint="wrong | wrong answer | incorrect",
    ),
    Said(
        "failure",
        "stale_facts",
        own="""
        old/outdated/stale/obsolete/expired/last/previous/yesterday price/policy/information/fact/version/data/law/rule/figure/number/rate/catalog/year/terms/tariff
        out of date | outdated | knowledge cutoff | cut off date | training cutoff
        not know .. new/latest/recent/current | not .. up to date | behind the time
        still .. say/says/quote/quotes/think/thinks/use/uses/give/gives/mention/talk/recommend .. old/last/previous/discontinued/#/former
        think/thinks/believe/believes .. still/last/# | lives? in .. past | miss/misses .. latest/new/recent/newest
        stale | obsolete | deprecated | discontinued
        """,
        here="""
        old | too old | not current | not recent | lag/lags | behind | cutoff | last year | last month
        previous version | years ago | no longer valid | expired
        yesterday | past | ancient | old information/answers/docs | not .. latest | recent .. missing | stuck in #
        superseded | not fresh
        """,
        hint="# | new",
    ),
    Said(
        "failure",
        "tone",
        own="""
        $BAD tone/style/voice/wording/register | tone .. off/wrong/bad/not/cold/rude/harsh/robotic/stiff/formal
        off brand | not .. our voice/tone/style/brand | not on brand
        sound/sounds/read/reads/feel/feels like .. robot/machine/lawyer/chatgpt/bot/salesman/marketing/ad/kid/ai
        too formal/informal/casual/wordy/verbose/chatty/long/stiff/friendly/salesy/cold/polite/cheesy/robotic/academic/flowery/technical/dry/enthusiastic
        robotic | corporate speak | rude | verbose | wordy | long winded | not sound like us | wrong form of address
        too many word/emoji/adjective
        """,
        here="""
        tone | style | voice | wording | register | manner | brand | brand voice | phrasing | language style
        formal | informal | cold | stiff | chatty | cheesy | emoji
        < too long > | long answer | answers? .. too long | impolite | unfriendly
        sounds? wrong/off/weird/strange/fake/generic | generic | bland | boring | blah blah | purple prose
        not .. friendly | not .. polite | marketing speak | waffle | ramble | personality | sound .. like
        du instead of sie | sie | british | americanism | writes? like
        """,
        hint="long | sound | style guide",
    ),
    Said(
        "failure",
        "classification",
        own="""
        misclassify | misroute | mislabel | mis route | miscategorize | mix/mixes/mixing up | mix .. up
        confuse/confuses/confusing .. with/and
        wrong queue/category/label/bucket/class/tag/team/department/folder/intent/topic/group/priority/code/type
        sort .. wrong/wrongly/incorrectly
        assign .. wrong | put .. wrong/in wrong | send .. to wrong team/queue/department | route .. wrong
        label .. wrong | wrong classification/routing/sorting
        can not tell .. apart/from | can not distinguish | not distinguish | wrong .. assigned | classifie .. wrong
        """,
        here="""
        classification | routing | sorting | category | label | tag | class | false positive | false negative
        confusion | wrong place | sorts? | classify | classifies
        mistakes? .. for | takes? .. for | spam as | wrong one picked | boundary | boundaries | precision | recall
        overlap | borderline case | ambiguous case
        """,
        hint="confuse | mix | wrong",
    ),
    Said(
        "failure",
        "refusals",
        own="""
        refuse | refusal | will not answer/help/respond/discuss/write/talk | decline | over cautious | overcautious
        too cautious | overly cautious | too careful
        not .. help with that | can not help with | as an ai | over block | overblock | says? no to
        sorry i can not | needless refusal
        block .. harmless/normal/legit/legitimate/innocent/good | safety filter .. harmless/blocks? | too prudish
        too strict
        will not touch .. topic | says it can not | balk | not willing
        """,
        here="""
        cautious | careful | block/blocked | shy | prudish | timid | scared | afraid | reject | rejects
        content filter | guardrail | says no | denies | deny | apologize/apologizes
        says sorry | sorry | disclaimer | no answer | not answer | does not want to | evasive | dodge | moralize
        lecture | preachy
        """,
        hint="filter | harmless",
    ),
    Said(
        "failure",
        "reasoning",
        own="""
        
        $BAD math/calculation/logic/conclusion/arithmetic/reasoning/sum/total/step/computation/deduction/maths/result
        miscalculate | miscount | adds? .. up .. wrong
        calculates? .. wrong | math .. wrong/bad/off/error/fail
        can not .. count/calculate/add/reason/multiply/math/do math/subtract | not .. count/calculate/add up
        reason .. wrong/badly/poorly
        contradict .. itself | logic error/gap/flaw | multi step | multistep | wrong conclusion | skip .. step
        jump to conclusion | reasoning error | calculation error
        bad at math/logic/number/counting/arithmetic/reasoning/planning | arithmetic | number .. not add up | not add up
        """,
        here="""
        logic | math | maths | calculation | calculate | arithmetic | planning | plan | conclusion | reasoning
        reason | multi hop | step | inference | deduction | illogical
        count | counting | sum | sums | percentage | wrong step | order of step | chain | complex question
        complicated case | cause and effect | compare | combine | compute
        edge case | puzzle | loses the thread | draws? .. wrong
        """,
        hint="complex | complicated | number",
    ),
    Said(
        "failure",
        "tool_errors",
        own="""
        
        wrong/bad/incorrect/invalid/garbage/nonexistent tool/endpoint/api/param/parameter/argument/function/call/sql/query
        call/calls/calling .. wrong/twice/nonexistent
        tool call/error/calling/use | function call/calling | api call .. fail/wrong/error/bad | bad sql
        sql .. wrong/fail/broken/error/invalid | forget .. to call | not call .. tool/api/function
        tool .. wrong/fail/error/misuse | api error | loop .. tool/call
        pick/picks/choose/chooses .. wrong tool/function/api/table | wrong table | wrong id .. passes?
        send .. garbage
        misuse .. tool/api/function | query .. fail
        """,
        here="""
        tool | api | endpoint | function | parameter | argument | call | sql | plugin | mcp | integration
        400 error | 404 | 500 error | timeout | http error | query | agent loop
        wrong action | wrong button | calls? | invokes? | webhook
        """,
        hint="call | error | loop",
    ),
    Said(
        "failure",
        "safety",
        own="""
        unsafe | leak | leaks | leaking | toxic | jailbreak | jail break | jailbroken | prompt injection | injection
        offensive | harmful | dangerous advice/answer/output
        reveal/reveals/expose/exposes/disclose/show/shows/spill/gives away .. personal/private/customer/secret/pii/confidential/internal/another/other/password
        insult | swear | swearing | curse | racist | sexist | hate speech | inappropriate | policy violation | pii
        medical advice | legal advice | self harm | discriminate
        got it to .. say/leak/do/reveal/curse/insult | trick .. into | says? something unsafe | abusive | nsfw
        profanity
        """,
        here="""
        safety | security | dangerous | danger | harm | violation | privacy | data breach | exploit | hack | hacked
        attack | adversarial | abuse | bad advice | breach | secret | confidential | illegal
        compliance violation | competitor | bias | biased
        """,
        hint="safe | risk | personal data",
    ),
    Said(
        "failure",
        "context_overload",
        own="""
        lost in .. middle/context/prompt/long/detail | get/gets lost | lose/loses track
        too much context/text/input/information
        long prompt/document/context/conversation/thread/chat/input/contract .. lost/forget/miss/ignore/confuse/fail/trouble/problem/overwhelm
        forget .. beginning/start/first/earlier/instruction/half/rule/what
        ignore .. instruction/half/part/middle/rule | prompt .. too long
        context .. too long/full/overflow/overload
        overload | overlook .. thing/stuff/detail/part/clause/page
        miss/misses .. thing/stuff/detail/middle/page/clause .. long | drown | context window/limit/length
        skip .. half/page/part/middle
        long context | long prompt | only .. reads? .. beginning/first | overwhelmed | context rot | degrade .. long
        """,
        here="""
        < too long > | lost | confused | distracted | long document | long text | too long input
        ignores instructions | forget | forgets | forgetful | overlooks | attention | window | length | too much
        truncated | cut off
        long conversation | longer .. worse | instructions? .. ignored | beginning
        too many instruction/rule/example | noise in .. context
        """,
        hint="long | miss | misses | ignore",
    ),
    Said(
        "failure",
        "too_slow",
        own="""
        too slow | way too slow | slow | slow answer/response/reply
        takes? .. forever/ages/long/too long/eternity/# second/# minute/# sec
        latency .. too high/bad/killing/problem/issue | user .. wait
        not fast enough | not quick enough | times? out | sluggish | response time .. bad/too/high
        """,
        here="< too long > | latency | speed | delay | lag | takes time | slowness | waiting | wait | response time",
        hint="time",
    ),
    Said(
        "failure",
        "too_costly",
        own="""
        too expensive/dear/pricey/costly | expensive | cost/costs .. too much/fortune/explode/kill/high/arm
        price .. too high/per call/per request | way too dear
        bill .. too/explode/high/huge/killing/insane/through | burn/burns .. money/budget/cash/tokens?
        can not afford | not afford | over budget | token cost/bill | cost per request/call | unaffordable
        eats? .. budget/margin
        """,
        here="cost | costs | price | budget | dear | pricey | costly | money | spend | token | cheaper | margin",
        hint="price",
    ),
    Said(
        "failure",
        "none_yet",
        own=f"""
        work/works/working fine/well/great/good/perfectly/ok/okay/nicely
        no failure/complaint/problem/issue/error .. yet/far/seen/known | no complaint | can not complain
        not tried/tested/built/started yet?
        no prompt yet | nothing wrong | not fail/failed | nothing yet | too early
        not .. built/tried/tested/started/launched/live/running/prompt .. yet | have not tried/tested/built/started
        never tried/tested | just starting/started | does not fail | no fail | it does its job | good enough as it is
        """,
        here="""
        none | none yet | nothing | it works | works | fine | no idea yet | all good | all fine | no problem
        no issue | perfect | happy | pretty good | good so far | so far so good | does well | not yet
        no failures | ok | still planning | on paper | idea stage | concept | prototype not | no prototype
        greenfield | from scratch | first version | nothing to report | not that i know
        not really | no >
        """,
        hint="good | well",
    ),
)
