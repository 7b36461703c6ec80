"""Results as they are typed in haste, written as they are read: "lithium: 6 passed 4 failed" is "lithium: 6 of 10"."""

import re

from rules.review.told_runs import COUNT

_BOTH = re.compile(
    r"(?<![\w./-])(?P<one>\d{1,4})\s+(?P<how>pass(?:ed)?|right|ok|green|good|fail(?:ed)?|wrong|red|bad)"
    r"(?:\s*[,;/+&]\s*|\s+(?:and|but)\s+|\s+)(?:and\s+)?(?P<other>\d{1,4})\s+"
    r"(?P<not_so>pass(?:ed)?|right|ok|green|good|fail(?:ed)?|wrong|red|bad)\b(?!\s+of\b)",
    re.IGNORECASE,
)
"""Runs told by both of their verdicts."""
_FAILED = re.compile(r"fail|wrong|red|bad", re.IGNORECASE)
_APART = re.compile(
    rf"\s(?P<verdict>(?:still\s+)?(?:passed|passes|failed|fails))\s*[,:;(–—-]+\s*(?P<runs>{COUNT.pattern})"
    r"\)?(?=\s*(?:[,;.!]|$|\s(?:and|but)\s))",
    re.IGNORECASE,
)
"""A verdict set apart before the runs that passed: "grand failed, 6 of 10"."""
_NOT_THAT = re.compile(
    rf"(?P<runs>{COUNT.pattern})\s*,?\s+(?:and\s+)?(?:not|instead of|rather than)\s+"
    r"(?:\d{1,4}(?:\s*(?:of|out of|/)\s*\d{1,4})?|all)(?=\s*(?:[,;.!]|$))",
    re.IGNORECASE,
)
"""What it was taken for before: "it was 4 of 5, not 5"."""
_TOLD_OF = re.compile(
    rf"(?P<runs>{COUNT.pattern})\s*[,(–—-]?\s*"
    r"(?P<note>(?:(?:the\s+)?(?:one|two|three|others?|last|first|rest|\d)(?:\s+(?:one|run))?\s+"
    r"(?:was|were|said|had|gave|got|did|came|told|of them)"
    r"|it\s+(?:said|gave|told|named|quoted|forgot|missed|left out))\b"
    rf"(?:(?!{COUNT.pattern})[^,;.?]){{3,80}})\)?(?=\s*(?:[,;.!]|$))",
    re.IGNORECASE,
)
"""How the others of the runs went, right behind them: "9 of 10 one said 36 again"."""
_GOOD = re.compile(r"\b(?:right|fine|good|ok|okay|passed|pass|green|correct)\b", re.IGNORECASE)


def put_plainly(text: str) -> str:
    """The line with its results as they are read elsewhere; as it is where it holds none of these forms."""
    text = _BOTH.sub(_as_runs, text)
    text = _APART.sub(lambda one: f" {one['runs']}, {one['verdict']}", text)
    text = _NOT_THAT.sub(lambda one: one["runs"], text)
    return _TOLD_OF.sub(_with_reason, text)


def holds_both(text: str) -> bool:
    """Whether it tells runs by both verdicts: sooner seen than what it says."""
    return bool(_BOTH.search(text))


def _as_runs(found: re.Match[str]) -> str:
    is_failed = bool(_FAILED.match(found["how"]))
    if is_failed is bool(_FAILED.match(found["not_so"])):
        return found[0]
    one, other = int(found["one"]), int(found["other"])
    return f"{other if is_failed else one} of {one + other}"


def _with_reason(found: re.Match[str]) -> str:
    """The runs, and why they are no more; not where the others went well."""
    return found[0] if _GOOD.search(found["note"]) else f"{found['runs']} because {found['note']}"
