"""How people say how fast, how much, what their team can run, what a mistake costs, and where data may go."""

from rules.catalog.phrases.rows import Said

_LATENCY = (
    Said(
        "latency",
        "under_300ms",
        own="""
        as .. type/types | while .. type/typing/types | every/each/per keystroke | keystroke | autocomplete
        auto complete | type ahead | typeahead | answer/response/reply .. instant/instantly/immediately
        instant answer/response/reply
        """,
        here="""
        instant | instantly | immediate | immediately | real time | realtime | millisecond | no delay | no wait
        zero delay | blink | lightning | in no time | split second | imperceptible | not notice | high frequency
        trading | ad auction | bidding | game | inline | no lag | tenths? of a second | fraction of a second
        right away
        """,
        hint="asap | live",
    ),
    Said(
        "latency",
        "under_1s",
        own="""
        sub second | subsecond | within/under/below/in one/a/1 second | less than one/a/1 second | half a second
        voice bot/assistant/agent/call | phone call/bot
        """,
        here="""
        a second | one second | second max | very fast | super fast | really fast | snappy | voice | spoken | speech
        on the phone | on the call | quick as | under one | sub 1 | no noticeable | one sec | extremely fast
        as fast as possible | natural pause
        """,
        hint="fast | quick | asap",
    ),
    Said(
        "latency",
        "under_3s",
        own="""
        chat speed | conversation speed | within/under/below couple/few/two/three second | couple of second/sec
        two or three second | live chat | 2 or 3 second
        """,
        here="""
        few second | couple second | couple of second | two second | three second | chat | chatbot | interactive
        conversational | conversation | fast | quick | quickly | like chatgpt | normal chat | web page | page load
        while .. wait/waiting | dialog | dialogue | reasonable time | search box | reasonably fast | fairly quick
        """,
        hint="live | ui | user wait",
    ),
    Said(
        "latency",
        "relaxed",
        own="""
        no hurry/rush | slow .. fine/ok/okay/acceptable/good | can wait
        can take .. time/while/minute/longer/long/hour/day | overnight batch | nightly batch
        batch job/process/processing/run | background job/process/task | nobody .. wait/waits/waiting/in a hurry
        not .. time critical | latency .. not/no matter/issue/problem/important/relevant/concern
        speed .. not/no matter/issue/problem/important/relevant/concern | user .. can wait | take .. its time
        asynchronous | async
        """,
        here="""
        relaxed | slow | minute | minutes | hour | hours | batch | overnight | background | offline | not matter
        no matter | whatever | tomorrow | next day/morning | next day | patient | patience | email | mail | async
        asynchronous | queue | nightly | report | coffee | lunch | as long as .. take | no pressure | no problem
        longer | take longer | all the time in the world | no limit | not urgent | not important | no deadline
        do not care | not care | unimportant | no requirement | no constraint | not critical | whenever | who cares
        eventually | not time critical | no need .. fast | not .. fast | not interactive | scheduled | cron
        non interactive | long running | walk away | end of day | same day | any time | a while | some time
        bit longer
        """,
        hint="fine | wait",
    ),
)

_VOLUME = (
    Said(
        "volume",
        "under_1k",
        own="""
        few .. request/query/call/message/user/question .. day | low traffic/volume
        hundred .. request/call/query/question .. day | dozens .. request/call/query/question
        handful .. request/call/query/question
        """,
        here="""
        few | a few | handful | dozens | dozen | hundreds | couple hundred | few hundred | low | very low | tiny
        small | little | internal use | internal only | internal tool | just us | just our team | only our team
        small team | not many | not much | barely any | hardly any | pilot | one department | rarely used
        negligible | couple | some dozen
        """,
        hint="internal | small | few user",
    ),
    Said(
        "volume",
        "under_100k",
        own="""
        thousands? .. request/query/call/message/question .. day
        tens of thousand .. request/query/call/message/question
        """,
        here="""
        thousands | few thousand | tens of thousand | couple thousand | couple of thousand | several thousand
        medium | moderate | some | low thousands | mid size | decent
        """,
        hint="busy | normal",
    ),
    Said(
        "volume",
        "under_1m",
        own="hundreds? of thousand .. request/query/call/message/question .. day | hundred thousand .. request/call",
        here="""
        hundreds of thousand | few hundred thousand | high | a lot | hundred thousand | several hundred thousand
        half a million | hundred k | six figures | heavy | high traffic
        """,
        hint="lot | lots | heavy | large | big | many | busy",
    ),
    Said(
        "volume",
        "over_1m",
        own="million .. request/query/call/message/question .. day | web scale | internet scale",
        here="""
        million | millions | very high | web scale | internet scale | huge | massive | tens of million | enormous
        gigantic | billion | billions | consumer scale | planet scale | seven figures | insane
        """,
        hint="lot | lots | large | big | many",
    ),
)

_OPS = (
    Said(
        "ops",
        "search",
        own="""
        elasticsearch | elastic search | elastic | opensearch | solr | algolia | pgvector | pinecone | weaviate
        qdrant | milvus | chroma | chromadb | faiss | lucene | vespa | typesense | meilisearch | kendra | coveo
        glean | azure ai search | azure search | cognitive search | azure cognitive search | vertex search
        vector database | vector store | vector index | vector db
        run/runs/running/have/operate .. search/retrieval/index/rag/vector/embedding
        search infra/cluster/team/engineer/index/stack/engine/platform | retrieval stack/pipeline/infra/team
        rag pipeline/stack/system | embedding pipeline/index/job | lancedb | turbopuffer | redisearch | marqo
        sphinx search | haystack | llamaindex
        """,
        here="""
        search | retrieval | index | indexing | rag | embedding | embeddings | vector | search engine | retriever
        reindex | bm25 | ranking | crawler | hybrid search | first one only | full text search
        """,
        hint="postgres | postgresql | mongodb | redis | sharepoint search | database | langchain | databricks",
    ),
    Said(
        "ops",
        "training",
        own="""
        fine tune/tuned/tuning .. model/ourselves/ourself/in house/already/pipeline/before/weekly/every
        train/trains/training/retrain .. model/own/ourselves/pipeline/weekly/every/nightly/team/infra/cluster/job/run/stack
        lora | qlora | sagemaker | mlflow | kubeflow | mlops | ml ops | model registry | ml pipeline | ml platform
        ml team | machine learning team | ml engineer | gpu cluster | axolotl | unsloth | vertex training
        vertex ai pipelines | wandb | weights and biases | dvc | machine learning platform | metaflow | clearml
        determined ai | azure ml | own models? | research team | deep learning
        versioned model | model rollback | rollback .. model | data science team | hugging face trainer
        """,
        here="""
        training | train | fine tune | fine tuning | finetune | finetuning | finetuned | tuning | ml
        machine learning | data scientist | data science | retrain | retraining | model training | pytorch
        tensorflow | hugging face | huggingface | gpu | gpus | peft | sft | dpo | rlhf | distill | second one only
        kaggle | phd | applied scientist | deepspeed | xgboost
        """,
        hint="gpu | python | databricks | kubernetes",
    ),
    Said(
        "ops",
        "neither",
        own="""
        no ml/search/machine team/people/engineer/person/infra/infrastructure/expertise/skill/pipeline/index
        no search no training | neither search nor training | neither .. nor | just/only .. api key
        only/just .. prompt/prompting/prompts/calling/call/devs/api | no infra | no infrastructure | no capacity
        no data scientist | no mlops | not run/running anything | can not run anything
        """,
        here="""
        neither | none | nothing | not yet | nope | not | nada | zero | api key | only prompts | just prompts
        just an api | only an api | # dev | # developer | # engineer | # people | two dev | one dev | two developer
        one developer | small team | tiny team | just me | only me | me alone | one man | solo | web developer
        frontend | startup | no one | nobody | no budget | no resources | outsourced | agency | no code | low code
        power automate | zapier | excel | non technical | no experience | none of that | none of those
        none of them | none of these | nothing of that | not really | no skills
        """,
        hint="""
        small | postgres | postgresql | kubernetes | docker | database | openai | lambda | crud | web app | redis
        mongodb | langchain
        """,
        bare="< no | no >",
    ),
)

_STAKES = (
    Said(
        "stakes",
        "annoyance",
        own="""
        wrong .. annoy/annoying/shrug/again/retry/laugh | roll/rolls .. eye | just .. ask/asks/try again
        not life or death | mildly/slightly annoying/annoyed | nobody .. hurt/dies/die/care/notice/harmed
        only .. annoying | worst case .. annoyed/laugh/again/shrug/embarrassing
        """,
        here="""
        annoyance | annoying | annoyed | annoy | shrug | nothing much | little | minor | low | inconvenience
        inconvenient | hardly anything | not much | nothing | no big deal | not a big deal | no harm | no damage
        harmless | cosmetic | laugh | funny | smile | eye roll | ask again | try again | retry | grumble | grumpy
        irritated | irritation | frustration | frustrated | frustrating | unhappy | disappointed | moan | complain
        complaint | embarrassing | awkward | click again | ignore it | they ignore | close the window
        meh | trivial | negligible | zero | next to nothing | almost nothing | bit of | not the end of the world
        peanuts | not bad | not critical | no consequence | no consequences | thumbs down | confusion | confused
        user swears | nobody dies | low stakes
        """,
        hint="user | small",
    ),
    Said(
        "stakes",
        "rework",
        own="""
        
        somebody/someone/we/agent/human/person/support/team/colleague/staff .. has/have to .. $FIX/again/by hand/manually
        support ticket | extra work | more work | double work | correct .. by hand | do .. it again | work .. again
        fix .. by hand/manually | waste/wastes/wasted/cost/costs/lose/loses .. hour/time/minute/day/afternoon
        # minute/hour of work | reopened? ticket
        """,
        here="""
        rework | redo | time | extra work | support ticket | ticket | lost time | correction | correct it | fix it
        fixed | fixes | fixing | medium | work | double work | waste of time | hour | hours | minutes | half a day
        afternoon | escalation | escalate | escalates | reopen | reopened | manual | manually | by hand | again by
        second call | another call | call back | calls us | calls support | call center | helpdesk | service desk
        hotline | support | internal effort | effort | overtime | delay | delays | cleanup | clean up | repair
        do over | repeat | start over | edit it | edits | revise | revision | phone call | follow up
        back and forth | wrong queue | bounce | ping pong | debugging | investigate
        developer time | engineer time | someone fixes | extra round | wasted | productivity
        """,
        hint="some work | agent | colleague",
    ),
    Said(
        "stakes",
        "money",
        own="""
        lose/lost/loses/losing .. customer/client/money/revenue/sale/deal/business/contract/account/order
        customer .. leave/leaves/churn/cancel/switch/go/goes/walk/away
        cost/costs .. money/us/real/dollar/euro/thousand/$ | refund | chargeback | churn
        wrong price/invoice/quote/order/shipment/payment | pay/pays .. back/penalty/twice/for it/damages
        sla credit/penalty | lost revenue/sale/customer/deal/order
        """,
        here="""
        money | churn | revenue | refund | refunded | refunds | financial | financially | loss | losses | cost
        costs | expensive | lost sale | lost customer | lost deal | deal | sales | chargeback | compensation
        goodwill | credit note | penalty | penalties | fine | fines | invoice | dollar | euro | budget
        contract penalty | sla | write off | discount | voucher | pricing error | wrong order | returned goods
        return shipment | returns | scrap | margin | bad trade | overpay | overpaid | underpaid | competitor
        customers? gone | cancel | cancels | cancellation | reputation | profit | cash | claims? | payout | $ | €
        £
        k per | unsubscribe | scrapped | leaves | production stop | downtime
        """,
        hint="customer | business | trust",
    ),
    Said(
        "stakes",
        "harm",
        own="""
        
        somebody/someone/patient/people/person/worker/user/child/customer .. hurt/die/dies/injured/harmed/dead/killed/sick
        get/gets/be/being/are/were/we sued | lawsuit | life or death | lives at stake
        wrong dose/dosage/medication/diagnosis/treatment/drug
        health/safety/legal risk/harm/damage/trouble/consequence/issue/problem/hazard | data breach
        gdpr/privacy/compliance breach/violation | lose .. license/licence | go to jail/prison | criminal
        discriminate .. against
        """,
        here="""
        harm | legal | lawsuit | sue | sued | court | health | safety | injury | injure | injured | hurt | die
        dies | death | dead | kill | killed | danger | dangerous | patient | dose | dosage | medication | diagnosis
        discrimination | discriminate | discriminated | breach | compliance | high | very high | jail | prison
        license | liability | liable | accident | crash | fatal | life | lives | regulator | prosecution | illegal
        unlawful | human rights | serious | severe | catastrophic | catastrophe | disaster | explosion | fire
        poison | allergy | allergic | toxic | suicide | wrongful | privacy | emergency | hospital | ambulance
        libel | defamation | safety critical | physical | violation | ethics | evict | denied benefits | deported
        lawyers
        """,
        hint="law | critical | high risk | medical",
    ),
    Said("stakes", "money", here="""
        embarrassing | embarrassment | looks? bad | bad press | press | reputation | shitstorm | image
        """),
    Said("stakes", "money", hint="regulatory fine | gdpr fine | fine from"),
    Said("stakes", "harm", here="regulatory fine | gdpr fine | fine from .. regulator", hint="fine | fines | penalty"),
)

_HOSTING = (
    Said(
        "hosting",
        "any_api",
        own="""
        any provider/vendor/api/cloud/model
        openai/anthropic/gpt/chatgpt/claude/gemini/mistral/deepseek/public .. fine/ok/okay/allowed/good/approved/works/no problem/is enough
        data .. can/may go anywhere | send .. anywhere
        public/external/third api/cloud .. fine/ok/okay/allowed/good/no problem | no restriction .. data
        data .. not sensitive/public/not confidential | no data restriction
        can .. use .. openai/anthropic/claude/gpt/any
        """,
        here="""
        anywhere | any | api | public cloud | openai | anthropic | chatgpt | gpt | claude | gemini | cohere | groq
        openrouter | together | saas | any api | any vendor | no limit | no limits | no restriction
        no restrictions | not matter | no matter | whatever | wherever | do not care | not care | no constraint
        free | unrestricted | public data | not sensitive | nothing sensitive | no sensitive | not confidential
        all good | no problem | everything goes | all allowed | external api | hosted api | third party
        usa is fine | us is fine | provider | vendor | public anyway | no requirements | no rules | nobody minds
        who cares | no concern | no concerns | cloud api
        with .. dpa | dpa signed
        """,
        hint="cloud | internet | eu",
    ),
    Said(
        "hosting",
        "private_cloud",
        own="""
        azure openai | aws bedrock | bedrock | vertex
        our/own/private/company aws/azure/gcp/cloud/vpc/tenant/subscription | private cloud/endpoint/link/tenant
        own cloud account | virtual private | vpc | in .. our $CLOUD | inside .. our $CLOUD | dedicated tenant
        eu region .. our | sovereign cloud | single tenant | our account | private link | govcloud
        """,
        here="""
        private cloud | our cloud | own cloud | vpc | our tenant | tenant | azure | aws | gcp | amazon
        google cloud | microsoft | bedrock | vertex | own account | cloud account | private endpoint | eu cloud
        eu region | frankfurt | ireland | european cloud | stackit | ovh | ionos | hetzner | our subscription
        subscription | cloud but | kubernetes in .. cloud | eks | aks | gke | s3 | landing zone | ec2
        managed cloud | region | cloud only | snowflake | databricks | oracle cloud | ibm cloud | europe | eu only
        eu hosted | eu servers | must stay in .. eu | within .. eu | in .. eu
        """,
        hint="cloud | eu | hosted",
    ),
    Said(
        "hosting",
        "on_premises",
        own="""
        on prem | on premise | on premises | onprem
        own/our server/rack/datacenter/hardware/machine/gpu/data center/basement/metal/infrastructure | data center
        datacenter | air gapped | airgapped | air gap | self host | self hosted | selfhosted
        not .. leave .. building/house/network/company/premise/premises/center/datacenter/country/hospital/intranet/walls/perimeter/site
        behind .. firewall | inside .. firewall | in house server/hardware | bare metal | no cloud | not .. cloud
        server room | closed network | stay/stays .. in house/inside/building/network/premises
        """,
        here="""
        on prem | premises | premise | own servers | our servers | in house | inhouse | self hosted | hardware
        own hardware | own machines | our machines | server | servers | rack | racks | basement | vllm | ollama
        h100 | a100 | nvidia | dgx | gpu server | local server | local servers | locally | local | firewall
        intranet | internal network | isolated | offline network | classified | secret | colo | colocation
        mainframe | vmware | openshift | own gpu | own gpus | internal only | no internet | not leave
        in the building | our own | proxmox | tgi | llama cpp
        inside the company | stays? with us | stays? inside | stays? here | never leave | within our walls
        within the company
        """,
        hint="internal | private | own | local model",
    ),
    Said(
        "hosting",
        "on_device",
        own="""
        on device | on the device
        on .. phone/iphone/android/laptop/tablet/watch/car/robot/drone/headset/camera/machine itself/edge/client
        phone only | device only | in .. browser | edge device | embedded device
        not leave .. phone/device/laptop/car/handset/watch | mobile app offline
        runs? locally on .. phone/laptop/device | local device | webgpu | core ml | coreml | raspberry
        airplane mode | stay/stays .. on .. phone/device/laptop
        """,
        here="""
        phone | phones | laptop | laptops | edge | offline | on device | device | devices | browser | embedded
        tablet | ipad | iphone | android | smartphone | mobile | handset | watch | car | vehicle | tractor | robot
        drone | headset | camera | microcontroller | wasm | webgpu | npu | raspberry pi | jetson | desktop app
        local app | client side | in the field | no connection | no connectivity | no network | no signal
        user machine | users machine | hearing aid | wearable | glasses | plc | gateway | infotainment | airplane
        """,
        hint="app | local",
    ),
)

_ACTION = (
    Said(
        "action",
        "answers",
        own="""
        read only | only/just answer/answers/answering
        only/just .. draft/drafts/suggest/suggests/propose/label/labels/recommend/reads/text/information
        not .. touch/change/execute/modify/write/do/act/trigger .. system/anything/data/thing/it/production/itself
        no .. write access/action/actions/side effects
        human .. send/sends/click/clicks/approve/approves/press/decide/decides/confirm/does/hits/push
        person/agent/user/somebody/someone .. send/sends/click/clicks/approve/approves/press/decides?/confirm/confirms/hits/copies .. it?
        suggestion only | never acts? | draft only
        """,
        here="""
        answer | answers | draft | drafts | suggest | suggests | suggestion | propose | proposes | proposal | label
        labels | tags | tag | recommend | recommends | recommendation | advice | advise | read only | readonly
        text only | only text | just text | chat | talk | talks | information | informs | tells | explains | explain
        summary | summarize | summarizes | no action | no actions | no write | not touch | not change | not execute
        not act | nothing else | human approves | human in the loop | human | no side effects | reads | read | shows
        show | copilot | passive | just replies | replies | output | writes text | classify | classifies | sorts
        score | scores | only says | says
        does nothing | no tools | hands off | four eyes | look but not
        """,
        hint="only | just | reply | person",
        bare="< no | no >",
    ),
    Said(
        "action",
        "acts",
        own="""
        create/creates/open/opens/file/files/close/closes/update/updates/cancel/cancels/book/books/place/places/send/sends/issue/issues/change/changes/delete/deletes/move/moves/reset/resets/schedule/schedules/trigger/triggers/assign/merge/deploy/pay/approve/post/submit/modify/reorder .. ticket/order/refund/crm/record/meeting/appointment/flight/room/invoice/payment/password/account/booking/system/salesforce/jira/sap/shipment/mail/email/setting/pull/subscription/erp/database/entry/status/data
        
        execute/executes/carry/carries/perform/performs .. step/action/order/task/transaction/workflow/out/change/it/them
        write/writes .. back/to/into .. system/crm/database/sap/salesforce/jira/erp
        change/changes .. something/thing/setting/data .. system | end to end | takes? action | does it itself
        without .. human/approval/asking/asks | fully automated/autonomous/automatic
        act/acts on .. own/behalf
        """,
        here="""
        act | acts | action | actions | execute | executes | book | books | booking | send | sends | create
        creates | update | updates | cancel | cancels | refund | refunds | order | orders | change | changes
        write back | writes back | write access | trigger | triggers | reset | resets | schedule | schedules
        deploy | deploys | agent | agentic | autonomous | autonomously | automatically | automatic | automate
        automates | automated | end to end | close ticket | closes | opens | files | moves | delete | deletes | pay
        pays | payment | transaction | transactions | workflow | carry out | carries out | do things | does things
        does it | do it itself | run commands | runs commands | clicks | submits | posts | merges | api calls
        tool calls | commit | place | places | modify | modifies | operate | operates | control | controls | buy
        buys | restart | restarts | provision | edits | perform | performs
        fills in .. form | robot | rpa | steps in | self service | hits send itself
        """,
        hint="tool | system | step | process",
        bare="< yes | yes >",
    ),
)

_MODEL_SIZE = (
    Said(
        "model_size",
        "any",
        own="""
        any/whatever model .. ok/fine/works/size/serve/do/we/will/is | no .. size limit | no limit .. size/model
        size .. not/no matter/limit/issue/problem/constraint | model size .. not/no/whatever
        large/big/frontier/biggest/largest/best model .. fine/ok/okay/allowed/possible/good | any size
        gpt 4/5/4o/o1/class | opus | sonnet | frontier model
        """,
        here="""
        any | no limit | no limits | whatever | any model | no restriction | no restrictions | not matter
        no matter | do not care | not care | large | big | biggest | largest | huge | frontier | best | best one
        no constraint | no constraints | unlimited | gpt | gpt4 | gpt5 | gpt 4 | gpt 5 | 4o | claude | opus | sonnet
        gemini | api model | as big as | all of them | all good | fine | open | free choice | anything
        state of the art | sota | hosted | via api | cloud | deepseek | large ones | no preference | money no object
        no size | whichever | any will do | everything
        405 b | 70 b | llama 70 b
        """,
        hint="api | openai | azure",
        bare="< yes | yes >",
    ),
    Said(
        "model_size",
        "small_only",
        own="""
        model .. small/tiny/compact/little | small model/models? .. only/just | only small/tiny/little | small only
        must be small | small one | has to be small | no big/large model/models | not .. big/large model
        one .. gpu/card | single gpu/card | cpu only | no gpu | slm | small language model | llama 8 b | mistral 7 b
        phi # | gemma | has to fit on .. phone/laptop/gpu/card/cpu/device | fit .. on one gpu/card
        """,
        here="""
        small | smaller | tiny | little | slm | compact | lightweight | light | mini | nano | phi | gemma
        tinyllama | haiku | flash | qwen small | distilbert | bert | t5 | 7 b | 8 b | 3 b | 1 b | 2 b | 4 b | 9 b
        10 b | cpu | no gpu | one gpu | single gpu | gb card | gb vram | vram | gb ram | 24 gb | 16 gb | 8 gb
        consumer gpu | gaming gpu | rtx | 4090 | 3090 | laptop | phone | edge | quantized | 4 bit | limited memory
        limited | low memory | memory limit | small only | only small | under 10 b | up to 10 b | below 10 b
        ten billion | seven billion | less than | hardware limited | jetson | raspberry | restricted
        a6000 | t4 | l4 | mac mini | small ones
        """,
        hint="memory | hardware | local | gpu",
    ),
)

PHRASES: tuple[Said, ...] = (*_LATENCY, *_VOLUME, *_OPS, *_STAKES, *_HOSTING, *_ACTION, *_MODEL_SIZE)
