"""Words of one meaning, which phrases name as $GROUP, and the words that name each question's own matter."""

GROUPS: dict[str, str] = {
    "CHANGE": "change/update/refresh/modify/revise/edit/renew/move/amend",
}

TOPICS: dict[str, str] = {
    "freshness": "data/content/truth/info/fact/policy/price/doc/document/catalog/stock/knowledge/rule/$CHANGE",
    "latency": "wait/latency/respond/response/reply/answer/fast/quick/slow/load/speed/time",
    "volume": "request/query/call/message/traffic/volume/question/conversation/hit/load/qps/rps",
    "examples": "example/sample/label/annotate/gold/pair/demonstration",
    "corpus": "corpus/page/document/doc/file/token/word/material/content/text/manual/book/article/wiki/library",
}
