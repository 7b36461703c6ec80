"""What a person may log a failure of who says so in no channel, at home or in a direct message: all of theirs."""

import json
from collections.abc import Iterator

from bot.dialogue.names import clean
from bot.dialogue.turn import Offered, Turn
from bot.replies import BucketShown, FailureModal, FeatureOffered, NoticeModal, TaskOffered, Trouble
from bot.slack.membership import Told

_MOST_TASKS = 100
_NAME, _PLACE = 40, 30
"""How much of a name stands beside its channel's: an option takes 75 characters."""


def offer(offered: Offered, failure: str, buckets: tuple[BucketShown, ...], response_url: str | None) -> Turn:
    """Open the modal: the only feature is chosen, else the one of last time, else none."""
    if not offered.features:
        is_asked_later = offered.told is Told.NOT_NOW
        trouble = Trouble.CHANNELS_UNKNOWN if is_asked_later else Trouble.NONE_DECIDED_ANYWHERE
        return Turn(modal=NoticeModal(title="Log an AI failure", trouble=trouble))
    ids = [feature.id for feature in offered.features]
    modal = FailureModal(
        private=json.dumps({"failure": failure, "channel": "", "response_url": response_url or "", "message_ts": ""}),
        features=tuple(_features(offered)),
        chosen=ids[0] if len(ids) == 1 else offered.last if offered.last in ids else "",
        buckets=buckets,
    )
    return Turn(modal=modal)


def _features(offered: Offered) -> Iterator[FeatureOffered]:
    """Each with its channel's name, and golden tasks as long as the menu takes more."""
    left = _MOST_TASKS
    for feature in offered.features:
        place = offered.channels.get(feature.channel, "")
        shown = f"{clean(feature.name, _NAME)} (#{clean(place, _PLACE)})" if place else feature.name
        tasks = tuple(TaskOffered(id=id_, name=name) for id_, name in feature.tasks[:left])
        left -= len(tasks)
        yield FeatureOffered(id=feature.id, name=shown, tasks=tasks)
