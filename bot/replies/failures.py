"""Replies of the failure log: what stands in the thread for each failure, and the modal in which it is logged."""

from typing import Literal

from bot.replies.base import AnyModal, Frozen, Reply
from storage.records import Bucket


class BucketShown(Frozen):
    """One failure bucket with its test."""

    id: str
    label: str
    test: str
    """One line: how to tell that a failure belongs there."""


class TaskOffered(Frozen):
    """One golden task to choose."""

    id: str
    name: str


class FeatureOffered(Frozen):
    """One decided feature to choose, with its golden tasks."""

    id: str
    name: str
    tasks: tuple[TaskOffered, ...] = ()


class FailureModal(AnyModal):
    """One failure: of which feature, which bucket, which golden task, what happened, a link."""

    kind: Literal["failure_modal"] = "failure_modal"
    private: str
    features: tuple[FeatureOffered, ...]
    chosen: str
    """The id of the feature shown as chosen; "" where the person has to choose."""
    buckets: tuple[BucketShown, ...]
    bucket: str = ""
    golden_task: str = ""
    what: str = ""
    link: str = ""
    from_message: bool = False
    """Whether it is about a message: the link to that one goes with it, and none is asked for."""
    is_correction: bool = False


class FailureMessage(Reply):
    """One logged failure, in the thread. Key "failure:<id>". [Correct] [Withdraw], for the one who logged it."""

    kind: Literal["failure"] = "failure"
    assessment_id: str
    failure_id: str
    by: str
    bucket: Bucket
    label: str
    what: str = ""
    golden_task: str = ""
    """The task's name."""
    link: str = ""
    count: int = 0
    """Which of its bucket it is in its month: 3 for the third."""
    total: int = 0
    """Which of all failures it is in its month."""
    month: str = ""
    """"2026-11"."""
    is_corrected: bool = False
    is_withdrawn: bool = False
    is_typed: bool = False
    """Whether a typed line was taken for it: [Not so]."""
    asks: tuple[BucketShown, ...] = ()
    """The buckets to choose from, where the words did not say which it is."""
