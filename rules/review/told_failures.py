"""A failure told in words: "it quoted the old price list again", "two customers got the wrong plan".

Told is one that happened: past, of the bot or of what came from it, and wrong by its own word or by what it is said of.
What may happen, what is asked, what the team does, and what is over are none.
"""

import re
from dataclasses import dataclass

from rules.review.told_buckets import bucket_of

_BOT = (
    r"(?:it|the (?:(?:support|new|internal|whole|first|last|final)\s+)?(?:bot|assistant|copilot|model|agent|ai|chatbot"
    r"|system|prompt|feature|tool|search|retriever|answers?|repl(?:y|ies)|responses?|outputs?|summar(?:y|ies)|drafts?"
    r"|calls?|tool calls?|format|json))"
)
_ADVERB = r"(?:(?:just|again|also|once|still|then|today|yesterday|twice|even|has|have|had|simply|suddenly|\w+ly)\s+)*"
_FAILED = (
    r"(?:hallucinated|invented|made (?:\w+\s+){0,4}up|fabricated|leaked|exposed|revealed|disclosed|refused|declined"
    r"|failed|crashed|broke|missed|forgot|ignored|got lost|got stuck|got confused|got it wrong|went wrong|timed out"
    r"|misunderstood|misread|misrouted|misquoted|mislabell?ed|misclassified|miscalculated|mixed (?:\w+\s+){0,4}up"
    r"|confused|contradicted|insulted|swore|lied|overlooked|cut off|left out|skipped|truncated|repeated itself|looped"
    r"|hung|fell over|errored|(?:could|did|was)(?:\s+not|n[’']?t)\s+(?:able to\s+)?(?:find|answer|retrieve|fetch|know"
    r"|understand|follow|return|cite|parse|load|finish|work|recogni[sz]e|see|handle|notice|respond|reply))"
)
_DID = (
    r"(?:quoted|cited|used|returned|gave|showed|told|said|answered|replied|responded|recommended|suggested|offered|sent"
    r"|promised|claimed|stated|named|called|picked|chose|took|applied|produced|wrote|linked|pointed|posted|came"
    r"|sounded|was(?!\s+(?:given|fed|asked|shown|told|trained))|were(?!\s+(?:given|fed|asked))|found|read|shared|listed|calculated|computed|translated|summari[sz]ed|sorted|routed|booked|ordered)"
)
_SAID = (
    r"(?:told|said|answered|replied|claimed|stated|promised|quoted|showed|offered|listed|gave|recommended|suggested"
    r"|wrote)"
)
_NOT_SO = (
    r"(?:(?:\bbut|\balthough|\bthough|\bwhich|\bwhen)\s+(?:\w+\s+){1,3}?|[,;:]\s+(?:it|that|this|they|there)\s+)"
    r"(?:is|are|was|were|does|do|did|has|have|had)"
    r"(?:\s+not|n[’']?t)\b(?!\s+(?:now|matter|any ?more|care|mind|help|a problem))"
)
"""What was said is denied at once: "it said the pool is heated, it isn't"."""
_WRONG = (
    r"(?:wrong(?:ly)?|old|older|outdated|out[- ]of[- ]date|stale|expired|former|previous|last (?:year|month|week)[’']?s"
    r"|false|incorrect(?:ly)?|invalid|broken|malformed|unparsable|rude(?:ly)?|harmful|offensive|unsafe|toxic|made[- ]up"
    r"|invented|non-?existent|nonsense|rubbish|garbage|empty|incomplete|irrelevant|misleading|unrelated|bad"
    r"|(?:an)?other (?:customer|client|user|person|company|team|patient|account|tenant|product)\w*(?:[’']s?)?"
    r"|(?:some(?:one|body)) else[’']s|that (?:does|did) not exist|(?:it )?should(?: not|n[’']?t)(?: have| be)?)"
)
_PEOPLE = (
    r"(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|our|the|another|more|few|\d{1,4}"
    r"|of|new|big|paying)\s+)*(?:customers?|users?|clients?|colleagues?|people|persons?|employees?|patients?|students?"
    r"|visitors?|guests?|readers?|agents|testers?|someone|somebody)"
)
_GOT = (
    r"(?:got|received|saw|had|(?:was|were) (?:given|told|shown|sent|quoted|offered|promised|charged|booked|sold)"
    r"|noticed|found|ended up with|complained about|reported)"
)
_THINGS = (
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|our|the|another|more|few|\d{1,4}|of"
    r"|new)\s+)+(?:\w+\s+){0,2}?(?:tickets?|requests?|e?-?mails?|letters?|orders?|invoices?|chats?|cases?|calls?"
    r"|documents?|contracts?|messages?|parcels?|claims?)"
)
_ASTRAY = (
    r"(?:went|(?:was|were|got) (?:sent|routed|sorted|filed|put|assigned|forwarded|booked|delivered|moved)"
    r"|ended up|landed|came back)"
)
"""What it handled, and how that goes wrong: "three tickets went to the wrong queue"."""
_NAMES_ONE = (
    r"(?:hallucinations?|(?:wrong|false|incorrect|outdated|rude|broken|bad) (?:answers?|repl(?:y|ies)|responses?|facts?"
    r"|prices?|numbers?)|data leaks?|needless refusals?|retrieval miss(?:es)?|tool errors?)"
)
_TOLD = re.compile(
    rf"\b{_BOT}\s+{_ADVERB}{_FAILED}\b"
    rf"|\b{_BOT}\s+{_ADVERB}{_DID}\b.*\b{_WRONG}(?!\w)"
    rf"|\b{_PEOPLE}\s+{_ADVERB}{_GOT}\b.*\b(?:{_WRONG}|{_NAMES_ONE})(?!\w)"
    rf"|\b(?:we|i)\s+{_ADVERB}(?:got|saw|had|received|noticed|found)\s.*\b{_NAMES_ONE}(?!\w)"
    rf"|\b{_PEOPLE}\s+{_ADVERB}complained\b"
    rf"|\b{_THINGS}\s+{_ADVERB}(?:{_ASTRAY}\b.*\b{_WRONG}(?!\w)|(?:was|were|got) (?:mis\w+ed|lost|mixed up)\b)"
    rf"|\b(?:we|i)\s+{_ADVERB}(?:got|saw|had|noticed|found)\s+{_THINGS}\s+(?:in|at|with|to|under) the {_WRONG}(?!\w)"
    rf"|\b{_BOT}\s+{_ADVERB}{_SAID}\b.*{_NOT_SO}"
    rf"|\b{_WRONG}\s+(?:\w+\s+){{1,3}}?(?:was|were|got|came)\s+{_ADVERB}"
    rf"(?:quoted|cited|used|returned|given|shown|told|recommended|offered|sent|sold|promised|called|up|back|out)\b"
    rf"|^{_ADVERB}{_NAMES_ONE}\s+(?:again|today|yesterday|this (?:morning|week|month)|last (?:night|week))\b"
)
_DONE_TO = (
    r"(?:repealed|withdrawn|discontinued|abolished|closed|cancell?ed|replaced|superseded|deleted|retired|revoked|removed"
    r"|dissolved|gone|dead|sold|out of (?:print|force|stock|use)|no longer|not valid|void)"
)
_PASSED = r"(?:left|expired|ended|retired|died|ran out|lapsed)"
_OF_ANOTHER = (
    r"(?:(?:of|for|from|about|with|to)\s+(?:an?|some|the)\s+(?:\w+ly\s+)?different\s+\w"
    r"|(?:of|for|from|about|with|to)\s+(?:another|some other|the other)\s+(?!words\b|day\b|time\b)\w"
    rf"|(?:completely|totally|entirely|very)\s+different|instead\b|(?:that|which|who)\s+{_PASSED}\b"
    rf"|(?:that|which|who)\s+(?:is|are|was|were|(?:has|had|have) been|got)\s+(?:\w+ly\s+|long\s+)?{_DONE_TO}\b"
    r"|where\b.*\b(?:wants?|needs?|expects?|takes|accepts)\s+(?:\w+\s+)?only\b"
    r"|where\b.*\bonly\s+(?:wants?|needs?|expects?|takes|accepts)\b)"
)
"""What makes it the wrong thing although nobody calls it wrong: it was of something else, or of no use any more."""
_NUMBER = r"(?:\d|two|three|four|five|six|seven|eight|nine|ten)"
_IN_TRUTH = (
    r"\bbut\s+(?:\w+\s+){0,3}?(?:is|are|was|were|has|have|opens?|closes?|costs?|takes?)\s+"
    rf"(?:(?:only|just|really|actually|at)\s+)*[€$£]?{_NUMBER}"
)
_HANDED = (
    rf"(?!was\b|were\b|took over\b)(?:{_DID}|came up with|handed|mailed|printed|pulled|fetched|explained|described)"
)
_HURT = (
    r"(?:died|burn(?:ed|t)?|drown(?:ed)?|choked|bled|broken|lost|killed|injured|hurt|poisoned|fallen|sued|fined|fired"
    r"|crashed|flooded|exploded|been (?:hurt|killed|sued|fined|fired|injured|poisoned))"
)
"""What nearly came of an answer."""
_SHAPELESS = (
    r"(?:wall of text|blob of text|one (?:long|huge) paragraph"
    r"|(?:text|prose|answers?)\s+(?:without|w/o|with no)\s+(?:any\s+)?"
    r"(?:bullets?|headings?|structure|line ?breaks?|table))"
)
_LIKELY = re.compile(
    rf"\b{_BOT}\s+{_ADVERB}{_HANDED}\b.*(?:\b{_OF_ANOTHER}|{_IN_TRUTH})"
    rf"|\b(?:asked|wanted|needed|searched)\b.*\b(?:and|but)\s+(?:{_BOT}\s+{_ADVERB}{_HANDED}|{_GOT})\b"
    rf".*(?:\b(?:the ones?|that|those)\s+(?:for|of|from|in|about)\b|\b{_OF_ANOTHER}|\b(?:nearly|almost)\s+\w)"
    rf"|\b{_BOT}\s+{_ADVERB}{_HANDED}\b.*\b(?:so|and|because of (?:it|that))\s+(?:\w+\s+){{1,3}}?(?:nearly|almost)\s+\w"
    rf"|\b{_BOT}\s+{_ADVERB}mixed\s+(?:two|both|the two)\b"
    rf"|\b{_BOT}\s+{_ADVERB}(?:found|returned|gave|had|knew|showed)\s+(?:us\s+|me\s+)?"
    r"(?:nothing|no (?:hits?|results?|passages?|match(?:es)?|pages?)|zero hits)\b.*"
    r"\b(?:although|though|but|yet|and)\s+(?:we\s+(?:do\s+)?have|we[’']ve|there[’']?s|there\s+(?:is|are)"
    r"|it[’']?s\s+(?:all\s+)?(?:in|on)|it\s+(?:is|stands)\s+(?:all\s+)?(?:in|on))\b"
    rf"|\b{_BOT}\s+{_ADVERB}{_SAID}\b.*\d.*[,;]\s*(?:but\s+|while\s+)?(?:(?:the|our)\s+)?(?:[^\W\d]+\s+){{1,2}}?(?:says?|said|states?)\b"
    rf"|\b{_BOT}\s+{_ADVERB}{_SAID}\b[^.;]*\d[^.;]*[,;]\s*(?:but\s+)?(?:it|that|they|we|(?:the|our)\s+\w+)\s+(?:really\s+)?"
    r"(?:is|are|was|were|closes?|opens?|costs?|takes?|ends?|starts?|runs?|leaves?|stops?)\s+(?:\w+\s+){0,2}?[€$£]?\d"
    rf"|\b{_BOT}\s+{_ADVERB}{_SAID}\b.*\b(?:could|might)\s+have\s+(?:\w+\s+){{0,2}}?{_HURT}\b"
    rf"|\bgot\s+(?:\w+\s+){{0,2}}?{_SHAPELESS}(?!\s+from\s+(?!it\b|the bot\b))"
)
"""A small story of what it did, of which the failure has to be inferred: it is asked about, never logged at once."""
_WENT_WELL = re.compile(
    r"\b(?:better|right(?:ly)?|joy|happy|happily|pleased|proud|good|great|perfect(?:ly)?|on purpose"
    r"|as (?:asked|planned)|all (?:of|the|\w+) questions"
    r"|instead of (?:us|me|him|her|them|a (?:person|colleague)|people))\b"
)
_ASKS_OF_LOG = re.compile(
    r"[,.;]?\s*(?:(?:and|so)\s+)?(?:is|was|are|did|has|have|can|could|should|do|where do|how do)\s+"
    r"(?:that|this|it|these|we|you|i|anybody|anyone|somebody)\b[^,.;?]{0,30}"
    r"\b(?:record(?:ed)?|log(?:ged)?|not(?:ed|e)|written|counted?|filed?|report(?:ed)?)\b[^,.;?]{0,30}\?*$"
)
"""Behind a story, the question whether it stands in the log."""
_WHEN = r"(?:(?:just|again|today|yesterday|this (?:morning|week|month)|last (?:night|week|month)|on \w+day)\s*)*"
_SOME = r"(?:an?|another|one|two|three|four|five|some|several|more|new|\d{1,2}|serious|small|ugly)"
_EVENT = r"(?:incidents?|complaints?|bug reports?|(?:wrong|bad|false) answers?)"
_HAPPENED = rf"(?:(?:we|i)(?: have|[’']ve)? {_WHEN}(?:had|got|saw|received)|there (?:was|were|has been|have been))"
_BEHIND = r"(?:[:–—]|[-,.;]\s|(?:where|when|in which|because)\b)"
_SAID_SO = re.compile(
    r"^(?:(?:please|hi|hey|ok|okay|and|also|so|sadly|today|yesterday)[\s,]+)*"
    rf"(?:{_HAPPENED}\s+(?:{_SOME}\s+)+{_EVENT}\s*{_WHEN}{_BEHIND}"
    rf"|(?:(?:{_SOME}\s+)*(?:incident|complaint)(?:\s+report)?|bug report)\s*{_WHEN}[:–—])\s*(?P<event>\S.*)$"
    r"|^(?:(?:please|hi|hey|ok|okay|and|also|can you|could you"
    r"|(?:i|we)(?: have|[’']ve)?(?= (?:log|not|rec|rep)))[\s,]+)*"
    r"(?:(?:log|logged|note|noted|record|recorded|count|add|report|reported|reporting|new|another)\s+"
    r"(?:(?:this|that|it|as|an?|one|new|another|ai)\s+)*(?=fail))?"
    r"(?:failure\s*(?:[:–—-]|,|that)|(?:log|record|note) (?:this|that|it)\s*:)\s*(?P<what>\S.*)$",
    re.DOTALL,
)
_NONE = re.compile(
    r"\?|^(?:if|what|why|who|whom|how|when|which|where|is|are|was|were|can|could|would|will|should|may|might|does|do"
    r"|did|has|have|suppose|say|imagine|unless|in case)\b"
    r"|\b(?:if|would|could(?!\s+(?:not|have)|n[’']?t)|might(?!\s+have)|may|will|won[’']?t|going to|nobody|no one"
    r"|never|no longer"
    r"|not any more"
    r"|(?:no|zero|0) (?:\w+ )?(?:failures?|complaints?|hallucinations?|errors?|leaks?|answers?|refusals?|misses)"
    r"|without (?:a|any)|correctly|rightly|properly|well|fine|as expected"
    r"|(?:is|are|was|were|been|got|now|we(?: have|[’']ve)?|have|has) (?:all )?(?:fixed|solved|resolved|mended|gone)"
    r"|expected?|hopes?|fears?|afraid|worr(?:y|ied)|in (?:the )?tests?|before (?:the )?(?:launch|release)"
    r"|(?:did|was|were)(?:\s+not|n[’']?t)\s+(?:quote|use|give|show|tell|make|invent|leak|get|a failure|an error))\b"
)
_MAY_TELL = re.compile(
    rf"\bfailure\b|\b{_EVENT}\b|\b{_THINGS}\b|\b(?:{_BOT}|{_PEOPLE})\s+{_ADVERB}(?:{_FAILED}|{_DID}|{_GOT}|complained)\b|\b{_NAMES_ONE}(?!\w)"
    rf"|\b{_WRONG}\s|\b(?:asked|wanted|needed|searched)\b.*\b(?:and|but)\b|\b{_BOT}\s+{_ADVERB}(?:{_HANDED}|mixed|had|knew)\b"
    rf"|\bgot\b.*\b{_SHAPELESS}|\b(?:un)?log(?:ged)?\b",
)
_LEADS = re.compile(
    r"^(?:(?:hi|hey|ok|okay|so|and|also|but|well|sadly|today|yesterday|again|(?:true )?story"
    r"|this (?:morning|week|month)|last (?:night|week|month)|(?:(?:on|last) )?\w{3,6}day)[\s,:]+)+"
)
_DATED = re.compile(
    r"\b(?:yesterday|today|tonight|this (?:morning|afternoon|evening)|last (?:night|week)"
    r"|(?:on|last) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|(?:an?|one|two|three|\d{1,2}) (?:minutes?|hours?|days?) ago|just now|earlier today)\b"
)
_GOES_ON = re.compile(r"\b(?:since|every|always|often|usually|each|all the time|keeps?|mostly|again and again)\b")
"""With these it says how things are, and not what happened."""
_COUNTED = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|both|a few|[2-9]|\d{2,3})\s+"
_MANY_OF = (
    r"customers|users|clients|colleagues|people|persons|employees|patients|students|visitors|guests|readers|testers"
    r"|tickets|requests|e?-?mails|letters|orders|invoices|chats|cases|claims|parcels|messages"
)
_FEW = "two|three|four|five|six|seven|eight|nine|ten"
_SEVERAL = re.compile(
    rf"\b(?:twice|thrice|several times|(?:{_FEW}|\d{{1,2}}) (?:\w+ )?times)\b"
    r"|\bx ?\d{1,2}(?=\W*$)|\b\d{1,2} ?x(?=\W*$)"
    rf"|(?<!mixed up )(?<!confused )(?<!between )\b{_COUNTED}(?:\w+ ){{0,2}}?(?:{_MANY_OF})\b"
    rf"|^.{{0,30}}\b{_COUNTED}(?:\w+ )?(?:failures|incidents|complaints|hallucinations|answers|refusals)\b"
)
"""More than one failure: so many people, so many things that went wrong, so many times; no other number is."""


_SO_OFTEN = re.compile(
    rf"(?:and )?(?:(?:about|at least) )?(?:twice|thrice|(?:{_FEW}|\d{{1,2}}) times|x ?\d{{1,2}}|\d{{1,2}} ?x)\W*"
)
_UNLOGGED = re.compile(
    rf"\b(?:(?:an?|another|one|{_FEW}|some|several|more|\d{{1,2}})\s+)+(?:[\w’'-]+\s+){{1,6}}?(?:(?:that|which)\s+)?"
    r"(?:(?:nobody|no one|we never|we did(?: not|n[’']t)|i (?:never|forgot to))\s+(?:ever\s+)?log(?:ged)?\b"
    r"|(?:was|were) (?:never|not) logged|went unlogged)(?!\s+(?:in|on|into|out|off|any|an?|the|that|it)\b)"
)
"""Failures that happened and stand nowhere: "3 more old prices that nobody logged"."""


@dataclass(frozen=True, slots=True)
class ToldFailure:
    """One failure in a line: what happened, as typed, and what the words say of it."""

    what: str
    bucket: str | None = None
    """None where the words do not say which."""
    is_several: bool = False
    """Whether they tell of more than one."""
    is_named: bool = False
    """Whether they call it a failure: "failure: ..."."""
    is_dated: bool = False
    """Whether they say when it happened: it is one event then, and not how things are."""
    is_likely: bool = False
    """Whether it is only inferred from a story, in which nothing is called wrong: to be asked about, never logged."""


def may_tell_failure(text: str) -> bool:
    """Whether the words may tell of a failure: sooner seen than whether they do."""
    return bool(_MAY_TELL.search(text.casefold()))


def says_how_often(text: str) -> bool:
    """Whether the words say how often something happened and nothing else: "twice", "x3"."""
    return bool(_SO_OFTEN.fullmatch(text.strip().casefold()))


def told_failure(text: str, name: str = "", *, retrieves: bool = True) -> ToldFailure | None:
    """The failure that a line tells; None where it tells none. `name` is the feature's, `retrieves` whether it does."""
    line = " ".join(text.casefold().split())
    said_so = _SAID_SO.match(line)
    if said_so is not None and "?" not in line:
        told = said_so["what"] or said_so["event"]
        what = text.strip()[-len(told) :] if len(line) == len(text.strip()) else told
        is_several = bool(_SEVERAL.search(line if said_so["event"] else told))
        return ToldFailure(what, bucket_of(told, retrieves=retrieves), is_several, is_named=True)
    line = _bare(line, name)
    if _UNLOGGED.search(line) and "?" not in line:
        return ToldFailure(text.strip(), bucket_of(line, retrieves=retrieves), is_several=True, is_likely=True)
    if _NONE.search(line) or not (_TOLD.search(line) or _tells_story(line)):
        return None
    is_dated = bool(_DATED.search(text.casefold())) and not _GOES_ON.search(text.casefold())
    return ToldFailure(
        text.strip(),
        bucket_of(line, retrieves=retrieves),
        bool(_SEVERAL.search(line)),
        is_dated=is_dated,
        is_likely=not _TOLD.search(line),
    )


def _bare(line: str, name: str) -> str:
    """The line with the feature as "it", without what leads to it, and without the question whether it is logged."""
    if name:
        line = re.sub(rf"^(?:the\s+)?{re.escape(name.casefold())}\b", "it", line)
    return _ASKS_OF_LOG.sub("", _LEADS.sub("", line))


def _tells_story(line: str) -> bool:
    return bool(_LIKELY.search(line)) and not (_WENT_WELL.search(line) or _GOES_ON.search(line))
