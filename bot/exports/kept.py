"""What belongs to one decision beside itself: bot.recall.archive reads it, the decision record shows it."""

from dataclasses import dataclass, field

from storage.answer_records import taken_back
from storage.records import Answer, Assessment, BlindAnswers, LoggedFailure, Review


@dataclass(frozen=True)
class Kept:
    """What belongs to one decision beside itself."""

    before: tuple[Assessment, ...] = ()
    """The versions that it replaced, the newest first."""
    after: Assessment | None = None
    """The version that replaced it, or that is being asked for."""
    reviews: tuple[Review, ...] = ()
    """Of this version and those before it, the oldest month first."""
    failures: tuple[LoggedFailure, ...] = ()
    """Likewise, the oldest first."""
    answers: tuple[Answer, ...] = ()
    """Every answer ever given in this version, in order."""
    blind: tuple[BlindAnswers, ...] = ()
    """What each answered alone in this version, once it was opened."""
    links: dict[str, str] = field(default_factory=dict)
    """Where the threads of these versions are, by assessment id."""


def people_of(found: Assessment, kept: Kept) -> tuple[str, ...]:
    """Everybody whom the record names, by id."""
    items = [who for item in found.checklist for who in (item.owner, item.done_by)]
    named = [found.started_by, *(answer.by for answer in (*found.answers.values(), *kept.answers)), *items]
    named += [*(one.person for one in kept.blind), *(one.by for one in taken_back(found.asked))]
    return tuple(dict.fromkeys(who for who in (*named, *(one.finished_by for one in kept.reviews)) if who))
