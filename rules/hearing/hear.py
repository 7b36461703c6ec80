"""Line -> Heard: the one ear, for the thread, direct messages, the Ask modal and `ftrag hear`.

The act is decided first (asks, steers, corrects, answers, talks to somebody else), then its contents; certainty decides
between writing down, offering at most three, and leaving alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rules.facts import Value
from rules.hearing.acts import asking, chatter, options, reopening, steering
from rules.hearing.acts.errands import errand, hands_over
from rules.hearing.acts.language import is_code, language
from rules.hearing.acts.leading import led_to
from rules.hearing.acts.skipping import to_the_end
from rules.hearing.acts.withdrawing import disowned, not_said, withdrawn
from rules.hearing.afterwards import afterwards, as_answered, for_later, likely_told, of_its_matter, with_the_rest
from rules.hearing.amounts.amounts import DOUBTFUL
from rules.hearing.answering import answer
from rules.hearing.following.withdrawals import withdraws
from rules.hearing.forms import amending
from rules.hearing.forms.echoing import echoed
from rules.hearing.forms.ended import ended
from rules.hearing.forms.heading import behind_a_word, is_named, said_as_clause
from rules.hearing.forms.lately import left_to_run
from rules.hearing.forms.listing import put_beside
from rules.hearing.forms.losing import taken_off
from rules.hearing.forms.objecting import left_out, not_so, wants_another
from rules.hearing.forms.ordering import ordered
from rules.hearing.forms.piles import of_what_is_counted
from rules.hearing.forms.replacing import forgotten
from rules.hearing.forms.setting import put, said_to_be
from rules.hearing.forms.skills import run_by_now
from rules.hearing.forms.unsure import not_applying
from rules.hearing.forms.wavering import wavering
from rules.hearing.forms.whole import more_than
from rules.hearing.meanwhile import (
    answered_beside,
    is_answered,
    is_between_options,
    last_asked,
    named_plainly,
    of_a_case,
    of_a_word,
    of_the_end,
    questions_only,
)
from rules.hearing.questions import guess, read_questions, wants_nothing
from rules.hearing.questions.cutting import is_quoting, tells_of_somebody
from rules.hearing.questions.offering import MOST
from rules.hearing.questions.opposites import drops
from rules.hearing.questions.retold import is_of_before, is_retold
from rules.hearing.values import (
    Asked,
    Control,
    Ear,
    Form,
    Heard,
    Line,
    QuestionReading,
    Trouble,
    Word,
    as_shown,
    by_the_first,
    unaided,
)
from rules.hearing.words.phrases import phrases, stemmed
from rules.hearing.words.pieces import BREAKS, NAME, pieces
from rules.hearing.words.roundabout import straightened
from rules.hearing.words.samples import gives_samples

_AFTER_THE_VERDICT = frozenset({Word.CHANGE, Word.RESTART})
_OURSELVES = re.compile(r"(?<![\w.])@(?:ftrag|bot)\b[:,]?", re.IGNORECASE)
"""A mention of the bot, which is nobody else's name."""
_NO_WAIT = re.compile(
    r"^\s*no,? wait(?:\s*[,.;:!–—-]+\s*(?=\S)|\s+(?=(?:it|that|thats|this|those|these|they|we|i|make)\b))",
    re.IGNORECASE,
)
"""How a line begins that takes something back, and asks for no speed: "no wait, that is only the leaflets"."""
_AS_ANSWERED = frozenset({"ops", "receipts", "stakes", "hosting"})
"""Facts of which a change is taken as an answer would be, where the two differ."""
_WONDERING = frozenset({"what", "why", "how", "who", "when", "did", "has", "if", "suppos", "would", "and", "but"})
"""Words with which a line asks about a change, and does not ask for one."""


def line(text: str, open_fact: str | None, said: Mapping[str, Value], *, mention: bool) -> Line:
    """A typed text made ready to be heard."""
    known = {fact: value for fact, value in said.items() if value is not None}
    text = _NO_WAIT.sub("no, ", text)
    return Line(text, pieces(_OURSELVES.sub(" ", text)), open_fact, known, mention)


def hear(typed: Line) -> Heard:
    """What is to be done about this line."""
    stems = stemmed(typed.pieces)
    let_be = _let_be(typed, stems)
    if let_be is not None:
        return let_be
    asked = led_to(typed, stems) if typed.open_fact else ()
    if asked:
        return hear(replace(typed, pieces=asked, text=" ".join(asked)))
    heard = by_the_first(_FORMS, typed, stems, answer) or _told(typed, stems)
    heard = of_its_matter(typed, stems, heard)
    heard = for_later(typed, stems, with_the_rest(typed, stems, heard, hear))
    heard = put_beside(typed, stems, of_what_is_counted(typed, stems, heard))
    return chatter.passed_by(typed, stems) if heard.silent and typed.open_fact else heard


def _of_the_log(typed: Line, _: Sequence[str]) -> Heard | None:
    """A failure taken back from the log after the verdict, which is no answer: "take the failure out, was a test"."""
    if typed.open_fact is not None or not withdraws(typed.text):
        return None
    return Heard(questions=(Asked("unknown"),)) if typed.mention else Heard(silent=True)


def _put_straight(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """A roundabout answer to the open question."""
    return straightened(typed, stems, ear) if typed.open_fact else None


def _exact(typed: Line, stems: Sequence[str]) -> Heard | None:
    """An option, word for word; "ok" and "thanks" between colleagues are none."""
    is_courtesy = chatter.is_courtesy(stems) and not typed.mention
    return None if is_courtesy else options.exact(typed, stems)


def _let_be(typed: Line, stems: Sequence[str]) -> Heard | None:
    """What is no answer and no question by its whole shape; None where the line has to be heard."""
    if not any(piece[0].isalnum() for piece in typed.pieces):
        return chatter.wordless(typed)
    if is_code(typed.text):
        return Heard(silent=not typed.mention)
    if chatter.is_for_somebody_else(stems, mention=typed.mention) and not _tells_of(typed):
        return Heard(silent=True)
    if phrases("greeting").places(stems):
        return Heard(silent=True, greets=typed.mention)
    holding = phrases("holding").places(stems)
    if (holding and not typed.mention) or chatter.asks_for_a_moment(stems, mention=typed.mention):
        return Heard(silent=True)
    end = max((end for _, end in holding), default=0)
    return _behind_pleasantry(typed, stems, end) if holding or phrases("pleasantry").places(stems) else None


def _tells_of(typed: Line) -> bool:
    """Whether the line asks the bot about what a colleague holds, whose name it begins with."""
    return typed.mention and (tells_of_somebody(typed.text) or hands_over(typed.text))


def _behind_pleasantry(typed: Line, stems: Sequence[str], end: int) -> Heard:
    """What stands behind an apology, a greeting or "let me think"; where that says nothing plain, it is let be."""
    first = next((at + 1 for at in range(max(0, end - 1), len(stems)) if stems[at] in BREAKS), len(stems))
    rest = typed.pieces[first:]
    heard = hear(replace(typed, pieces=rest, text=" ".join(rest)))
    is_asked = any(each.intent != "unknown" for each in heard.questions)
    is_likely = bool(heard.saves or heard.offers) and heard.trouble is None
    return heard if is_likely or heard.control or is_asked else Heard(silent=True)


def _steered(typed: Line, stems: Sequence[str]) -> Heard | None:
    """A control word, which comes before everything else; after the verdict there is little to steer."""
    control = steering.control(typed, stems) or withdrawn(typed, stems)
    if control is not None and control.word in {Word.BACK, Word.RESTART}:  # "go back to the one about labels"
        control = reopening.change(typed, stems) or control
    if control is not None and control.word == Word.RESTART:
        named = steering.named_facts(stems) or disowned(typed, stems)
        if not named and _asks_who(typed):  # "who said weekly? scrap it"
            return None
        if named:  # "delete the freshness answer and the source answer" gives one again, and not all
            control = Control(Word.CHANGE, named[0])
    if control is None:
        return None
    is_there = control.word in _AFTER_THE_VERDICT or (control.is_undo and typed.mention)
    if (typed.open_fact is None and not is_there) or is_answered(typed, stems, control):
        return None
    return Heard(control=control)


def _asks_who(typed: Line) -> bool:
    """Whether it asks who gave an answer: what it wants to be rid of is that one."""
    return any(each.intent == "who_answered" for each in read_questions(typed).questions)


def _told(typed: Line, stems: Sequence[str]) -> Heard:
    """The answers in the line; after the verdict only those that it plainly says have changed."""
    to_be_done = errand(typed, stems)
    if to_be_done is not None:
        return to_be_done
    heard = _plainly_told(typed, stems)
    foreign = language(typed) if typed.mention and not heard.saves else None
    if foreign:
        return Heard(trouble=Trouble.LANGUAGE, language=foreign)
    is_told = bool(heard.saves) and heard.is_correction and not (wants_nothing(typed) or is_of_before(typed.text))
    if typed.open_fact is None and not is_told:
        likely = likely_told(typed, stems, heard)
        asked = guess(typed) if typed.mention and likely is None else QuestionReading(is_for_others=True)
        if asked.is_for_others or asked.questions == (Asked("unknown"),):
            likely = likely or as_answered(typed, stems)
        return likely or (chatter.passed_by(typed, stems) if asked.is_for_others else _answered(typed, stems, asked))
    if NAME in stems and not heard.saves:
        return Heard(silent=True)
    if any(DOUBTFUL.fullmatch(piece) for piece in typed.pieces) and heard.offers:
        return replace(heard, trouble=Trouble.AMOUNT)
    return heard


def _plainly_told(typed: Line, stems: Sequence[str]) -> Heard:
    """The answers in the line; after the verdict, where it says them in a roundabout way, in its plain words."""
    plain = straightened(typed, stems, answer) if typed.open_fact is None else None
    return plain or answer(typed, stems)


def _is_money(asked: QuestionReading) -> bool:
    return bool(asked.questions) and all(each.intent == "cost" for each in asked.questions)


def _reopened(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The order to ask for an answer again, behind its name: "speed needs a fix, bring it up again"."""
    change = reopening.change(typed, stems) if reopening.is_ordered(stems) else None
    return Heard(control=change) if change else None


def _asked(typed: Line, stems: Sequence[str]) -> Heard | None:
    """A question, the wish to answer one again, or plain courtesy."""
    if gives_samples(typed.open_fact, stems) or (typed.open_fact is None and typed.mention and is_named(stems)):
        return None
    asked = read_questions(typed)
    if asked.is_for_others and typed.open_fact is None:
        likely = likely_told(typed, stems, answer(typed, stems))
        return likely or as_answered(typed, stems) or chatter.passed_by(typed, stems)
    change = reopening.change(typed, stems)
    is_retold = bool(phrases("retold").places(stems)) and stems[1:2] != ("did",)  # "what did we answer" asks
    is_wondering = stems[0] in _WONDERING and not (is_retold or reopening.is_wish(stems))
    is_money = _is_money(asked) and not reopening.calls_an_answer(typed, stems)
    stated = (*asked.questions, *(() if phrases("wrong").places(stems) else asked.offers))
    is_stated = any(each.intent == "change_answer" for each in stated)
    if change is not None and not is_wondering and not is_stated and not is_money:
        return Heard(control=change)
    asks = asking.is_question(typed, stems) or bool(phrases("commanding").places(stems))
    tail = () if asks or not typed.mention or typed.open_fact is None else last_asked(typed)
    if tail:
        asks, asked = True, of_the_end(typed, tail)
    if typed.open_fact is not None and not asks and "?" not in typed.pieces:
        asked = named_plainly(asked, stems)
    is_of_units = typed.mention and typed.open_fact is not None and asking.is_between_units(stems)
    if is_of_units or (asks and is_between_options(typed, stems)):
        asked = QuestionReading((Asked("glossary", {"term": ""}),))
    is_unread = asks and typed.mention and not (asked.questions or asked.offers)
    if is_unread:  # about the decision, although it is not there yet
        asked = questions_only(read_questions(replace(typed, open_fact=None)))
    if asked.questions or asked.offers:
        return _answered(typed, stems, asked)
    if asks:
        return Heard(questions=(Asked("unknown"),) if typed.mention else (), silent=not typed.mention)
    return Heard(silent=True) if typed.mention and chatter.is_courtesy(stems) else None


def _answered(typed: Line, stems: Sequence[str], asked: QuestionReading) -> Heard:
    """The questions, and beside them the answers that have changed."""
    questions = tuple(each for each in asked.questions if each.intent != "change_answer")
    saves: dict[str, Value] = {}
    for each in asked.questions:
        changes = each.slots.get("changes")
        if each.intent == "change_answer" and isinstance(changes, dict):
            saves.update(changes)
    offers = tuple(choice for each in asked.offers for choice in as_shown(each))[:MOST]
    if not questions:
        left = taken_off(typed, stems, saves, offers, answer)
        if left or (left := amending.corrected(typed, stems, saves, offers, _plainly_told)):
            return left
    if saves and not questions and not offers:
        heard = _plainly_told(typed, stems)
        is_said = bool(heard.saves) if typed.open_fact is not None else heard.saves.keys() == saves.keys()
        is_dropping = drops(typed.text) and "stakes" not in saves  # "nobody gets hurt, just rework" drops nothing
        is_other = is_quoting(typed.text) or is_dropping or not _AS_ANSWERED & saves.keys()
        is_other = is_other or is_retold(typed)
        is_said = is_said and not (heard.saves != saves and is_other)
        return replace(heard, offers=()) if is_said else Heard(saves=saves, is_correction=True)
    if questions and not saves and typed.open_fact is not None and typed.mention:
        saves.update(answered_beside(typed, questions))
    return Heard(saves=saves, questions=questions, offers=offers, is_correction=bool(saves))


_FORMS: tuple[Form, ...] = (
    unaided(of_a_word), not_said, echoed, wavering, unaided(of_a_case), unaided(more_than), said_as_clause,
    amending.asked_and_changed, amending.announced, amending.overtaken, amending.meant_instead,
    unaided(amending.set_back), unaided(left_out), ordered, _put_straight, unaided(_exact), unaided(_of_the_log), ended,
    put, said_to_be, unaided(run_by_now), amending.amended, forgotten, unaided(to_the_end), unaided(_steered),
    left_to_run, unaided(wants_another), not_so, behind_a_word, unaided(afterwards), unaided(_reopened),
    unaided(_asked), not_applying,
)  # fmt: skip
"""What a line may be before it is heard for answers in its own words: the first of these that it is.

A question about a word of the open one comes first, then answers by their form, then steering; what asks in its own
words comes last.
"""
