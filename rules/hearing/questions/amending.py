"""How people say that an answer is to be put right, or is not right any more: "please amend", "that is outdated"."""

from rules.hearing.questions.cutting import Message
from rules.hearing.questions.matching import hits, stands

WRONG = "outdated/wrong/incorrect/obsolete/stale/mistaken/false"
_RIGHT = "accurate/right/correct/valid/true/current/so"
_FILED = "answer/entry/file/record"
_NUMBER = "figure/number/count/value/line"
OVER = (
    f"< {WRONG} >",
    f"< that/this/it is/was {WRONG}",
    f"that/this/the/my .. {_FILED}/{_NUMBER} ... {WRONG}",
    f"what/which/{_FILED} .. {WRONG}",
    f"what/which/{_FILED} ... out of date",
    f"statement/figure/number/{_FILED} .. no longer/more {_RIGHT}",
    f"statement/figure/number/{_FILED} .. not .. any longer/more {_RIGHT}",
    f"< so/and/but? none/that/this/it .. not .. {_RIGHT} any longer/more >",
    f"< so/and/but? none/that/this/it .. no longer {_RIGHT} >",
)
"""What is said of an answer that is not right any more."""
BEGINS = ("< please/kindly $AMEND", "so/and/therefore/hence please/kindly $AMEND")
"""How an order that something be written down anew begins."""
ORDERS = (
    *BEGINS,
    "please/kindly $AMEND that/this/it/entry/record/file/answer",
    "please/kindly put/enter/note/write that/this/it .. instead >",
    "$AMEND that/this/it/answer/entry/record please/accordingly/now? >",
    "$AMEND .. accordingly >",
    "put/set/get/make that/this/it right/straight",
    f"point/{_FILED} .. amended/corrected/updated/changed/replaced/revised",
)
"""Orders that say no more."""


def ordered(message: Message) -> set[str]:
    """The questions that are named to be answered anew: "please change the examples", "that number is outdated"."""
    said = [one for one in message.sentences if not one.is_marked]
    orders = [one for one in said if stands((BEGINS[0], *OVER), one.stems)]
    return {hit.name for one in orders for hit in hits(one).of("fact")}
