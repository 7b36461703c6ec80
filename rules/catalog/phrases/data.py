"""How people say the state of their data, how they find things in it, and how good output is shown and checked."""

from rules.catalog.phrases.rows import Said

_HYGIENE = (
    Said(
        "hygiene",
        "clean",
        own="""
        data/wiki/document/content/documentation/knowledge/confluence/article/information/database/file/archive .. clean/tidy/curated/current/maintained/reviewed/perfect/spotless
        single source of truth | well maintained | well kept | no duplicates? | no dupes | clean data/docs/content
        up to date .. document/data/content/wiki
        """,
        here="""
        clean | tidy | curated | good | great | excellent | perfect | pristine | spotless | immaculate | current
        up to date | maintained | well structured | structured | well organized | organized | neat | order
        in order | good shape | good state | good condition | top | top notch | very good | solid | reliable
        high quality | good quality | well documented | versioned | reviewed | checked | audited | owned by | own it
        owns it | looked after
        cared for | taken care of | cleaned | deduplicated | deduped | consistent | fresh | well groomed | editor
        tech writer | librarian | golden | trustworthy | gold standard | no old | no mess | not messy | no issue
        no problem | fine | nothing outdated
        one version | always current | quality controlled | squeaky | shipshape | can not complain | super
        """,
        hint="ok | team | owner | database | standardized",
    ),
    Said(
        "hygiene",
        "mixed",
        own="""
        some .. old/duplicate/messy/outdated/stale/bad/wrong/duplicated/dirty/obsolete/broken
        partly .. old/outdated/messy/clean/good/fine
        half .. old/outdated/clean/messy/good/fine/garbage/junk/from/rest
        mostly .. but | mostly clean/good/ok/fine/current | a few/couple/some duplicates? | hit and miss
        hit or miss | mixed bag | patchy | parts? .. old/outdated/messy/bad/fine/good/clean/current
        """,
        here="""
        mixed | so so | okay | ok | okayish | okish | ish | partly | partially | average | decent | medium
        middling | mediocre | not great not | not perfect | not too bad | not great | could be better
        could be worse | room for improvement | acceptable
        uneven | depends on .. team/folder/department/space/who/section/area/author | depends | varies | it varies
        differs | different quality | some good some bad | good and bad | half half | half and half | fifty fifty
        50 50 | meh | comme ci | in between
        mostly | mostly ok | some of it | most of it | a bit | bit messy/old/outdated/dusty
        little messy/old/outdated | somewhat | here and there | few old | old stuff .. too/also/in there
        rest .. fine/ok/good/old | newer .. good/fine/clean | older .. messy/bad/not | usable | passable | workable
        getting there | dusty corner | duplicate | some dupes | fair | reasonable | moderately
        """,
        hint="improve | duplicated | old",
    ),
    Said(
        "hygiene",
        "poor",
        own="""
        data/wiki/document/content/documentation/knowledge/confluence/sharepoint/article/information/database/file/archive/crm .. mess/messy/bad/chaos/garbage/terrible/dirty/outdated/awful/horrible/contradict/nightmare/junk/disaster/jungle/swamp
        contradict .. each other | nobody maintain/clean/own/update | not maintained | unmaintained
        duplicates? everywhere | nothing fits? together | different/several/many/# version of .. same
        dumping ground | data swamp
        contradictory/conflicting document/version/information/article/data
        """,
        here="""
        poor | bad | messy | mess | scan | scanned | outdated | contradictory | contradict | conflicting | dirty
        chaotic | chaos | unstructured | terrible | horrible | awful | garbage | junk | crap | shit | nightmare
        disaster | jungle | swamp | rotten | rubbish
        unreadable | illegible | handwritten | fax | ocr | unorganized | disorganized | all over the place
        wild west | ugly | hard to read | not good | not clean | no order | no structure | nobody know/knows/look
        do not ask | inconsistent | low quality | bad quality | broken | out of date | obsolete
        never cleaned | grown over | legacy | orphaned | abandoned | zoo | catastrophe | pretty bad | very bad
        quite bad | sad | hopeless | duplicates? | full of | old and | hell | graveyard | neglected | pigsty | trash
        not great at all | wrong half | spaghetti | years? out of date | no one clean/own/maintain/update
        photo | photos of paper | photocopy | everyone wrote | unusable | too old | stale
        """,
        hint="old | legacy | image | picture",
    ),
)

_LOOKUP = (
    Said(
        "lookup",
        "by_meaning",
        own="""
        semantic search/match | by meaning | search by meaning | vector/similarity/embedding search
        similar meaning | different words? .. same | same thing .. different word | not .. same word
        meaning not .. word | find .. similar
        """,
        here="""
        semantic | meaning | semantically | paraphrase | synonym | similar | similarity | embedding | vector
        concept | related | vague | fuzzy | free text question | natural language | passage | paragraph that answer
        own words | other words
        different word/wording/term/terminology/phrase | in their own word | plain language | everyday language
        layman | loosely | ask/asks? .. any/all kinds? of way | how do i | open question | free question | free form
        topic | context | intent | sense | nearest | best match | relevant passage
        relevant section/part/chunk/paragraph/text/piece
        people describe | describe the problem | describe .. symptom | symptom | question in .. word | rephrase
        not know .. right/exact term/word/name | gist | content wise | wording .. differ/vary/different
        questions? .. phrased/worded | conceptually | similar case/ticket/problem
        """,
        hint="question | search | passages | text | describe",
    ),
    Said(
        "lookup",
        "by_name",
        own="""
        
        by/exact/part/order/case/serial/invoice/contract/ticket/article/customer/product/account/tracking/article number
        by name/id/sku/code/number/reference/title/key | exact name/match/id/term/identifier
        cross reference/references | lookup by id | look .. up by .. id/number/code/name/sku
        follow .. reference/link/citation
        point/points/refer/refers to .. annex/section/clause/article/paragraph/appendix
        clause .. refer/refers/point/points | part number | order number | error code | article number
        """,
        here="""
        name | exact | identifier | id | ids | sku | number | serial | reference | ref | code | isbn | ean | vin
        iban | title | keyword | label | citation | cite | cited | clause | annex | appendix | section #
        paragraph # | article # | see section | footnote | linked | link/links from
        point/points to | refers? to | jump from | hop | from one .. to .. next/another/other | chain of
        one document to .. other | function name | variable name | symbol | class name | call graph | dependency
        dependencies | graph | path | url | file name | filename | codes | exact string | literal | abbreviation
        acronym
        docket | statute number | patent number | model number | icd | cas number | ticket key | employee id
        exact wording | the right word | identifiers | go to definition | definition of .. term | references
        """,
        hint="term | specific | lookup | document",
    ),
    Said(
        "lookup",
        "by_filter",
        own="""
        filter .. by | count/sum/average/group/aggregate/join .. by/per/over/across/record/row/order/ticket/table
        sql query | aggregate/aggregation | group by | how many .. per/in/last/of/have/were/do | total per | sum of
        average of | top # | records? .. filtered/counted/summed/joined
        """,
        here="""
        filter | filtered | count | counting | sum | summed | join | joined | average | mean | total | aggregate
        sql | query | group | grouped | sort by | sorted by | range | date range | between .. and | greater than
        less than | more than # | over # | how many | how much
        number of | max | min | maximum | minimum | top # | report | dashboard | kpi | metric | statistic | pivot
        column | row | where clause | table | structured query
        by date/region/status/customer/month/amount/price/category/country/department/attribute/size/color/year
        all .. with/where/from/over/under/since/older/newer/between
        list of all | list all | per region/month/customer/country/product/quarter | criteria | attribute | facet
        facets | conditions? | by criteria | last # day/month/week | last month/quarter/year/week | compare numbers
        add up | adding up | revenue | parameters | database query | spreadsheet formula | rows
        """,
        hint="database | record | data | number",
    ),
    Said(
        "lookup",
        "whole",
        own="""
        read .. all/everything/entire/whole/full/complete/every | has to read/go | everything .. be read
        whole contract/document/corpus/file/thing/text/case/book | cover to cover | end to end .. read
        read .. end to end | across all/everything/the whole | beginning to end | start to finish
        """,
        here="""
        everything | whole | entire | all of it | complete | full text | pattern | theme | summarize | summary
        trend | loophole | overview | big picture | gap | gaps | missing | what is missing | contradiction
        inconsistency | overall | synthesis | synthesize | digest | cluster | main point | key point
        compare .. all | holistic | global
        common complaint | common thread | recurring | sentiment over all | insight | risk in .. contract | red flag
        anomalies | anomaly | scan .. all | go through .. all/everything/each | each and every | line by line
        page by page | review .. whole/all/entire | analyze .. whole/all/entire | no single passage
        not .. one place | thematic | all the review/feedback/document/comment/page/ticket/transcript
        condense | abstract | tl dr | read through | from a to z
        """,
        hint="all | analyze | review | long",
    ),
)

_CHECK = (
    Said(
        "check",
        "computed",
        own="""
        calculate/computed/computable/deterministic .. by/with/result/answer/procedure/formula/exactly
        formula .. gives/compute/calculate/exist | calculator | solver | rule/rules engine
        known procedure/algorithm/formula | a script .. compute/calculate/produce/get
        sql .. gives? .. answer/result/number | query .. gives? .. answer/result/number
        """,
        here="""
        compute | computed | computable | calculation | calculate | formula | algorithm | deterministic | solver
        optimizer | interpreter | engine | exact math | math | arithmetic | procedure | sql query | sql
        query result | excel | spreadsheet | python script | python can | code can | closed form
        linear programming
        exact result | exact number | just math | pure math | lookup table | tariff table | decision table
        rule based | calculable | simulation gives the result | equation | spreadsheet does
        program .. compute/calculate/give/produce .. answer/result | computer can .. calculate/compute | tax engine
        pricing engine | a simple function | mathematically | derived from
        """,
        hint="rule | number | exact | program",
    ),
    Said(
        "check",
        "checkable",
        own="""
        unit test | test suite | tests .. pass/run | validator | schema .. check/validate/validation/validator
        json schema | compile/compiles | compiler | exact match | answer key | ground truth
        automatically .. check/verify/validate/test/score
        check/verify/validate/test .. automatically/automatic/by script/program/machine/code | simulator
        known .. right/correct answer
        compare .. with/to/against .. key/truth/reference/label/known/gold/correct/solution
        program .. check/verify/tell/validate | script .. check/verify/tell/validate
        """,
        here="""
        test | tests | validate | validation | verify | verifiable | checkable | checker | automatic | automated
        automatically | schema | regex | linter | lint | key | labels? known | known answer | gold | reward | parse
        parser | pass fail | pass or fail | right or wrong | true or false | accuracy | f1 | match | matches
        assert | assertion | ci
        reconcile | checksum | type check | typecheck | compile | run it | runs or | either .. or | backtest
        simulate | sandbox | objective | measurable | compare .. with | game score | win or lose | objectively
        historical outcome | known label | labeled set | program can tell | machine can tell | constraint
        constraints | sanity check | rules? check | ticket .. ended up | where it went in the end
        """,
        hint="check | program | correct | rule | system",
    ),
    Said(
        "check",
        "judged",
        own="""
        
        human/expert/lawyer/doctor/editor/people/reviewer/someone/somebody/senior/specialist .. judge/decide/rate/read/review/look/tell/say/assess/check/evaluate/grade/score/must/has/have/needs?
        llm judge | llm as .. judge | judge model | only people/human/expert/humans
        no program/script/machine/test can | matter of taste/opinion
        needs? .. human/expert/eye/lawyer/doctor/judge/judgment
        know it when .. see | not .. automatically | can not .. automate | by eye
        """,
        here="""
        judge | judged | judgment | human | expert | opinion | taste | subjective | people | reviewer | editor
        lawyer | doctor | rate | rating | rated | grade | feel | feeling | gut | eye | panel | survey | thumbs
        feedback | read it | reads it | by hand | manual | manually | person | discuss | debate | no right answer
        no single right
        no wrong or right | beauty | aesthetic | beholder | creative | qualitative | style | tone | persuasive
        customer like | user like | depends who you ask | hard to measure | not measurable | cannot be measured
        another model | second model | gpt .. rate/judge/grade | four eyes | committee | jury | experience
        subject matter | sme | smes | arguable | fuzzy | soft
        """,
        hint="quality | review | ask | look",
    ),
)

_DEFINITION = (
    Said(
        "definition",
        "written",
        own="""
        can .. $PUT .. down/it/in word/in a prompt/rule/on a page | written .. down/guideline/rule/policy/spec/guide
        style guide | clear rule/definition/guideline/class/criteria/policy/instruction/spec | simple rule
        easy to $PUT | easily $PUT
        # page guide/guideline/of rule | rules? .. written
        policy/guideline/manual/guide .. describe/say/define/cover/exist/for it | one page of
        """,
        here="""
        written | guideline | guide | policy | rule | rules | rulebook | spec | specification | checklist | define
        defined | well defined | clear | clearly | clear cut | instructions? | documented | describe | describable
        explain | explainable | few class | few clear | couple of class/category/rule
        # class/category/label/bucket | # rule/bullet/bullets/sentences?/line | handful of rule/class/category
        two sentence | bullet point | definition | definitions | codebook | template | if then | decision tree
        straightforward | simple | a sentence | in words | word it | put in words | put into words | playbook | sop
        standard | criteria | legal definition | manual | explicit | yes or no question | unambiguous | short list
        prompt is enough | fits | on one page | one pager
        """,
        hint="prompt | easy | document | exact",
        bare="< yes | yes >",
    ),
    Said(
        "definition",
        "by_example",
        own="""
        can not .. $PUT | not .. $PUT .. in word/down/it | nobody .. $PUT | hard/difficult/impossible/tough to $PUT
        no one .. $PUT | not .. written/documented/explainable | have to show | show .. example | only .. example
        need/needs .. example | by example | know it when .. see | learn from example | see it to
        """,
        here="""
        example | examples | show | shown | subtle | nuance | nuanced | feel | feeling | gut feeling | intuition
        tacit | implicit | unwritten | house style | taste | experience | look at
        hundreds of class/category/label/code | thousands of class/code/category/label
        too many class/category/code/label/rule/exception/intent | many class/category/code/label
        dozens of class/category
        private notation | own notation | shorthand | jargon | inside | internal abbreviations? | demonstrate
        demonstration | learn by | pick it up | imitate | mimic | copy the style | fuzzy | blurry | gray area
        grey area | edge case | not in words | no words | hard to say | not explainable | ineffable | by doing
        past cases | old cases | case by case | see .. and know | sense | hear it | je ne sais | art
        over the years | instinct | endless exception | exceptions | nobody wrote | in people head | in .. heads
        """,
        hint="style | tone | many | voice",
        bare="< no | no >",
    ),
)

PHRASES: tuple[Said, ...] = (*_HYGIENE, *_LOOKUP, *_CHECK, *_DEFINITION)
