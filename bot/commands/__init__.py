"""What people and Slack ask of the bot, as frozen values: `parse` makes them from payloads, `advisor` carries them out.

A command names its tenant, so nothing can be asked for without one, and the key under which a repeat of it is known. It
is JSON at need: a RUN row of the outbox holds a command that falls due later. Each enters itself by its `kind`: a new
one is written once, in the file of its conversation, and found here.
"""

from bot.commands.base import *
from bot.commands.blind import *
from bot.commands.failures import *
from bot.commands.home import *
from bot.commands.interview import *
from bot.commands.reassess import *
from bot.commands.results import *
from bot.commands.review import *
from bot.commands.roadmap import *
from bot.commands.slack import *
from bot.commands.starting import *
from bot.commands.tasks import *
from bot.commands.verdict import *
