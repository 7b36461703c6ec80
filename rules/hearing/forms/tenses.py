"""What is told of the time before, or of one to come, beside how things are: "weekly until May, since then daily".

What was is let go. What will be is let go where a question asks what a team has today, and asked about where it asks
what is needed.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from rules.hearing.amounts.scales import carried
from rules.hearing.evidence.evidence import HERE, evidence, telling, thoughts_of
from rules.hearing.evidence.weighed import HELD, MOST_OFFERS, NOTHING, around
from rules.hearing.values import Choice, Ear, Heard, Line
from rules.hearing.words.patterns import NEGATIONS
from rules.hearing.words.phrases import stemmed
from rules.hearing.words.pieces import BREAKS, stems_of

_BEEN = frozenset({"was", "were", "had", "befor", "until", "till"})
"""These tell of the time before where the line goes on with what has become of it."""
_ENDS = frozenset({".", ";"})
_AFTER = stems_of("after afterwards afterward")
_PAST, _SUBJECT = frozenset({"was", "were", "had"}), 2
_SUBJECTS = stems_of("it that this they these we everything all the data content")
_LASTING = stems_of("always never ever years been")
"""What was so all the time is so today."""
_DEGREES = frozenset({"only", "just", "mostly", "really", "pretty", "quite", "very", "a", "an", "the", "on", "in"})
_MADE = frozenset({"made", "built", "done", "found", "taught", "kept", "written", "taken"})
_GRANTED = frozenset({"receipts", "access", "hosting"})
"""Questions to which "required" and "allowed" are answers, and tell of nothing that was made then."""
_MEASURED = frozenset({"labels", "examples", "per_class", "failure", "volume", "model_size", "corpus"})
"""Questions to which what was once counted or seen is an answer."""
_RARELY, _STILL = (
    stems_of("hardly rarely seldom scarcely ever never always less"),
    stems_of("now today since but and it they"),
)
_OWNED = frozenset({"ops", "evals"})
"""Questions about what a team may have had."""
_WISHES = frozenset({"need", "want", "requir", "wish"})
_WISHING = frozenset({"we", "i", "would", "still", "realli", "team", "also"})
"""Who wishes; behind anybody else these tell of what a request wants."""
_LACKING, _BARE = frozenset({"no", "without"}), 6
"""How a thought without a verb goes on with the one before it, and how many words it has."""
_GOING_ON = stems_of("he she they who start starts begin begins join joins come comes arrive arrives")
_THEY = frozenset({"he", "she", "they", "one"})
_GETTING = stems_of("label collect get gather have run build train annotate produce create host hire start generate")
"""What a team "could" do, and does not."""
_STATES = frozenset({"hygiene", "labels"})
"""Questions about how something is, of which "should be" says how it ought to be."""
_PLACES = frozenset({"source"})
"""A question about where something is today."""
_AT_FIRST_WORDS = "now first start starting mvp pilot poc currently moment today initially v1 beginning begin trial"
_AT_FIRST = frozenset(_AT_FIRST_WORDS.split())
_LATER_WORDS = "later eventually afterwards v2 next production future soon planned subsequently ultimately"
_LATER = frozenset(_LATER_WORDS.split())
_MOST = 12
"""Thoughts of a line at most: each is heard with and without others, which takes long for very many."""
_NO_HABIT = frozenset({"is", "are", "be", "get", "got"})


def at_present(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The line heard without what is over, or not yet; None where it tells of one time only."""
    fact, thoughts = typed.open_fact, thoughts_of(stems)
    if fact is None or not 1 < len(thoughts) <= _MOST:
        return None
    over = _over(typed, stems, thoughts) | _been_before(stems, thoughts)
    needed = set() if fact in HELD else telling("needed", stems, thoughts) - over
    over |= _been(stems, thoughts[: max(needed, default=0)])
    over |= telling("today", stems, thoughts) - needed if needed else set()
    heard = _without(typed, stems, over, ear) if over else Heard()
    value = heard.saves.get(fact)
    if value is not None and _says_how_often(stems, thoughts, over):
        saves = {each: said for each, said in heard.saves.items() if each != fact}
        return replace(heard, saves=saves, offers=tuple(Choice(fact, each) for each in around(fact, value)))
    if fact in heard.saves or any(isinstance(each, Choice) and each.fact == fact for each in heard.offers):
        return heard
    return _not_yet(typed, stems, thoughts, ear)


def later_left_out(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The place of today where another one is told to come, of a line that nobody is addressed in."""
    thoughts = thoughts_of(stems)
    if typed.open_fact not in _PLACES or not 1 < len(thoughts) <= _MOST:
        return None
    heard = _not_yet(typed, stems, thoughts, ear)
    return heard if heard is not None and heard.saves.get(typed.open_fact or "") else None


def of_today(typed: Line, stems: Sequence[str], heard: Heard, ear: Ear) -> Heard:
    """What was heard; asked about where the line gives it only for a time that is over or, of what is held, to come."""
    fact, thoughts = typed.open_fact, thoughts_of(stems)
    value = heard.saves.get(fact or "")
    if fact is None or value is None or (fact in HELD and value in ({*NOTHING} | {(each,) for each in NOTHING})):
        return heard
    told = _over(typed, stems, thoughts) | _was(typed, stems, thoughts)
    if fact in HELD and fact != "failure":  # "it will make things up" plans none
        told |= _planned(stems, thoughts) | _wished(fact, stems, thoughts)
    if not told or len(thoughts) > _MOST or _without(typed, stems, told, ear).saves.get(fact) == value:
        return heard
    saves = {each: said for each, said in heard.saves.items() if each != fact}
    return replace(heard, saves=saves, offers=tuple(Choice(fact, each) for each in around(fact, value)))


def not_yet_elsewhere(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """What was heard, without answers to other questions that hold from a time to come: "by June we have thousands".

    They are asked about where the bot is addressed, and else let go.
    """
    if typed.open_fact is None:
        return heard
    gone = told_for_later(typed, stems, [fact for fact in heard.saves if fact != typed.open_fact])
    if not gone:
        return heard
    saves = {fact: value for fact, value in heard.saves.items() if fact not in gone}
    asked = tuple(Choice(fact, heard.saves[fact]) for fact in gone if typed.mention)
    offers = (*heard.offers, *asked)[:MOST_OFFERS]
    return replace(heard, saves=saves, offers=offers, silent=not (saves or offers or typed.mention))


def told_for_later(typed: Line, stems: Sequence[str], facts: Collection[str]) -> list[str]:
    """Those of these answers that the line gives only for a time to come; of what a team has, also what it plans."""
    thoughts = thoughts_of(stems)
    coming = telling("coming", stems, thoughts) if facts else set()
    planned = _planned(stems, thoughts) | telling("wished", stems, thoughts) if HELD & {*facts} else coming
    if not planned:
        return []
    if typed.open_fact is None:
        coming, planned = (each | _told_before(stems, thoughts, each) for each in (coming, planned))
    found = evidence(typed.pieces, {*facts}, typed.open_fact)
    told = {fact: {mark.thought for mark in found[fact].marks if mark.grade >= HERE} for fact in facts if fact in found}
    return [fact for fact, where in told.items() if where and where <= (planned if fact in HELD else coming)]


def _told_before(stems: Sequence[str], thoughts: Sequence[range], coming: Collection[int]) -> set[int]:
    """The thoughts beside those that go on with the same: "we got a trainer, starts on Monday", "..., no internet"."""
    before = {n - 1 for n in coming if n and stems[thoughts[n].start] in _GOING_ON}
    behind = [n + 1 for n in coming if n + 1 < len(thoughts)]
    return before | {n for n in behind if stems[thoughts[n].start] in _LACKING and len(thoughts[n]) <= _BARE}


def _planned(stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts about what is to come, for a time that they name or without one."""
    return telling("planned", stems, thoughts) | telling("coming", stems, thoughts)


def _was(typed: Line, stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts that only say how something was: "it was weekly"; "it was written by hand" says how it is."""
    fact = typed.open_fact
    found: set[int] = set()
    for number, thought in enumerate(thoughts):
        words, said = stems[thought.start : thought.stop], typed.pieces[thought.start : thought.stop]
        at = next((n for n, word in enumerate(words[: _SUBJECT + 1]) if word in _PAST), None)
        if at is None or not {*words[:at]} <= _SUBJECTS or _LASTING & {*words}:
            continue
        behind = next((word for word in said[at + 1 :] if word not in _DEGREES), "")
        is_had = words[at] == "had" and (fact in _OWNED or behind == "to")
        is_made = fact not in _GRANTED and (behind.endswith("ed") or behind in _MADE)
        if is_had or (words[at] != "had" and fact not in _MEASURED and not is_made):
            found.add(number)
    return found


def _wished(fact: str, stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts that say what a team would like to have: "we need 500"; "need to check" tells what it does."""
    found = {
        n for n in telling("wished", stems, thoughts) if not _is_theirs(stems[thoughts[n].start : thoughts[n].stop])
    }
    for number, thought in enumerate(thoughts):
        for at in (at for at in thought if stems[at] in _WISHES):
            after = next((word for word in stems[at + 1 : thought.stop] if word not in BREAKS), "to")
            is_ours = _WISHING & {*stems[max(thought.start, at - _SUBJECT) : at]}
            if is_ours and after not in {"to", "that", "it"} and not NEGATIONS & {*stems[thought.start : at]}:
                found.add(number)
        could = (
            at + 1 for at in thought if stems[at] == "could" and not NEGATIONS & {*stems[thought.start : thought.stop]}
        )
        if any(_GETTING & {*stems[at : at + 1]} for at in could):
            found.add(number)
    if fact in _STATES:
        found |= telling("wished_state", stems, thoughts)
    return found


def _is_theirs(words: Sequence[str]) -> bool:
    """Whether others do as they like: "everybody tags what they want" wishes for nothing."""
    return bool(_THEY & {*words[-2:-1]}) and words[-1] in _WISHES


def _been_before(stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts that tell what was behind one that tells what is: "clean now, was a mess"."""
    first = min(telling("today", stems, thoughts), default=len(thoughts))
    return {n for n in range(first + 1, len(thoughts)) if stems[thoughts[n].start] in {"was", "were"}}


def _over(typed: Line, stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts about what was; one that only says "was" where a later one says what has become of it."""
    habits = {
        at
        for at, piece in enumerate(typed.pieces[:-1])
        if piece == "used" and stems[at + 1] == "to" and not (at and stems[at - 1] in _NO_HABIT)
    }
    become = max(telling("become", stems, thoughts), default=0)
    been = _been(stems, thoughts[:become])
    after = max(_afterward(stems, thoughts), default=0)
    been |= {
        n for n in _been(stems, thoughts[:after]) if not _ENDS & {*stems[thoughts[n].start : thoughts[after].start]}
    }
    used = {n for n, thought in enumerate(thoughts) if not habits.isdisjoint(thought)}
    mended = telling("mended", stems, thoughts) if typed.open_fact == "failure" else set()
    former = set() if _coming(typed, thoughts) else telling("former", stems, thoughts)  # "at first the one, later ..."
    return former | mended | been | used


def _says_how_often(stems: Sequence[str], thoughts: Sequence[range], over: Collection[int]) -> bool:
    """Whether all that is told of today is how often it still is as it was: "they disagreed, now hardly ever"."""
    words = {stems[at] for n, thought in enumerate(thoughts) if n not in over for at in thought}
    return bool(words & _RARELY) and words <= _RARELY | _STILL | BREAKS


def _been(stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts that tell how something was."""
    said = ({*stems[thought.start : thought.stop]} for thought in thoughts)
    return {n for n, words in enumerate(said) if _BEEN & words}


def _afterward(stems: Sequence[str], thoughts: Sequence[range]) -> set[int]:
    """The thoughts that begin or end with "after", or begin with "since"."""
    found: set[int] = set()
    for number, thought in enumerate(thoughts):
        words = [word for word in stems[thought.start : thought.stop] if word not in BREAKS | {"but"}]
        if words and (words[0] in _AFTER | {"sinc"} or words[-1] in _AFTER):
            found.add(number)
    return found


def _not_yet(typed: Line, stems: Sequence[str], thoughts: Sequence[range], ear: Ear) -> Heard | None:
    """How things are, where something else is planned; of what is needed both are asked about."""
    fact, planned = typed.open_fact or "", _planned(stems, thoughts) | _coming(typed, thoughts)
    if not planned or len(planned) == len(thoughts):
        return None
    now = _without(typed, stems, planned, ear)
    if fact not in now.saves or fact in HELD | _PLACES:
        is_named = now.trouble is None and any(isinstance(each, Choice) and each.fact == fact for each in now.offers)
        return now if fact in now.saves or is_named else None
    later = _without(typed, stems, {*range(len(thoughts))} - planned, ear)
    if later.saves.get(fact, now.saves[fact]) == now.saves[fact]:
        return None
    rest = {each: value for each, value in now.saves.items() if each != fact}
    return Heard(saves=rest, offers=(Choice(fact, now.saves[fact]), Choice(fact, later.saves[fact])))


def _coming(typed: Line, thoughts: Sequence[range]) -> set[int]:
    """The thoughts about what comes after what another one tells of the beginning: "docs for now, APIs later"."""
    words = [{*typed.pieces[thought.start : thought.stop]} for thought in thoughts]
    words = [{each for each in said if each not in _AT_FIRST or not NEGATIONS & said} for said in words]
    later = {n for n, said in enumerate(words) if said & _LATER and not said & _AT_FIRST}
    return later if any(said & _AT_FIRST for said in words) else set()


def _without(typed: Line, stems: Sequence[str], gone: Collection[int], ear: Ear) -> Heard:
    """The line heard without some of its thoughts; nothing where none would be left."""
    kept = [at for n, thought in enumerate(thoughts_of(stems)) if n not in gone for at in thought]
    if not kept:
        return Heard()
    units = carried(typed.pieces, stems, typed.open_fact)  # "was 8 seconds, must come down to 2"
    rest = tuple(piece for at in kept for piece in (typed.pieces[at], *units.get(at, ())))
    return ear(replace(typed, pieces=rest, text=" ".join(rest)), stemmed(rest))
