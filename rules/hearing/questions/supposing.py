"""Suppositions: what a clause supposes, said so or in a fragment: "what if it were weekly?", "weekly instead?"."""

import re

from rules.catalog.asking import INVERTED, moods, phrases_in, small
from rules.facts import ALONE, Value
from rules.hearing.questions.contradicting import exchanged
from rules.hearing.questions.cutting import sentence
from rules.hearing.questions.kinds import LATER, NUMBERED, OF_WAYS
from rules.hearing.questions.matching import hits, is_courtesy
from rules.hearing.questions.opposites import denied, left_over, mended
from rules.hearing.questions.parts import asks_outcome, is_outcome, points_at_all, without_outcome
from rules.hearing.questions.pointing import fact_quoted
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.questions.shapes import is_undecided
from rules.hearing.questions.slots import is_likely, likeliest, spoken_of
from rules.hearing.questions.values_said import answer_to, changes, read_all, supposed_in
from rules.hearing.questions.vying import apart
from rules.hearing.values import Asked, Certainty
from rules.hearing.words.contrast import current

_OPENS = small("opening")
"""Words that open a question of another kind."""
_KNOWING = small("knowing")
_PLAIN = ("< say", "what if", "suppose", "supposing", "assume/assuming", "imagine", "let us say")
"""Suppositions that are nothing else, even where it is not understood what is supposed."""
_DENIES = phrases_in(moods()["denies"])
"""Suppositions that turn round what was said just before."""
_LONG = 7
"""In a longer supposition words that name no question's own matter are only offered."""
_PLAINLY = 0.75
"""... unless by this share of their likeness they are of that question."""
_FRAGMENT = 9
"""Words of a supposition that is only values."""
_ORDERED = "please/put/change/make/set/correct/write/update/amend/fix"
"""What is asked for of a quoted answer in these words is no supposition."""
_SHORTEST = 3
"""A supposition of fewer words has to name a question's own matter."""
_ECHOES = small("echoes")
_SMALL = small("filling")
_TELLING = frozenset({"not", "never", "to", "who", "you"})
"""Before "say" they make it no supposition: "I regret to say", "who says it must"."""
_ANYWHERE = frozenset({"hypothet"})
"""What makes a supposition of what stands before it, too: "2 s, hypothetically: still the same?"."""
_SEVERAL = 2
_NO_SUPPOSITION = small("indirect")
"""Words before "if" after which nothing is supposed."""


def supposed(clause: Clause) -> dict[str, Value]:
    """What the clause supposes: the values in those of its parts that do not ask for the outcome."""
    text = _after_marker(clause)
    kept = [part for part in re.split(r" [,:] ", text) if not asks_outcome(part)]
    kept = [part for part in kept if len(kept) == 1 or not is_outcome(part)]
    said = clause.scene.said
    if clause.scene.quoted and (about := fact_quoted(clause.scene.quoted)):
        value = answer_to(about, text)
        if value is not None:
            return {about: value}
    found = supposed_in(" , ".join(kept), said) or supposed_in(clause.sentence.text, said)
    if left := left_over(text):
        return {**found, "ops": left}
    if instead := exchanged(text, said):
        return {fact: value for fact, value in found.items() if fact not in LATER} | instead
    if found.keys() & _named(text):
        return found
    likely = likeliest(" , ".join(kept) or text, sentence(text).stems, said)
    return found if likely.keys() <= found.keys() else likely


def _after_marker(clause: Clause) -> str:
    """The text from the words that suppose on."""
    starts = [hit.start for hit in clause.hits.of("supposes") if not _is_indirect(clause, hit.start)]
    if starts and clause.stems[min(starts)] in _ANYWHERE:
        return clause.sentence.text
    at = min(starts, default=0)
    pieces = clause.sentence.text.split()
    places = [place for place, piece in enumerate(pieces) if piece[0].isalnum()]
    return " ".join(pieces[places[at] :]) if at < len(places) else clause.sentence.text


def what_if(clause: Clause) -> tuple[Asked, ...]:
    """A supposition that says so."""
    markers = [hit for hit in clause.hits.of("supposes") if not _is_indirect(clause, hit.start)]
    inverted = clause.stems[0] in INVERTED and clause.stems[1:2] != ("not",)
    if not markers and not (inverted and clause.is_marked):
        return ()
    own = any(one.certainty is Certainty.OWN for one in read_all(current(clause.sentence.text)))
    is_plain = clause.has(_PLAIN)
    about = fact_quoted(clause.scene.quoted)
    if put_right := mended(about, clause.sentence.text):
        return asked("what_if", changes={about: put_right})
    if clause.scene.sentences and clause.has(_DENIES):
        return asked("what_if", changes=denied(changes(clause.scene.before, clause.scene.said)))
    found = supposed(clause)
    if not own and clause.scene.sentences and clause.has("that/this/it/so/right/they/those/these/them"):
        found = _spoken_of(clause) or found
    elif not own and not is_plain and not clause.is_marked:
        return ()
    elif not own and len(clause.stems) > _LONG:
        is_meant = not clause.is_alone and is_likely(found, clause.stems, _PLAINLY)
        return asked("what_if", changes=found if is_meant else {})
    found = found or _numbered(clause)
    return asked("what_if", changes=found) if found or is_plain else ()


def talked_of(clause: Clause) -> tuple[Asked, ...]:
    """What may come, told before: "there is talk of a yearly edition. Where would that leave your advice?"."""
    asks = clause.hits.has_any(("then", "supposes"))
    together = _told_together(clause) if asks and points_at_all(clause.stems) else {}
    if together:
        return asked("what_if", changes=together)
    if (
        not asks
        or is_own(clause)
        or not clause.has("that/this/it/event/case/such/these/those/same/still/different/then")
    ):
        return ()
    for text in reversed(clause.scene.sentences):
        told = sentence(text)
        is_news = clause.hits.has("supposes") or not clause.has("same/still")
        if is_undecided(told) or not is_news:
            known = changes(text, clause.scene.said, least=Certainty.OWN)
            by_the_way = OF_WAYS if hits(told).has("architecture") else frozenset()
            found = spoken_of({fact: known[fact] for fact in known if fact not in by_the_way}, told.stems)
            found = likeliest(text, told.stems, clause.scene.said) or found if len(found) < _SEVERAL else found
            return asked("what_if", changes=found) if found else ()
    return ()


def _told_together(clause: Clause) -> dict[str, Value]:
    """What all sentences before say that may come; nothing where they say less than two such things."""
    found: dict[str, Value] = {}
    for text in clause.scene.sentences:
        known = changes(text, clause.scene.said, least=Certainty.OWN)
        stems = sentence(text).stems
        found |= spoken_of(known, stems) if len(known) > 1 else known
    new = {fact: value for fact, value in found.items() if value != clause.scene.said.get(fact)}
    return new if len(new) >= _SEVERAL else {}


def _numbered(clause: Clause) -> dict[str, Value]:
    """What a bare number answers of what was spoken of before: "only a few dozen examples" ... "and with 5,000?"."""
    if not clause.scene.sentences or not any(stem[0].isdigit() for stem in clause.stems):
        return {}
    earlier = changes(clause.scene.before, {}, least=Certainty.OWN)
    values = {fact: answer_to(fact, clause.sentence.text) for fact in earlier if fact in NUMBERED}
    return {fact: value for fact, value in values.items() if value not in {None, earlier[fact]}}


def bare_number(clause: Clause) -> tuple[Asked, ...]:
    """The same without any other word that supposes: "and with 5,000?"."""
    is_asked = clause.is_marked and clause.hits.has("leans") and not is_own(clause)
    found = _numbered(clause) if is_asked else {}
    return asked("what_if", changes=found) if found else ()


def _spoken_of(clause: Clause) -> dict[str, Value]:
    """What an earlier sentence gives, or what this one says of the same questions: "and if they were consistent?"."""
    before = (changes(text, clause.scene.said, least=Certainty.OWN) for text in reversed(clause.scene.sentences))
    earlier = next((one for one in before if one), {})
    again: dict[str, Value] = {
        fact: value for fact in earlier if (value := answer_to(fact, without_outcome(clause.sentence.text))) is not None
    }
    return again or earlier


def _is_indirect(clause: Clause, at: int) -> bool:
    """Whether the word at this place supposes nothing: "I wonder if", "I regret to say"."""
    if clause.stems[at] != "if":
        return clause.stems[at] == "say" and bool(_TELLING & set(clause.stems[at - 1 : at]))
    before, after = clause.stems[at - 1 : at], clause.stems[at + 1 : at + 3]
    return (
        bool(set(before) & _NO_SUPPOSITION)
        or after[:1] in {("so",), ("possibl",), ("need",), ("ani",)}
        or (after[:1] == ("i",) and bool(set(after[1:]) & _KNOWING))
    )


def then_what(clause: Clause) -> tuple[Asked, ...]:
    """What "what then?" asks after a sentence that gives a value."""
    asks = clause.has(("what then/now", "then/now what"))
    if len(clause.stems) > _SHORTEST or not clause.is_marked or not asks:
        return ()
    found = changes(clause.scene.before, clause.scene.said, least=Certainty.OWN) if clause.scene.before else {}
    return asked("what_if", changes=found) if found else ()


def fragment(clause: Clause) -> tuple[Asked, ...]:  # noqa: PLR0911 - a list of cases
    """A supposition that is only values: "weekly instead?", "with 5,000 pages?", "on-prem: same verdict?"."""
    asks_then = clause.hits.has("then")
    leans = (clause.hits.has("leans") or _is_assigned(clause)) and (
        clause.is_marked or (clause.is_alone and clause.stems[0] != "no")
    )
    if not (asks_then or leans or _is_short(clause)) or is_courtesy(clause.sentence):
        return ()
    if clause.is_part or (clause.stems[0] in _OPENS and not asks_then and not leans):
        return ()
    if _is_stated(clause):
        return ()
    own = is_own(clause) or _is_assigned(clause)
    if not asks_then and ((clause.architectures and not own) or not ((own and leans) or _is_covered(clause))):
        return ()
    if not own and len(clause.stems) < _SHORTEST:
        return ()
    named = {at for hit in clause.architectures for at in range(hit.start, hit.end)}
    if clause.has("still") and {stem for at, stem in enumerate(clause.stems) if at not in named} <= _ECHOES:
        return ()
    if asks_then and not own and _is_echo(clause):
        before = clause.scene.before
        found = {} if hits(sentence(before)).has("changed") else changes(before, clause.scene.said)
        return asked("what_if", changes=found) if found else ()
    if not own and not _is_covered(clause):
        return ()
    found = supposed(clause)
    if not asks_then and not leans and _competes(clause.sentence.text):
        return ()
    return asked("what_if", changes=found) if found else ()


def _is_stated(clause: Clause) -> bool:
    """Whether it states a change, or orders one of what is quoted."""
    is_quoting = bool(fact_quoted(clause.scene.quoted))
    is_ordered = is_quoting and clause.has(_ORDERED)
    return is_ordered or (not clause.is_marked and (is_quoting or clause.hits.has("changed")))


def _is_assigned(clause: Clause) -> bool:
    """Whether a value is set as engineers write it: "same but failure = format", "evals -> golden set?"."""
    return " = " in clause.sentence.text


def _is_short(clause: Clause) -> bool:
    """Whether it is short, and a question or all that is said."""
    if len(clause.stems) > _FRAGMENT:
        return False
    is_bare = clause.is_alone and not clause.terms and _is_covered(clause)
    return clause.sentence.is_marked or is_bare


def _is_echo(clause: Clause) -> bool:
    """Whether it asks for the verdict under what the sentence before says: "would that change things?"."""
    if not clause.scene.before:
        return False
    return clause.has("that/this/it")


def is_own(clause: Clause) -> bool:
    """Whether it names a question's own matter with a value."""
    return bool(_named(clause.sentence.text) - (OF_WAYS if clause.architectures else frozenset()))


def _named(text: str) -> set[str]:
    """The questions whose own matter the words name with a value."""
    return {one.fact for one in read_all(text) if one.certainty is Certainty.OWN}


def supposes(clause: Clause) -> bool:
    """Whether it supposes in words: "if" in "if I may" does not."""
    return any(not _is_indirect(clause, hit.start) for hit in clause.hits.of("supposes"))


def _competes(text: str) -> bool:
    """Whether a fact of one value gets two."""
    values: dict[str, set[str]] = {}
    for one in read_all(text):
        if one.certainty >= Certainty.HERE and one.fact not in ALONE:
            values.setdefault(one.fact, set()).update(one.values)
    return any(len(each) > 1 for each in values.values())


def _is_covered(clause: Clause) -> bool:
    """Whether nearly all the words belong to the values and to how they are supposed."""
    read = read_all(clause.sentence.text)
    pieces_read = sum(one.end - one.start for one in apart(list(read)))
    own = any(one.certainty is Certainty.OWN for one in read)
    if not own and not clause.hits.has("leans") and len({one.fact for one in apart(list(read))}) > 1:
        return False
    slack = 2 if any(one.certainty is Certainty.OWN for one in read) else 1
    return len(clause.stems) - pieces_read <= slack + len([stem for stem in clause.stems if stem in _SMALL])
