"""Words of one meaning that the asking tables name as $GROUP."""

GROUPS: dict[str, str] = {
    "VERDICT": "verdict/decision/recommendation/conclusion/outcome/choice/advice/proposal/suggestion/judgment/call/"
               "assessment/result/answer/opinion/mind",
    "PICK": "pick/picked/choose/chose/chosen/choosing/recommend/suggest/propose/select/settle/decide/conclude/favor/"
            "advise/prefer/opt/plump/adopt/endorse/back/say/give/go/use/take/land/want",
    "CHOOSE": "pick/choose/recommend/suggest/propose/select/settle/decide/conclude/advise/opt/plump/know/say/reason/judge",
    "REACH": "land/arrive/get/got/end/come/came/reach/conclude/settle/decide/work/hit",
    "REFUSE": "discard/dismiss/reject/exclude/drop/refuse/decline/deem/eliminate/omit/leave/skip/avoid/disregard/"
              "disqualify/strike/unsuitable/inappropriate/insufficient/inadequate/overkill/discount/turn/rule",
    "GOOD": "good/enough/sufficient/suitable/possible/recommended/appropriate/right/adequate/option/adopted/viable/"
            "considered/proposed/suggested/chosen/do/work/better/simpler/cheaper/easier/allowed/acceptable/viable/fit",
    "ANSWER": "answer/answers/response/reply/output/result",
    "SEND": "send/give/get/share/export/download/post/attach/provide/furnish/link/obtain/supply/forward/drop/produce/"
            "generate/receive/print/find/email/mail/show/fetch",
    "RECORD": "record/document/doc/adr/madr/writeup/pdf/paperwork/documentation/markdown",
    "WRONG": "wrong/bad/screwups/cockups/incorrect/false/erroneous/mistaken/faulty/inaccurate/duff/dodgy/rubbish/error/mistake",
    "COST": "cost/costs/costing/price/expense/expensive/cheap/cheaper/dear/dearer/pricey/spend/money/bill/budget/"
            "exposure/damage/loss/tco/impact/hit/dollar/euro/usd/eur/financial/financially/monetary/pay/expenditure/"
            "pricing/burden/amount/opex/capex/fee/worth",
    "TELL": "tell/explain/describe/remind/show/say/give/let/know/ask/wonder/clarify/outline/state",
    "OTHERS": "company/companies/organizations/org/organization/team/firm/people/business/enterprise/anyone/anybody/someone/somebody/"
              "sb/else/others/peer/competitor/client/folk/outfit/lot/shop/place/bank/insurer/hospital/vendor",
    "SAID": "say/said/answer/answered/put/enter/entered/set/tell/told/give/gave/given/provide/decide/attest/state/"
            "claim/submit/fill/input/add/added/type/record/specify/confirm/declare/choose/chose/pick/select/mark/"
            "write/wrote/written/chosen/report/supply/quote/mention",
    "SAIDSO": "said/answered/put/entered/stated/told/recorded/declared/gave/given/specified/reported/chose/noted/wrote",
    "CHANGES": "change/changes/changed/changing/update/updates/updated/updating/revise/revises/revised/refresh/refreshed/refreshes/"
               "edit/edited/amend/amended/move/moves/moved/evolve/rewrite/rewritten/renew/renewed/overhaul/overhauled/touch/touched",
    "DATA": "data/document/documents/wiki/content/information/knowledge/files/confluence/sharepoint/articles/records/docs/"
            "handbook/manuals/corpus/library/database/kb/pages/catalog",
    "HIRE": "hire/hired/have/had/got/get/build/built/find/found/bring/set/employ/recruit/staff/train",
    "NUMBERED": "first/next/start/begin/kick",
}
