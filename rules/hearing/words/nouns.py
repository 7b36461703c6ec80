"""What numbers count, by the words for it: documents, labeled examples, people, classes, money."""

from collections.abc import Sequence

from rules.hearing.words.pieces import stem, stems_of

DOCUMENTS = stems_of(
    "document doc file article pdf record entry manual contract email policy report page ticket book faq note letter "
    "transcript circular statute leaflet brochure minute sheet datasheet ruling judgment decision opinion patent "
    "publication abstract drawing specification spec protocol memo bulletin memorandum dossier deed permit certificate "
    "regulation directive norm standard recipe presentation invoice guideline essay petition card"
)
REFERENCES = stems_of(
    "document doc documentation file article manual handbook wiki faq policy page leaflet brochure intranet knowledge "
    "confluence sharepoint notion runbook playbook contract regulation datasheet specification price content"
)
"""What answers are read from, and hardly ever what somebody puts a label on."""
HELD = stems_of("document doc file article pdf manual")
"""Counted for what there is of them, whatever is asked."""
GUIDES = stems_of("guide guideline guidelines stylebook rubric")
"""A guide says what good output is: its pages are no material to answer from."""
RULES = stems_of("rule rules criterion criteria instruction instructions definition definitions wording")
"""What may say so, too, where what is wanted is asked about."""
LABELED = stems_of("labeled label example sample annotated annotation pair demonstration gold demo shot")
KEPT = stems_of("logged recorded transcribed archived stored saved past old closed")
TALKS = stems_of("call chat conversation dialog dialogue transcript session ticket email mail")
CHECKED = stems_of("checked reviewed labeled graded verified rated scored approved annotated")
"""What of past work was looked through is an example."""
TRUSTED = stems_of("trusted checked approved verified")
LABELERS = stems_of("labeler annotator rater reviewer expert agent lawyer doctor editor engineer people person")
PEOPLE = stems_of(
    "user person people customer agent seat employee staff dev developer engineer lawyer doctor head fte man"
)
CODERS = LABELERS | PEOPLE | stems_of("clerk colleague coder analyst bookkeeper accountant adjuster moderator nurse")
"""Who may have put a label on, where they are told to agree or not."""
PUBLIC = stems_of(
    "subscriber member passenger household rider student pupil learner patient citizen resident inhabitant tenant "
    "policyholder cardholder shopper buyer taxpayer pensioner commuter traveler traveller driver reader listener "
    "viewer voter donor parent borrower account family fan follower client"
)
"""Those whom something is for: how many there are says little of how many ask on a day."""
UNLABELED = DOCUMENTS - stems_of("ticket email letter note report invoice transcript record entry") | PUBLIC
"""Where labels are asked for, these are hardly what has them: "34k pdfs", "50 000 subscribers"."""
BY_PEOPLE = stems_of("reply answer note letter mail email transcript chat ticket review summary report case")
"""What people made, behind their name: "agent replies" counts no agents."""
CLASSES = stems_of("class label category intent queue bucket type tag topic field code")
MONEY = frozenset({"$", "€", "£", "dollar", "euro", "usd", "eur", "buck", "pound", "gbp", "cent"})
WAITING = stems_of("wait latency respond response reply answer fast load delay max budget screen")
MODEL = stems_of("model llm gpu parameter gpt card vram ram quantized weight")
"""What is big or small where no number says how big."""
MEMORY = stems_of("card vram gpu ram memory")
ALL = stems_of("whole entire complete handbook manual wiki")
"""Before pages these say that they are all there is."""
PLACES = stems_of("paragraph section clause article annex page chapter")
"""Behind these a number is a place in a document."""
FORGETTING = stems_of("paste pasted forget forgets lost loses feed")
"""With these pages are what a prompt was given once, and not all there is."""
FAULTS = stems_of("hallucinate hallucinated hallucination invented fabricated refused malformed crashed failed")
"""What is counted with one of these went wrong."""

_DONE, _ALREADY, _HAND = stems_of("sorted keyed tagged coded graded classified rated"), stem("already"), stem("hand")
_AS_OFTEN = stems_of("per each every a day week month hour")

_NAMED = PEOPLE | stems_of("patient member student citizen applicant candidate guest client full first last personal")
_FINDING = stems_of("find search look lookup by type typed exact")
"""With these a name is what something is found by."""

_DECIDING = PEOPLE | stems_of(
    "finance controlling controller cfo ceo board boss management manager purchasing procurement budget treasurer "
    "director owner leadership accounting council colleague clerk nurse team department everybody nobody they"
)
"""Who refuses something, where it is no model."""


def counts_the_public(behind: Sequence[str]) -> bool:
    """Whether the words behind a number name those whom something is for, and not what they send: "9k members"."""
    at = next((at for at, word in enumerate(behind[:_SOON]) if word in PUBLIC), _SOON)
    is_theirs = at < _SOON and behind[at + 1 : at + 2] and behind[at + 1] in BY_PEOPLE | _SENT
    return at < _SOON and not (is_theirs or _FROM & {*behind[:at]})


def is_done(after: Sequence[str]) -> bool:
    """Whether what is counted before these words has its labels: "300k letters already sorted", "keyed by hand"."""
    near = {*after[:6]}
    return bool(_DONE & {*after[:4]}) and bool({_ALREADY, _HAND} & near) and _AS_OFTEN.isdisjoint(near)


def is_by_people(stems: Sequence[str], at: int) -> bool:
    """Whether people do what is said from here on: "finance says no", "the agents refuse"."""
    before = {*stems[max(0, at - 2) : at]}
    return bool(_DECIDING & before) and "it" not in before


_SOON = 3
"""Words behind a number in which it says what it counts."""
_FROM = frozenset({"from", "by", "for", "to"})
_SENT = stems_of("request query call message question conversation lookup search enquiry inquiry order claim visit")
"""What people send: "900 patient calls" counts calls."""
_IN = frozenset({"in", "on", "insid", "within", "at"})


def held_at(stems: Sequence[str], words: range) -> int:
    """Where these words go on with the place of what they name: "900 files on the share"; 0 where they name none."""
    return next((at for at in words if at > words.start and stems[at] in _IN), 0)


def is_a_place(words: Sequence[str]) -> bool:
    """Whether words only say where something is: "in Zendesk"."""
    return words[0] in _IN


def names_people(stems: Sequence[str]) -> bool:
    """Whether "names" are those of people, which are personal data: "employee names are in there"."""
    at = next((at for at, word in enumerate(stems) if word == "name"), None)
    return at is not None and bool(_NAMED & {*stems[max(0, at - 3) : at + 4]}) and not _FINDING & {*stems}


_TO_READ = REFERENCES | stems_of("list table catalog sheet booklet book edition timetable schedule")
_RENEWED = stems_of("updated redone reprinted renewed revised reissued rewritten republished refreshed changes changed")
_LEADING = stems_of("that which is are gets get being be")


def is_renewed(words: Sequence[str]) -> bool:
    """Whether words say of something to read that it is made anew: "a price list that is reprinted each April"."""
    renewed = [at for at, word in enumerate(words) if word in _RENEWED]
    before = (_last_told(words[:at]) for at in renewed)
    return any(word in _TO_READ for word in before)


def _last_told(words: Sequence[str]) -> str:
    """The last of these words but for those that only lead to a verb: "a leaflet that is"."""
    return next((word for word in reversed(words) if word not in _LEADING), "")
