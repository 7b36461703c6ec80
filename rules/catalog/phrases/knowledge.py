"""How people say what they need, how often it changes, where it lives, and how much there is."""

from rules.catalog.phrases.rows import Said

_NEED = (
    Said(
        "need",
        "facts",
        own="""
        need .. fact | mostly fact | want fact | correct fact | fact only | facts not behavior | just fact
        """,
        here="""
        fact | information | knowledge
        correct/right/accurate/true/reliable/precise/factual answer/information/data/number
        look/looking ... up | lookup
        find ... answer/information/document/policy/clause/passage/procedure/page/thing/out
        search .. knowledge/document/wiki/manual/base/policy/catalog | search engine | knowledge base/assistant/search
        answer .. question | question answering | q a | qa | q and a | faq | right answer
        know what/when/where/which/who
        what .. policy/manual/contract/law/rule say | say in .. $DOC | retrieve | retrieval | recall | reference work
        status/price/number/date of .. order/product/customer | ask .. about our/the product/policy/contract/company
        tell .. what/when/where/which | product question | support question | encyclopedia | numbers they can trust
        content is what matter | what is said | correctness | accuracy | truth | get .. right information | data point
        stock/price/order/account/delivery status/level/information | internal knowledge | how to question
        """,
        hint="search | find | ask | question | answer | data | know",
    ),
    Said(
        "need",
        "behaviour",
        own="""
        need .. behavior | mostly behavior | not .. fact | behavior only | behavior not fact | facts do not matter
        fact .. not .. point/matter/important | no fact
        """,
        here="""
        behavior | style | tone | voice | format | form | skill | task | manner
        way of writing/speaking/answering/working
        $SORT .. ticket/mail/email/request/message/document/lead/review/comment/image/case/call/them/it/post/claim/invoice
        $SORT | $SORT .. into/to/by | classification | classifier | categorization | routing | moderation | tagging
        scoring | triage
        $WRITE .. reply/answer/email/text/report/letter/note/description/copy/post/code/message/summary/listing | $WRITE
        summary | translation | extraction | extract ... field/entity/data/value/line/amount/name/date | extract | parse
        convert .. to/into | turn .. into | transform | generate code/sql/text/copy/description/test | coding
        code assistant
        fill .. form/template | structured output | output json/xml | json | follow .. template/format/style/tone
        sound like | talk like | speak like | write like | our tone | brand voice | house style | persona | role play
        how it says/talk/answer/write/say | a certain way | same way every time | do a task | sentiment | spam | redact
        clean up .. text | code review | complete .. code | autocomplete | grammar | spell check | anonymize | intent
        """,
        hint="generate | creative | consistent | copy | draft | process | decide",
    ),
    Said(
        "need",
        "both",
        own="""
        need both | both fact and behavior | fact and behavior | behavior and fact | fact and tone | fact and format
        """,
        here="""
        both | mix | mixture | half half | half and half | fifty fifty | 50 50 | equally | equal | bit of both/each
        as well as
        some of each | combination | two of them | the two | one as much as .. other | all of it
        look/find ... and/then .. $WRITE | right fact ... right/our/in tone/style/voice/format
        fact ... and .. tone/style/format
        correct ... and .. in/our tone/style/voice/format | answers .. in our tone/voice/style
        facts .. in .. certain way
        search ... then/and $WRITE | what .. and how | how .. and what
        """,
    ),
)

_FRESHNESS = (
    Said(
        "freshness",
        "static",
        own="""
        data/content/fact/rule/document/policy/truth/price/information/knowledge/text .. never/hardly/rarely/not change
        not change since | never change | hardly ever change | hardly change | rarely change | does not change
        """,
        here="""
        never | almost never | hardly ever | hardly | rarely | seldom | once and done | set in stone | carved in stone
        written in stone | frozen | fixed | static | constant | stable | timeless | evergreen | historical/historic
        archive | same for year/decade/ages | stay/remain same | not since | no change | nothing change | no update
        not move | not evolve | unchanged | no longer change | write once | written once
        finished/closed/complete corpus
        permanent | immutable | decade | laws of physics | history | not at all | it is what it is | ages ago
        every # year .. law/standard | once in .. lifetime | blue moon | classic literature | unlikely to change
        """,
        hint="old | law | since | standard",
    ),
    Said(
        "freshness",
        "yearly",
        own="$CHANGE .. yearly/annually | annual $CHANGE | yearly $CHANGE",
        here="""
        yearly | annually | annual | once a year | per year | every year | each year | every january | new edition
        edition
        fiscal/tax/school/academic/financial/calendar year | year end | budget/season cycle
        every autumn/spring/summer/winter
        each/every fall | once or twice a year | couple .. year | every few year | from year to year | in january
        """,
        hint="major version",
    ),
    Said(
        "freshness",
        "quarterly",
        own="$CHANGE .. quarterly | quarterly $CHANGE",
        here="""
        quarterly | every/each/per quarter | once a quarter | four times a year | seasonal | seasonally
        each/every season
        three or four times a year | few times a year | every few month | couple of month | end of quarter
        after earnings
        """,
        hint="release",
    ),
    Said(
        "freshness",
        "monthly",
        own="$CHANGE .. monthly | monthly $CHANGE",
        here="""
        monthly | once a month | every/each/per month | month end | end of .. month | first of .. month | billing cycle
        start/beginning of .. month | every few week | few times a quarter | per billing run | payroll | every 4 week
        """,
    ),
    Said(
        "freshness",
        "weekly",
        own="$CHANGE .. weekly | weekly $CHANGE",
        here="""
        weekly | once a week | every/each/per week | every few day | several times a week | twice a week
        couple .. week
        every/each/on monday/tuesday/wednesday/thursday/friday/saturday/sunday | mondays | fridays | few times a month
        every second day/week? | week to week | release train | newsletter | weekly promo/flyer/menu
        """,
    ),
    Said(
        "freshness",
        "daily",
        own="$CHANGE .. daily/nightly | daily/nightly $CHANGE/import/sync/load/feed",
        here="""
        daily | nightly | overnight | every/each/per day/night/morning/evening | once a day | day to day
        end of day | eod
        at midnight | close of business | every 24 hour | every few hour | from one day to .. next | daily ish
        each morning
        every business/working day | tomorrow .. different | night job/run | day by day
        """,
    ),
    Said(
        "freshness",
        "live",
        own="""
        real time data/feed/stock/price | live data/feed/price/stock/inventory
        $CHANGE .. minute/second/hour/constantly
        """,
        here="""
        live | real time | realtime | near real time | constantly | constant flow | continuously | continuous
        all the time
        every minute/second/hour | by the minute/hour/second | hourly | instantly | streaming | stream
        always $CHANGE | nonstop
        minute by/to minute | second by/to second | hour by/to hour | as it happen | as we speak | all day long
        around the clock
        several/many/multiple/few/dozens times a day | throughout .. day | intraday | 24/7
        any moment/second/minute | ticker
        non stop | never .. same | permanently $CHANGE | with every/each order/sale/click/transaction | the moment
        at any time
        while you look/read/watch | sensor | telemetry | stock level | availability | tick | up to .. minute/second
        """,
        hint="order status | price",
    ),
)

_SOURCE = (
    Said(
        "source",
        "model",
        own="""
        general/world/common/public/existing knowledge | already know/knows .. enough?
        no own/internal/private/company data
        not .. need .. own/internal/our data | no data of our own | nothing internal/proprietary/company | model know
        """,
        here="""
        general | common sense | knows .. already | gpt/claude/model/llm know | training data | pretrained | pre trained
        what .. gpt/model/llm know/learned | none of our own | nothing of our own | nothing special/specific
        plain english
        in .. text/request/input/message/prompt/question/email/ticket/query/upload itself
        in the request/input/prompt/message
        user/people/customer/they/you/person paste/pastes/provide/provides/upload/uploads/give/gives/send/sends/type/bring
        paste in | pasted in | pasted text | comes with the request/input | input .. itself/enough/contain
        uploaded file/document
        public internet | publicly known | wikipedia level | textbook | everybody know | language itself | its own head
        no external/extra source/knowledge/data | nowhere | general purpose | already in .. model/weights
        only the input
        nothing to look up | self contained | the ticket/mail/email/text/input itself | linguistic
        in the heads? of .. model
        """,
        hint="public | input | english",
    ),
    Said(
        "source",
        "documents",
        own="""
        answers/truth/knowledge/information/data/everything/stuff/content/policy .. in/from/on .. confluence/notion/sharepoint/wiki/pdf/drive/intranet
        own document | our document | internal document
        """,
        here="""
        document | pdf | wiki | confluence | notion | sharepoint | google drive/doc | gdrive | gdocs | drive
        dropbox | onedrive
        file share | shared folder/drive | network drive | n drive | gitbook | docusaurus | readme | markdown
        intranet | handbook | manual
        policy | contract | article | knowledge base | kb | help center | faq | guide | guideline | sop | runbook
        playbook | procedure
        web page | website | web site | homepage | blog | slide | deck | powerpoint | ppt | word file/doc | docx
        report | paper | publication | book
        text/html file | folder | file | standard operating | standard/norm document | datasheet | data sheet
        brochure | spec sheet | leaflet
        transcript | meeting note | minutes | notes | binder | paper | scan | legislation | law text | statute
        regulation | case law | ruling
        terms and condition | instruction | training material | course material | library | archive | zendesk guide
        guru | slab | coda
        quip | evernote | obsidian | s3 bucket .. pdf | git repo | documentation | readthedocs | written .. down
        product description
        """,
        hint="text | page | content | spreadsheet | excel | email",
    ),
    Said(
        "source",
        "systems",
        own="""
        answers/truth/knowledge/information/data/everything/stuff .. in/from .. database/crm/erp/salesforce/sap/sql/warehouse/jira/api
        live/our/internal/backend/operational system
        """,
        here="""
        database | sql | api | rest | graphql | endpoint | ticket | crm | erp | salesforce | hubspot | sap | jira
        servicenow | zendesk
        snowflake | bigquery | big query | redshift | databricks | postgres | postgresql | mysql | oracle | mongo
        mongodb | dynamo | dynamodb
        sql server | mssql | db2 | warehouse | data lake | lakehouse | backend | microservice | service | stripe
        shopify | magento
        inventory/order/booking/billing/ticketing/payment/hr/reservation/accounting/warehouse/core/banking/tracking/claims/legacy system
        workday | netsuite | dynamics | pim | mdm | ehr | emr | lims | hris | pos | telemetry | grafana | datadog
        splunk | prometheus
        kafka | record | table | row | live data | airtable | mainframe | as400 | webservice | web service | system
        intercom | freshdesk
        pipedrive | asana | linear | trello | github issue | calendar | exchange | feed | sensor | iot | plc | scada
        log | elastic log
        data warehouse | order data | customer data | account data | transaction | amadeus | epic | cerner
        teradata | clickhouse | cassandra
        tms | wms | mes | redis | supabase | firebase | looker | tableau | power bi | spreadsheet .. api | shop system
        """,
        hint="spreadsheet | excel | google sheet | live | elasticsearch | data | order",
    ),
    Said(
        "source",
        "both",
        own="document and system | document and database | document and api | wiki and jira",
        here="""
        both | both of them | mix | mixture | all of these/them/those/above | a bit of everything | everywhere
        all over .. place
        documents plus system | two places | half half | half and half | bit of both | structured and unstructured
        scattered
        """,
    ),
)

_CORPUS = (
    Said(
        "corpus",
        "prompt_sized",
        own="""
        fit .. prompt/context/window | fit in one | whole .. fits? in .. prompt/context
        corpus .. small/tiny/little/short
        fits .. easy/easily .. prompt/context
        """,
        here="""
        small | tiny | little | not much | not a lot | not many | short | few page
        a few document/file/article/page | handful
        one page | single page/document/pdf/file | one pager
        one document/pdf/file/handbook/manual/sheet/leaflet/flyer | page or two
        couple of page/document/pdf/sheet | two pager | cheat sheet | fit/fits | fit easily/comfortably
        paste .. all | paste .. whole
        short faq/list/text/guide/handbook | a pamphlet | brochure | tiny .. set | under one prompt | not that much
        minimal
        less than one prompt | barely anything | hardly anything | one screen | a booklet | a leaflet
        single contract/policy/faq/spec
        in one prompt | in one go | within .. context/prompt/window
        """,
        hint="faq | one | single | limited",
    ),
    Said(
        "corpus",
        "large",
        own="""
        not fit .. prompt/context/window | too much/big/large/long for .. prompt/context/window
        more than .. prompt/context
        exceed .. context/prompt | corpus .. large/big/huge | never fit
        """,
        here="""
        large | big | huge | massive | enormous | giant | vast | a lot | lot of | loads | tons | plenty | way more
        endless | too big | too much
        not fit | gigabyte | terabyte | petabyte | gb | tb | thousand/million/hundreds of .. $DOC/page/record/row/ticket
        whole/entire .. library/archive/wiki/site/catalog/confluence/intranet/sharepoint/history
        all our .. wiki/contract/ticket
        # year of .. ticket/document/email/contract/report/data/record/archive/mail
        year of .. ticket/document/email/report/archive
        decade of | decades of | shelf/shelves | library | mountains? of | warehouse | encyclopedia | growing every
        many .. book/volume/manual
        big wiki | kilometers | too many | zillion | nowhere near fit | far more | much more
        several book/manual/gb | considerable
        hundred of manual/contract/book/report | thousand of | million of | data lake
        """,
        hint="many | grow | year | everything | whole | archive",
    ),
)

PHRASES: tuple[Said, ...] = (*_NEED, *_FRESHNESS, *_SOURCE, *_CORPUS)
