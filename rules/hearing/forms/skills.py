"""News of what the team can run, told as what somebody does by now: "Kim runs training now", "nobody trains any more".

Who says so names a skill of the team's own: a course that somebody gives, and a wiki that nobody searches, are none.
"""

import re
from collections.abc import Sequence, Set

from rules.facts import ALONE, VALUES, Value
from rules.hearing.values import Asked, Heard, Line, each_in

_TRAINING = r"(?:the )?(?:model )?(?:training|fine tuning|finetuning)(?: (?:runs|jobs|pipeline|part))?"
_SEARCH = (
    r"(?:(?:the|a|an|our) )?(?:(?:search|vector) )?(?:search|retrieval|index|elasticsearch|opensearch)"
    r"(?: (?:cluster|side|part))?"
)
_SKILL = rf"(?:{_TRAINING}|{_SEARCH})(?: and (?:{_TRAINING}|{_SEARCH}))?"
_TRAINS = (
    r"(?:re)?(?:train|trains|fine tune|fine tunes|finetune|finetunes)"
    r"(?: (?:it|the models?|models|our (?:own )?models?))?(?: ourselves)?"
)
_RUNS = r"(?:runs?|do|does|handles?|operates?|owns?|maintains?|looks? after|takes? care of)"
_DOES = rf"(?:{_TRAINS}|{_RUNS} {_SKILL})(?: and rolls? (?:it |them )?back)?"
_WHO = r"(?:we|i|@|(?:(?:the|our|my) )?(?!no)[a-z]+(?: [a-z]+){0,2}?)"
_SINCE = r"(?:(?:since|as of|from) [\w ]{2,20}?|now|by now|meanwhile|these days|nowadays)"
_ENDS = r"(?= [,.;:!–—-]|$)"
_WORDS = r"(?:yes|good news|so|and|but|well|ok|okay|fyi|btw|news|update|(?:(?:has )?anything )?changed)"
_LEADS = rf"(?P<lead>(?:{_WORDS}(?: [,:.!])? )*(?:{_SINCE}(?: ,)? )?)"
_GAINS = re.compile(
    rf"{_LEADS}{_WHO} (?:(?:can|is able to|are able to) )?(?P<now>now )?{_DOES}"
    rf"(?: (?:too|as well|for us|with rollbacks?|(?:on top of|besides|next to|plus) {_SKILL}))?"
    rf"(?: (?P<since>{_SINCE}))?{_ENDS}"
)
"""Somebody of the team who runs it, with since when."""
_NOBODY = (
    r"(?:(?:nobody|noone|no one|none of us)(?: (?:can|is able to|here))?"
    r"|(?:we|i|@|(?:the |our )?[a-z]+) (?:do not|does not|no longer|can not|can no longer))"
)
_LOSES = re.compile(
    rf"{_LEADS}(?:{_NOBODY} {_DOES} (?:(?:here )?any ?more|any longer|now)"
    rf"|no (?:one )?longer {_DOES}|we (?:have )?stopped (?:doing |running )?{_SKILL}(?: (?:in|last) [a-z]+)?){_ENDS}"
)
"""What nobody runs any longer."""
_LEFT = re.compile(
    rf"{_LEADS}(?P<back>(?:we are )?(?:back|down) to |it (?:is )?|we are |that leaves |what is left is )?"
    rf"(?:(?:only|just) {_SKILL}|{_SKILL} only|we (?:only|just) {_RUNS} {_SKILL})"
    rf"(?P<again> (?:again|now|these days|remains|is left|left|from (?:today|now)(?: on)?))?{_ENDS}"
)
"""What alone is left."""
_OF_OTHERS = re.compile(
    r"\b(?:if|would|will|should|could|may|might|said|says|wants?|plans?|soon|maybe|perhaps|not|never|only|just|users?|customers?"
    r"|guests?|clients?|staff|they|vendors?|suppliers?|providers?|agency|bot|app|model|who|what|when|how|why|does it)\b"
)
"""What supposes, plans, or tells of others than the team."""
_CLAUSES = re.compile(r"(?<=[.;!]) | , (?=(?:nobody|no ?one|none of us|only|just)\b)")
_SUPPOSES = re.compile(r"(?:(?:and|so|but|ok|then) )*(?:what if|suppose|supposing|imagine)(?: that)? ")
_OF_TRAINING, _OF_SEARCH = re.compile(r"train|tun(?:e|ing)"), re.compile(r"search|retrieval|index")


def run_by_now(typed: Line, _stems: Sequence[str]) -> Heard | None:
    """What such a line to the bot says, as the list then stands, or supposes after the verdict; None for all others.

    While it is asked what the team can run, it is heard as the answer to that.
    """
    if typed.open_fact == "ops" or not typed.mention:
        return None
    before = {*each_in(typed.said.get("ops") or ())} - {ALONE["ops"]}
    text = " ".join(typed.pieces)
    supposes = None if typed.open_fact else _SUPPOSES.match(text)
    if not supposes and "?" in typed.pieces:
        return None
    clauses = [text[supposes.end() :].rstrip("? ")] if supposes else _CLAUSES.split(text)
    run = next((run for clause in clauses if (run := _run(clause, before, is_news=bool(supposes))) is not None), None)
    if run is None:
        return None
    value = tuple(each for each in VALUES["ops"] if each in run) or (ALONE["ops"],)
    if value == typed.said.get("ops"):
        return None if supposes or typed.open_fact else Heard(questions=(Asked("status_of_answers", {"fact": "ops"}),))
    if supposes:
        return Heard(questions=(Asked("what_if", {"changes": {"ops": value}}),))
    return Heard(saves={"ops": value}, is_correction=True)


def _run(clause: str, before: Set[Value], *, is_news: bool) -> Set[Value] | None:
    """What the team runs when this was said, which ran those before; None where it says nothing of it."""
    left = _LEFT.match(clause)
    if left and (is_news or left["back"] or left["again"]):
        return _named(left)
    if lost := _LOSES.match(clause):
        return before - _named(lost)
    gained = _GAINS.match(clause)
    if not gained or _OF_OTHERS.search(_behind_lead(gained)):
        return None
    is_news = bool(is_news or gained["now"] or gained["since"] or re.search(_SINCE, gained["lead"]))
    return before | _named(gained) if is_news else None


def _behind_lead(found: re.Match[str]) -> str:
    return found[0][len(found["lead"]) :]


def _named(found: re.Match[str]) -> set[Value]:
    """The skills that are named behind what leads to the news."""
    text = _behind_lead(found)
    named: set[Value] = {"training"} if _OF_TRAINING.search(text) else set()
    return named | ({"search"} if _OF_SEARCH.search(text) else set())
