"""What all examples are made of: one feature, three people, and some of their answers."""

from datetime import UTC, datetime

from bot.replies import (
    Progress,
    Said,
)

A, ANA, BEN, CHEN = "01JD8X2M", "U0ANA", "U0BEN", "U0CHEN"

NAME = "Support copilot"

AT = datetime(2026, 11, 22, 10, 2, tzinfo=UTC)

REVIEW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)

PROGRESS = Progress(number=3, to_go=5)

WEEKLY = Said(fact="freshness", topic="How often the truth changes", words="weekly", by=ANA, at=AT)

TYPED = WEEKLY.model_copy(update={"typed": "about once a week", "by": BEN})

UNSURE = Said(fact="examples", topic="Trusted examples", words=None, by=CHEN, at=AT)

REGULATED = Said(fact="receipts", topic="Showing sources", words="required by regulation", by=CHEN, at=AT)
