"""What the bot says, as values: facts, and words that come from the rules. Fixed sentences stand in `bot.views`.

A Reply is self-contained and is kept as JSON in an outbox row until it is delivered (it may be read by a later release:
fields are only ever added, with a default). A modal is opened at once and never stored. Each enters itself by its
`kind`: a new one is written once, in the file of its conversation, and found here.
"""

from bot.replies.base import *
from bot.replies.blind import *
from bot.replies.failures import *
from bot.replies.heard import *
from bot.replies.home import *
from bot.replies.interview import *
from bot.replies.modals import *
from bot.replies.portfolio import *
from bot.replies.private import *
from bot.replies.reassess import *
from bot.replies.results import *
from bot.replies.review import *
from bot.replies.review_aside import *
from bot.replies.roadmap import *
from bot.replies.standing import *
from bot.replies.tasks import *
from bot.replies.told import *
from bot.replies.verdict import *
from bot.replies.words import *
