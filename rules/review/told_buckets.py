"""The bucket of a failure, where the words say what went wrong: "it answered in broken JSON" (F11).

That an answer was wrong says nothing of why, so where the words name no bucket, or several, none is read.
"""

import re

_NOT = r"(?:\s+not|n[’']?t)"
_PAGES = r"(?:page|passage|document|doc|polic(?:y|ies)|article|section|source|file|paragraph|manual|list)s?"
_SHAPES = r"(?:json|xml|html|csv|markdown|table|schema|format|layout|link|date)s?"
_PRIVATE = r"(?:data|name|address|addresses|email|orders?|invoices?|contracts?|files?|account|records?)"
_WHOSE = (
    r"(?:(?:an)?other|someone else[’']s|somebody else[’']s) (?:customer|client|user|person|patient|account|tenant)\w*"
    r"(?:[’']s?)?"
)
_OF_BUCKET = {
    "retrieval_miss": re.compile(
        rf"\b(?:(?:could|did|was){_NOT}\s+(?:able to\s+)?(?:find|retrieve|fetch)|retrieval miss(?:es)?"
        rf"|(?<!first )(?:page|passage|document|section|paragraph|article)s? (?:was|were|is|did){_NOT} "
        r"(?:even )?(?:among|in the (?:hits|results|top)|retrieved|fetched|come up|show up)"
        rf"|missed (?:the|a|our|that|this)\b.*\b{_PAGES}"
        rf"|(?:wrong|irrelevant|unrelated) (?:\w+ )?{_PAGES}(?<!list)(?<!lists)"
        rf"|{_PAGES}(?<!list)(?<!lists) (?:of|for|from|about) (?:an?|some) (?:\w+ly )?(?:different|other)"
        rf"|{_PAGES}(?<!list)(?<!lists) (?:of|for|from|about) another)\b"
    ),
    "context_overload": re.compile(
        r"\b(?:got (?:lost|confused|stuck) (?:in|by|with|over)\b.*\b(?:long|many|pages?|documents?|prompts?|history"
        r"|thread|conversation)"
        r"|(?:forgot|ignored|lost|skipped|overlooked) (?:the |half |part |an? )*(?:\w+ )?(?:half|part|rest|beginning"
        r"|middle|end|instructions?)|too (?:much|long) (?:context|a prompt))\b"
    ),
    "formatting": re.compile(
        rf"\b(?:(?:broken|invalid|malformed|unparsable|wrong|bad) {_SHAPES}"
        r"|(?:json|xml|csv|schema|format|table|layout|markdown)\b.*\b(?:broke|broken|failed|invalid|wrong)"
        r"|(?:wrong|rude|bad) (?:tone|style|voice|wording|language)|rude(?:ly)?"
        rf"|{_SHAPES} (?:(?:was|were|got|is) )?(?:cut (?:off|short)|truncated|incomplete|half missing)"
        r"|where\b.*\b(?:(?:wants?|needs?|expects?|takes|accepts) (?:\w+ )?only"
        r"|only (?:wants?|needs?|expects?|takes|accepts))"
        rf"|(?:could|did){_NOT} parse)\b"
    ),
    "safety": re.compile(
        rf"\b(?:leaked|leaks?|exposed|revealed|disclosed|refused|declined|refusals?|harmful|offensive|unsafe|toxic"
        rf"|insulted|swore|{_WHOSE}\s+(?:\w+\s+)?{_PRIVATE}"
        rf"|should{_NOT}(?: have| be)? (?:given?|said|say|told|tell|shown?|answer(?:ed)?|seen?))\b"
    ),
    "tool_error": re.compile(
        r"\b(?:(?:wrong|bad|broken) (?:tool|api|call|function|endpoint|arguments?|parameters?)s?|tool errors?"
        r"|(?:tool|api|function|call|calls|request)\b.*\b(?:timed out|failed|crashed|errored|broke)"
        r"|called (?:the |an? )?(?:wrong|other)|timed out"
        r"|called (?:the |an? |our )?(?:\w+ ){0,2}(?:api|tool|function|endpoint|service)\b.*\b(?:wrong|other|bad)"
        r"|(?:wrong|bad) (?:\w+ )?(?:ids?|arguments?|parameters?))\b"
    ),
}
"""By bucket, the words that say that a failure belongs there."""
_AGED = r"(?:old|older|outdated|stale|expired|former|previous|out[- ]of[- ]date|last (?:year|month)[’']?s)"
_VOID = (
    r"(?:that|which) (?:is|was|were|are|(?:has|have|had) been) (?:\w+ly |long )?"
    r"(?:repealed|withdrawn|superseded|replaced|abolished|discontinued|revoked)"
)
_OLD = re.compile(
    rf"\b(?:quoted|cited|used|returned|gave|showed|linked|read|found)\b.*\b(?:{_AGED}|{_VOID})(?!\w)"
    rf"|\b{_AGED}\b.*\b(?:was|were|got) (?:quoted|cited|used|shown|given)\b"
)
"""An old version was fetched in the place of the one that was needed, where anything is fetched at all."""


def bucket_of(words: str, *, retrieves: bool = True) -> str | None:
    """The one bucket that the words name; None where they name none, or several."""
    line = words.casefold()
    found = [bucket for bucket, named in _OF_BUCKET.items() if named.search(line)]
    if not found and retrieves and _OLD.search(line):
        return "retrieval_miss"
    return found[0] if len(found) == 1 else None
