"""What the bot remembers, in SQLite or PostgreSQL, behind one door.

`open_storage(address)` gives a Storage: its repositories answer questions, `remember(change)` saves what one turn
changed in one transaction, `outbox` is what Slack is to be told. Values come and go as frozen `records`; rows, SQL and
drivers' errors stay inside.

    door                        Storage: all of it
    assessments, reviews        the repositories, by what the bot asks
    inbox                       what came in and is not worked off yet
    outbox = claims + outcomes  the due-work engine: who may send what now, and how it ended
    remember                    the one transaction of a turn (assessment_saving, assessment_rows)
    homes, home_history         what one person's Home shows, read at once
    results                     result files, and the tokens with which they are posted
    unheard                     lines that were not understood, where they are kept
    viewers                     who looks at their Home, and what a change means for them
    installations, tokens       where the bot is installed; tokens sealed
    deletion, house, backup     forgetting, keeping tidy, keeping safe
    database = sqlite | postgresql, tenancy, faults   how a transaction is run, guarded, and explained when it fails
    tables, columns, schema, migrations               how it is kept
"""

from storage.assessments import Assessments
from storage.backup import Backup, restore, version_advice
from storage.door import Storage, open_storage, readable_address
from storage.homes import Homes
from storage.inbox import Inbox
from storage.installations import Installations, OAuthStates
from storage.outbox import Outbox
from storage.reviews import Failures, Reviews
from storage.schema import Schema
from storage.tokens import new_encryption_key

__all__ = [
    "Assessments",
    "Backup",
    "Failures",
    "Homes",
    "Inbox",
    "Installations",
    "OAuthStates",
    "Outbox",
    "Reviews",
    "Schema",
    "Storage",
    "new_encryption_key",
    "open_storage",
    "readable_address",
    "restore",
    "version_advice",
]
