"""Changes told by what does not hold, or not any more.

"Once a quarter, not monthly", "it is not weekly but daily", "the index team left and nobody can train".
"""

import re
from collections.abc import Iterator, Mapping

from rules.catalog.asking import small
from rules.facts import ALONE, FACTS, VALUES, Value
from rules.hearing.questions.cutting import Message, Sentence, sentence
from rules.hearing.questions.kinds import BANDS, OF_WAYS
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.parts import held_against_verdict
from rules.hearing.questions.scene import asked
from rules.hearing.questions.shapes import is_order, opening
from rules.hearing.questions.slots import likeliest_of
from rules.hearing.questions.values_said import answer_to, plain_facts
from rules.hearing.values import Asked, Line

_LONGEST = 24
"""Words of a sentence that says no more than this; a longer one tells a story."""
_OLD = r"(?P<old>[^,:;?]+?)"
_NEW = r"(?P<new>[^:;?]+?)"
_NO_LONGER = r"(?:no longer|not any ?more|not)"
_WRONG = r"(?:is|are|was|were) (?:wrong|incorrect|outdated|not (?:true|right|correct)|no longer (?:true|right|correct))"
_CONTRASTS = tuple(
    re.compile(phrase)
    for phrase in (
        rf"^{_NEW} (?:, |and |, and )(?:{_NO_LONGER}) (?P<only>just |only |merely )?{_OLD}$",
        rf"^(?:[^,]* )?(?:not|no longer) (?P<only>just |only )?{_OLD} (?:any ?more )?(?:, but|,|but) {_NEW}$",
        rf"^{_OLD} {_WRONG} , {_NEW}$",
    )
)
_NUMBER = re.compile(r"(?:\d[\d.,]*[kms]?|one|two|three|four|five|six|seven|eight|nine|ten|fifty|a hundred)(?: \w+)?$")
_ASKING = small("asking")
_RUNNING = "can/could/run/runs/operate/able/team/skills"


_W = r"[^\s,:;?]+(?: [^\s,:;?]+){0,4}?"
_GOING = (
    "go(?:es)?|went|gone|moved?|moving|switch(?:ed)?|changed?|changing|dropp?(?:ed)?|grew|grown?|rose|risen|fell|fallen"
    "|improved?|turn(?:ed)?|came|come|shift(?:ed)?|relax(?:ed)?|tighten(?:ed)?|loosen(?:ed)?|went down|went up"
)
_LEADING = "and|so|but|now|then|what|if|suppose|supposing|assume|assuming|say|imagine|it|were|was|be"
_ENDED = r"(?= (?:and|plus|would|does|do)\b| [,:;?]|$)"
_EXCHANGES = tuple(
    re.compile(phrase)
    for phrase in (
        rf"\b(?:{_GOING})\b(?: [^\s,:;?]+){{0,3}}? from (?P<old>{_W}) to (?P<new>{_W}){_ENDED}",
        rf"^(?:(?:{_LEADING}) )*(?P<old>[^\d,:;?]+?) to (?P<new>{_W}){_ENDED}",
    )
)


def exchanged(text: str, said: Mapping[str, Value]) -> dict[str, Value]:
    """What stands in place of an answer where it is supposed to go over: "from weekly to never", "weekly to never"."""
    found: dict[str, Value] = {}
    for match in (match for each in _EXCHANGES for match in each.finditer(text)):
        values = dict(_values(match["new"], match["old"], said, is_more=False))
        found |= values if len(values) == 1 else {}
    return found


def told_otherwise(message: Message, line: Line) -> tuple[Asked, ...]:
    """The answer that stands in place of the one that the message says does not hold, where that one was given."""
    if not line.mention or any(one.is_marked for one in message.sentences):
        return ()
    found = [each for one in message.sentences for each in _instead(one, line.said)]
    return asked("change_answer", changes=found[0]) if len(found) == 1 else ()


def _instead(sentence: Sentence, said: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    """What stands instead, by the first form of contrast that the sentence has."""
    known = hits(sentence)
    if len(sentence.stems) > _LONGEST or is_order(sentence) or opening(sentence) in _ASKING:
        return
    if known.has("supposes") or known.has("outside"):
        return
    is_of_a_way = known.has("architecture") and not stands(_RUNNING, sentence.stems)
    for each in _CONTRASTS:
        found = each.match(sentence.text.rpartition(" : ")[2])
        if found is None:
            continue
        values = dict(_values(found["new"], found["old"], said, is_more=bool(found.groupdict().get("only"))))
        values = {fact: value for fact, value in values.items() if not (is_of_a_way and fact in OF_WAYS)}
        fact = next(iter(values)) if len(values) == 1 else likeliest_of(values, sentence.stems)
        if fact:
            yield {fact: values[fact]}
            return


def _values(new: str, old: str, said: Mapping[str, Value], *, is_more: bool) -> Iterator[tuple[str, Value]]:
    """The questions of which the old words name the answer that stands, with what the new words answer.

    Where they name none that stands, the questions of which both name an answer.
    """
    given = {fact: value for fact in FACTS if (value := answer_to(fact, new)) is not None}
    over = {fact: answer_to(fact, old) for fact in given}
    standing = {fact for fact in given if fact in said and _is_named(over[fact], said[fact])}
    plain = plain_facts([new])
    both = {fact for fact in given if fact in plain and over[fact] not in {None, given[fact]}}
    counted = plain & {*BANDS} & {*given} if _NUMBER.match(old) else set()
    for fact in standing or both or counted:
        value, before = given[fact], said.get(fact)
        if is_more and isinstance(value, tuple) and isinstance(before, tuple):
            value = tuple(each for each in VALUES[fact] if each in {*before, *value} - {ALONE[fact]})
        if is_more and "both" in VALUES[fact] and value != before:
            value = "both"
        if value != before:
            yield fact, value


def _is_named(value: Value, given: Value) -> bool:
    """Whether the value is the one given, or one of a list that was."""
    return bool(set(value) & set(given or ())) if isinstance(value, tuple) else value == given


_PARTS = re.compile(r" [,:;] | (?:and|but|plus|nor) ")
_SKILLS = (
    ("search/index/indexing/retrieval/vector/embeddings/elastic",),
    (
        "train/training/finetune/finetuning/trainer/trainers",
        "fine tune/tuning",
        "ml engineer/engineers/team/people/person",
    ),
)
_MISSING = (
    "nobody/none/never/neither/gone/left/leaving/quit/resigned/dissolved/disbanded/retired/closed/without/lost",
    "no one/people/person/team/engineer/engineers/skills/staff/capacity/expert/experts",
    "laid off",
    "not .. any more/longer",
    "no longer/more",
    "can/could not",
    "not .. can/anybody/anyone",
    "not have",
)
_SOMEBODY = (
    "people/person/guys/guy/team/nobody/anybody/anyone/colleague/colleagues/engineer/engineers/who/staff/skills/expert"
    "/experts/specialist/lady/man/woman/one/quit/resigned/knows/run/operate"
)


def unmanned(message: Message, line: Line) -> tuple[Asked, ...]:
    """That nobody runs either any more; nothing where one of them is there, or the message asks or supposes."""
    asks = (one.is_marked or hits(one).has("supposes") or held_against_verdict(one) for one in message.sentences)
    if not line.mention or any(asks):
        return ()
    parts = [sentence(part) for one in message.sentences for part in _PARTS.split(one.text)]
    told = [[part for part in parts if stands(skill, part.stems)] for skill in _SKILLS]
    missing = [part for several in told for part in several if stands(_MISSING, part.stems)]
    is_all = all(told) and all(part in missing for several in told for part in several)
    is_of_people = any(stands(_SOMEBODY, part.stems) for part in missing)
    is_new = line.said.get("ops") != ("neither",)
    return asked("change_answer", changes={"ops": ("neither",)}) if is_all and is_of_people and is_new else ()
