"""What is kept of lines that were not understood, where the operator wants that."""

from datetime import datetime

from storage.tenant import Record, Tenant


class UnheardLine(Record):
    """One typed line that was meant for the bot and not understood; who typed it is not kept."""

    id: str
    tenant: Tenant
    assessment_id: str
    at: datetime
    what: str
    """Of which kind it is, as the counters name it."""
    fact: str | None = None
    """The question that stood open; None where none did."""
    text: str
    """Without what looks like a secret, and shortened."""
