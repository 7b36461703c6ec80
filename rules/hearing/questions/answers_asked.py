"""Questions about the answers themselves: who gave which, and what stands: "who said weekly?", "what is open?"."""

import re
from collections.abc import Mapping, Sequence

from rules.catalog.asking import small
from rules.catalog.questions import QUESTIONS
from rules.facts import Value
from rules.hearing.evidence.leaning import subjects
from rules.hearing.questions.amending import WRONG
from rules.hearing.questions.cutting import Sentence, sentence
from rules.hearing.questions.kinds import NUMBERED
from rules.hearing.questions.matching import Hit, hits
from rules.hearing.questions.pointing import chosen, fact_quoted
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.questions.slots import likeliest_of
from rules.hearing.questions.values_said import answer_to, read_all
from rules.hearing.values import Asked, Certainty, Reading, each_in
from rules.hearing.words.pieces import stems_of

_NOBODY = "did has had does do is was not should would can could must you u it the we i this that ftrag bot"
_TOLD_BY = re.compile(
    rf"(?:why|how come) (?:(?:did|has|had) )?(?!(?:{_NOBODY.replace(' ', '|')})\b)\w+(?: \w+)?"
    r" (?:say|said|answer|answered|put|enter|entered|claim|claimed|choose|chose|pick|picked|give|gave) (.+)"
)
"""Somebody else is asked about by name, and not the verdict."""
_SHORT = 7
_HEAD = 3
"""Words of a sentence that only names a question: "hosting - answered or not?"."""
_GENERIC = small("generic")
"""Words that ask about answers and are none."""
_ALL_TOLD = (
    "everything/all/anything/lot .. $SAIDSO",
    "for/about/on/of/under the lot/whole",
    "what/anything/everything else",
)
"""What asks for all that was answered, whatever other words stand around it."""
_OPEN = (
    "open/unanswered/missing/outstanding/left/gaps/blanks/remain/remains/null/empty/blank/skip/skipped",
    "still .. answer/fill",
    "not .. answered/filled/told/said/given",
)
_ASKS = frozenset({"doe", "do", "did", "have", "ha", "has", "are", "is", "were", "was"})
_CONSIDERED = (
    "take/takes/took/taken/taking .. into/in account/consideration",
    "take/takes/took/taken .. account of",
    "consider/considers/considered/considering that/it/our/the/how",
    "$VERDICT consider/considers/include/includes/reflect/reflects/know/knows",
    "account/accounts/accounted/allow/allows/allowed for",
    "factor/factors/factored .. in",
    "aware/know/knows/known/include/includes/included/reflect/reflects/mind that",
)
"""With these it is asked whether something is known that may count."""
_WEIGHED = (
    "< did/have/has/do you/it/bot .. consider/considered/weigh/weighed/evaluate/evaluated/examine/examined/look/looked"
)
_THAT = "consider/considered/know/aware/mind/account/consideration that"
"""Behind these it says what is so, whatever architecture its words seem to name."""
_OURS_OPEN = "question/questions .. open/unanswered/left/outstanding/missing"
"""The interview's own, and not those that users ask."""


_OF_THESE = (
    "else/anyone/anybody/other/others .. answered/answers/filled .. here/thread/channel/interview/questions/things",
    "else/anyone/anybody/other/others here .. answered/filled",
)
"""Who beside somebody answered is asked of these answers, and not of other companies."""
_ASKS_WHO = stems_of("who whom said says say that answered told gave decided put it ? and so but")
_LIKELY = 0.5
_WHO_WHAT = "who/whom said/say/says/answered/told/gave/decided/entered/put what/which"
"""Everything is asked for: "what" is no answer to what people need."""
_WHICH_PEOPLE = "which/what person/persons/people/individual/individuals .. answers/answered/inputs"
"""Those who answered are asked for, and not who may see something."""
_NUMBER_LABELED = re.compile(
    r"\b(?:(?:that|so|how|too|this|as) many|(?:number|count|figure|amount|total)s? (?:of|for|on)"
    r"|(?:dozens|hundreds|thousands|millions) of)(?: \w+){0,2} (?:labell?ed|annotated|tagged)\b"
)


def fact_meant(clause: Clause) -> str:
    """The fact that the clause speaks of: by a value that stands, by its name, by any value; "" where by none."""
    mentions = tuple(hit for hit in clause.hits.of("fact") if not _is_wish(clause.stems, hit))
    if len({hit.name for hit in mentions}) > 1:
        likely = likeliest_of({hit.name for hit in mentions}, clause.stems)
        mentions = tuple(hit for hit in mentions if hit.name == likely) or mentions
    if mentions:
        name = max(mentions, key=lambda hit: (hit.end - hit.start, hit.start)).name
        return "examples" if name == "labels" and _is_number_labeled(clause.sentence.text) else name
    return _by_value(" ".join(word for word in clause.sentence.text.split() if word not in _GENERIC), clause.scene.said)


def _is_wish(stems: Sequence[str], hit: Hit) -> bool:
    """Whether a name is what somebody wishes for: "need it for my 2 pm" names no question."""
    return hit.name == "need" and stems[hit.end : hit.end + 1] in {("it",), ("this",), ("that",), ("to",), ("a",)}


def _by_value(text: str, said: Mapping[str, Value], least: Certainty = Certainty.HERE) -> str:
    """The fact of which the words name a value: the surest first, of these one that stands."""
    heard = [one for one in read_all(text) if one.certainty >= least]
    read = [one for one in heard if one.certainty is Certainty.OWN or _stands(one, said)]
    if not read:
        counted = [
            fact for fact in NUMBERED if _counts(text) and said.get(fact) and answer_to(fact, text) == said[fact]
        ]
        return counted[0] if len(counted) == 1 else ""  # "who came up with 100k"
    return max(read, key=lambda one: (one.certainty, _stands(one, said), one.end - one.start)).fact


def _counts(text: str) -> bool:
    """Whether it gives a number."""
    return any(word[0].isdigit() for word in text.split())


def _stands(one: Reading, said: Mapping[str, Value]) -> bool:
    """Whether it is what is answered."""
    return {*one.values} <= each_in(said.get(one.fact))


_TURNED = "< who changed/edited/altered/amended/switched/corrected/revised/adjusted the/our/its .. to"
"""Somebody changed a thing to another, which is an answer where it is the matter of a question."""


def who(clause: Clause) -> tuple[Asked, ...]:
    """Who gave an answer."""
    is_of_others = clause.has("else/anyone/anybody/other/others") and not clause.has(_OF_THESE)
    if not clause.asks("who_answered") or is_of_others:
        return ()
    if clause.has(_WHO_WHAT):
        return asked("who_answered", fact="")
    fact = fact_meant(clause)
    if fact == "access" and clause.has(_WHICH_PEOPLE):
        fact = ""
    if not fact and clause.has(_TURNED):
        return ()
    points = clause.has(("that/this number/figure/value/answer", "$SAID that/this/it"))
    points = points or (len(clause.stems) <= _SHORT and not fact)
    if points and not (fact and clause.hits.has("fact")):
        before, said = clause.scene.sentences[::-1], clause.scene.said
        plainly = (_by_value(text, said, Certainty.OWN) for text in before)
        spoken_of = [*map(_named, before), *plainly, *(fact_spoken_of(text, said) for text in before)]
        fact = next((one for one in spoken_of if one), fact)
    fact = fact or _likely(clause)
    is_of_number = fact == "labels" and any(map(_is_number_labeled, clause.scene.sentences))
    return asked("who_answered", fact="examples" if is_of_number else fact)


def _likely(clause: Clause) -> str:
    """The answered fact that what somebody is said to have said is most likely of: "who said nobody trains?"."""
    named = {hit.name for hit in clause.architectures} - {"fine_tune"}  # "train" is what the team can run, too
    words = () if named else tuple(word for word in clause.stems if word not in _ASKS_WHO)
    first = subjects(words)[0] if words else None
    is_it = first is not None and first.share >= _LIKELY and clause.scene.said.get(first.name) is not None
    return first.name if first and is_it else ""


def _is_number_labeled(text: str) -> bool:
    """Whether it speaks of how much is labeled, and not of how well: "that many labeled seed photos"."""
    return _NUMBER_LABELED.search(text) is not None


def of_somebody(sentence: Sentence, said: Mapping[str, Value]) -> tuple[Asked, ...]:
    """What somebody answered, asked after by "why": what they said stands beside who it was, and when.

    "Why did Ana say weekly" asks for no reason of the verdict.
    """
    told = _TOLD_BY.fullmatch(sentence.text)
    fact = _by_value(told[1], said) if told else ""
    return asked("who_answered", fact=fact) if fact else ()


def considered(clause: Clause) -> tuple[Asked, ...]:
    """Whether an answer is known and counted with: "does the verdict take into account that sources are required?".

    Whether an architecture was considered asks why it was not chosen.
    """
    if not {*clause.stems[:1]} & _ASKS:
        return ()
    names = [*dict.fromkeys(hit.name for hit in clause.architectures)]
    if names and not clause.has(_THAT):
        is_weighed = clause.has(_WEIGHED)
        is_chosen = names[0] == chosen(clause.scene.said)
        weighed = asked("why") if is_chosen else asked("why_not", architecture=names[0])
        return weighed if is_weighed else ()
    if not clause.has(_CONSIDERED):
        return ()
    fact = fact_meant(clause) or _by_value(clause.sentence.text, clause.scene.said, Certainty.OWN)
    return asked("status_of_answers", fact=fact) if fact else ()


def fact_spoken_of(text: str, said: Mapping[str, Value]) -> str:
    """The fact that a sentence before, or a quotation, speaks of: by its topic, by its name, by a value."""
    return _named(text) or _by_value(text, said)


def _named(text: str) -> str:
    """The fact of which a sentence says the topic, or the name."""
    topics = [question.fact for question in QUESTIONS if sentence(question.topic).text in text]
    named = hits(sentence(text)).of("fact")
    return topics[0] if topics else max(named, key=lambda hit: hit.end - hit.start).name if named else ""


def is_of_open_ones(clause: Clause) -> bool:
    """Whether it speaks of what is not answered yet, and names no question."""
    is_named = clause.hits.has("fact") and not clause.has(_OURS_OPEN)
    return not is_named and clause.has(_OPEN)


def status(clause: Clause) -> tuple[Asked, ...]:
    """What was answered, and what is still open."""
    if (
        not clause.asks("status_of_answers")
        or clause.asks("why")
        or clause.has("am i missing")
        or (not clause.is_marked and clause.has(f"{WRONG}/longer"))
        or clause.has("can/could/may i/we .. fix/change/correct/edit")
    ):
        return ()
    mentions = clause.hits.of("fact")
    if is_of_open_ones(clause):
        return asked("status_of_answers", fact="")
    if clause.has("answers") and not mentions:
        is_pointing = len(clause.stems) <= _SHORT and not clause.has("all/everything/every/each/far/other")
        named = _named(clause.scene.before) if len(clause.scene.before.split()) <= _HEAD else ""
        return asked("status_of_answers", fact=fact_quoted(clause.scene.quoted) or named if is_pointing else "")
    if clause.has(_ALL_TOLD) and not mentions:
        return asked("status_of_answers", fact="")
    fact = fact_meant(clause)
    if not fact and len(clause.stems) <= _SHORT and clause.scene.sentences:
        fact = fact_spoken_of(clause.scene.before, clause.scene.said)
    return asked("status_of_answers", fact=fact)
