"""Words of one meaning, which phrases name as $GROUP, and the words that name each question's own matter."""

GROUPS: dict[str, str] = {
    "CHANGE": "change/update/refresh/modify/revise/edit/renew/amend/rewrite/shift",
    "PEOPLE": "user/customer/client/people/person/employee/staff/agent/colleague/member/patient/student/reader/rep",
    "DOC": "document/pdf/file/page/manual/handbook/policy/contract/article/guide/guideline/report/spec/paper/book/text",
    "BAD": "bad/wrong/broken/invalid/incorrect/malformed/faulty/garbage/false/bogus/corrupt",
    "MUCH": "much/lot/loads/tons/plenty/heaps/bunch",
    "ALL": "all/everything/entire/whole/full/every",
    "PUT": "write/describe/explain/express/define/specify/document/spell/articulate/put/state",
    "NOBODY": "nobody/noone/none",
    "FIX": "fix/correct/redo/repair/rework/clean/repeat/reopen/undo",
    "LOSE": "lose/lost/loses/losing",
    "SORT": "sort/classify/route/tag/label/categorize/triage/bucket/rank/score/assign/moderate/dispatch/detect/prioritize",
    "WRITE": "draft/write/rewrite/summarize/translate/rephrase/paraphrase/compose/shorten/proofread/reword/polish",
    "SHOW": "show/cite/quote/link/prove/name/give/display/mention/reference/provide/list/state",
    "PROOF": "source/citation/reference/receipt/link/evidence/proof/provenance/footnote/origin/quote",
    "LAW": "law/legal/regulator/regulation/regulatory/audit/auditor/compliance/gdpr/hipaa/fda/bafin/fca/sox/iso/"
    "finra/mifid/mdr/gxp/statute/statutory/supervisor/inspector/ema/dora/basel/ferpa/pci/ofcom/ico/cnil/certification",
    "CLOUD": "aws/azure/gcp/cloud/vpc/tenant/subscription/bedrock/vertex/alibaba/oci",
}

TOPICS: dict[str, str] = {
    "freshness": "data/content/truth/information/fact/policy/price/pricing/document/catalog/stock/knowledge/rule/"
    "inventory/tariff/statute/$CHANGE",
    "corpus": "corpus/material/documentation",
    "hygiene": "data/wiki/document/content/knowledge/confluence/sharepoint/documentation/article/archive",
    "receipts": "source/citation/cite/reference/provenance/footnote",
    "access": "access/permission/visible/see",
    "examples": "example/sample/labeled/annotate/gold",
    "labels": "label/annotator/labeler/kappa/agreement/rater/labeling/annotation",
    "evals": "eval/evaluation/benchmark/golden/evaluate",
    "latency": "wait/latency/respond/response/fast/speed/delay",
    "volume": "request/query/traffic/qps/volume",
    "stakes": "wrong/error/mistake/incorrect",
    "hosting": "leave/stay/host/deploy/residency",
    "steadiness": "behavior/template/taxonomy/guideline/format/style/tone",
    "failure": "gpt/llm/prompt/bot/assistant/claude/gemini/chatgpt/hallucinate",
}
"""Words that name a question's own matter: beside one of them a plain answer means it wherever it is typed."""
