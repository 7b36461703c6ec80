"""The decision record as values: everything that its two templates show, already in words.

The form is MADR 4 (Markdown Any Decision Records): context, drivers, options, outcome, consequences, confirmation.
"""

from base64 import b64encode
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from bot.exports.naming import file_stem


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, defer_build=True)


class RecordLink(_Frozen):
    """The record that this one supersedes, or by which it was superseded."""

    id: str
    name: str
    decided_on: date | None = None
    """None where it has no verdict yet, or is gone."""
    verdict: str = ""
    url: str = ""
    """Where it is: its thread in Slack, or the name of its file in the same folder."""
    is_gone: bool = False
    """Whether it was deleted."""


class FactLine(_Frozen):
    """One answer, as it reads, and who gave it when."""

    topic: str
    said: str
    by: str
    on: date
    typed: str = ""
    """The words from which it was understood, where it was typed."""
    is_from_before: bool = False
    """Whether an earlier version got it, and nobody had to be asked about it again."""


class LogLine(_Frozen):
    """One entry of the answer log: who answered what, and when, in UTC."""

    at: datetime
    topic: str
    said: str
    by: str
    typed: str = ""
    """The words from which it was understood, where it was typed: often they say why."""
    before: str = ""
    """What was answered before; empty for a first answer."""
    before_by: str = ""
    reason: str = ""
    """Why it was changed, or why it counts where people had differed, if somebody said so."""
    is_in_force: bool
    """Whether nobody changed it since."""
    since: str = ""
    """What became of it: "changed later", "taken back by Ana Petrov, 2026-11-22 10:00"; empty while it is in force."""


class BlindLine(_Frozen):
    """What each answered alone to one question, before they saw the others' answers."""

    topic: str
    said: tuple[tuple[str, str], ...]
    """Each answer, and who gave it."""


class OptionLine(_Frozen):
    """One considered architecture: what it is, and why it was or was not chosen."""

    name: str
    meaning: str
    because: str
    is_chosen: bool
    pros: tuple[str, ...] = ()
    """What it delivers of what was asked for."""
    halves: tuple[str, ...] = ()
    """What it delivers in part."""
    cons: tuple[str, ...] = ()
    """What it does not deliver."""


class SourceLine(_Frozen):
    """One source of the drivers: its words, and its address where it has one."""

    words: str
    url: str = ""


class DriverLine(_Frozen):
    """One decision driver: a demand that the facts raised."""

    lens: str
    claim: str
    is_must: bool
    is_for_it: bool = True
    """Whether it speaks for the option chosen; else it was asked for and speaks for another one."""
    because: tuple[str, ...] = ()
    """The answers that raised it."""
    sources: tuple[int, ...] = ()
    """The numbers of its sources in the record's list, from 1."""


class GateLine(_Frozen):
    """One unmet prerequisite: what it says, and what it keeps from being chosen today."""

    claim: str
    rules_out: tuple[str, ...] = ()
    """Empty where it comes first on the roadmap and rules nothing out."""


class FlipLine(_Frozen):
    """A smallest change of answers, and the verdict to which it would lead."""

    change: str
    verdict: str
    passes: bool = True
    """False: nothing would pass then, and that one would come closest."""


class ReviewLine(_Frozen):
    """One monthly review in the log."""

    month: str
    """Its key, "2026-12"."""
    called: str
    """"December 2026"."""
    state: str
    architecture: str
    """What was run in that month."""
    passed: int
    failed: int
    not_run: int
    failures: int
    outcome: str
    by: str
    on: date | None = None


class FailureCount(_Frozen):
    """How often one bucket was logged; withdrawn failures are not counted."""

    bucket: str
    count: int


class PrecedentLine(_Frozen):
    """One published case, with what happened there."""

    title: str
    url: str
    happened: str
    contradicts: bool


class StepLine(_Frozen):
    """One roadmap item as it stands."""

    phase: str
    title: str
    state: str
    owner: str
    due: str
    done_by: str = ""
    done_on: date | None = None
    because: str = ""
    """Why it is not needed any more."""


class TaskLine(_Frozen):
    """One golden task with its bar."""

    name: str
    must_contain: str
    bar: str


class Picture(_Frozen):
    """A picture for the page, with the words that say the same."""

    alt: str
    png: bytes

    @property
    def data_url(self) -> str:
        """The picture as an address that needs no network."""
        return "data:image/png;base64," + b64encode(self.png).decode("ascii")


class CostPart(_Frozen):
    """What wrong answers cost, as it was estimated."""

    on: date
    by: str
    says: tuple[str, ...]
    monthly: tuple[tuple[str, str], ...]
    """Each architecture, and its range a month in words."""
    given: tuple[str, ...]
    assumed: tuple[str, ...]


class DecisionRecord(_Frozen):
    """One decision, ready to be written down."""

    id: str
    name: str
    context: str
    status: str
    """"accepted" while it holds, "superseded" afterward."""
    is_reopened: bool
    """Whether it is being taken up again; it holds until that is settled."""
    version: int
    decided_on: date
    started_by: str
    decided_by: tuple[str, ...]
    """Whose answers it was decided on; who answered only since is named with what they changed."""
    verdict: str
    verdict_meaning: str
    passes: bool
    is_settled: bool
    is_likely: bool = True
    """Whether one way in ten to answer what is open leads to it; else nothing is decided yet."""
    is_leading: bool = True
    """Whether no other outcome is likelier; else it only fits the answers so far."""
    because: str
    """Why this one, after "it"."""
    sureness: str
    facts: tuple[FactLine, ...]
    not_sure: tuple[str, ...]
    log: tuple[LogLine, ...]
    later: tuple[LogLine, ...] = ()
    """Of these the answers that stand now and were given after the decision, which they left as it is."""
    blind: tuple[BlindLine, ...] = ()
    """Where each answered alone."""
    drivers: tuple[DriverLine, ...]
    sources: tuple[SourceLine, ...]
    options: tuple[OptionLine, ...]
    gates: tuple[GateLine, ...]
    flips: tuple[FlipLine, ...]
    precedents: tuple[PrecedentLine, ...]
    steps: tuple[StepLine, ...]
    tasks: tuple[TaskLine, ...]
    reviews: tuple[ReviewLine, ...]
    held: str = ""
    """Whether the verdict held, once there were three reviews since."""
    failures: tuple[FailureCount, ...]
    bar: str
    """The share of golden tasks that has to pass."""
    cost: CostPart | None = None
    """None where nobody gave figures."""
    supersedes: RecordLink | None
    superseded_by: RecordLink | None
    rules_version: str
    rules_digest: str
    thread: str = ""
    """The address of the decision's thread."""
    people: tuple[tuple[str, str], ...] = ()
    """Names, each with the id that stands for the person in Slack and in the tables."""
    verdict_picture: Picture | None = None
    history_picture: Picture | None = None

    @property
    def headline(self) -> str:
        """The verdict after the name: "use retrieval (RAG)"; as undecided where most open ways lead elsewhere."""
        if not self.is_likely:
            return f"not decided yet, so far {'' if self.passes else 'nothing passes, closest is '}{self.verdict}"
        if not self.passes:
            return f"nothing passes yet, closest is {self.verdict}"
        if not self.is_leading:
            return f"so far {self.verdict}, not settled"
        return f"{'use' if self.is_settled else 'for now, use'} {self.verdict}"

    @property
    def chosen(self) -> str:
        """What the verdict is named as: chosen, or only what fits the answers so far."""
        if not self.is_likely:
            return "Not decided yet; on the answers so far"
        return "Chosen" if self.is_leading else "Not settled; on the answers so far"

    @property
    def stem(self) -> str:
        """The name of its files, without the form."""
        return file_stem(self.name, self.decided_on, self.id)

    @property
    def phases(self) -> tuple[tuple[str, tuple[StepLine, ...]], ...]:
        """The roadmap's items by phase, in order."""
        names = dict.fromkeys(step.phase for step in self.steps)
        return tuple((name, tuple(step for step in self.steps if step.phase == name)) for name in names)
