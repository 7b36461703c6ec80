"""Result files on their way in: fetched, read in a process of their own, and handed over to the thread.

fetching   a file shared in Slack -> a temporary file    reading   in a process of its own
files      the files of one message, one by one          handing   outside of a conversation: due work
"""

from bot.handing.files import Files
from bot.handing.handing import Handed, hand_over, names_of
from bot.handing.reading import Reader

__all__ = ["Files", "Handed", "Reader", "hand_over", "names_of"]
