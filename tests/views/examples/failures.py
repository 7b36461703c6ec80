"""The failure log."""

from bot.replies import AnyModal, BucketShown, FailureMessage, FailureModal, FeatureOffered, Reply, TaskOffered
from rules.catalog.buckets import BUCKETS
from storage.records import Bucket
from tests.views.examples.pieces import ANA, NAME, A

TASKS = (TaskOffered(id="t1", name="Refund window"), TaskOffered(id="t2", name="Contract lookup"))
SHOWN = tuple(BucketShown(id=row.id, label=row.label, test=row.detect) for row in BUCKETS)
LOGGED = FailureMessage(
    assessment_id=A,
    failure_id="01JF",
    by=ANA,
    bucket=Bucket.RETRIEVAL_MISS,
    label="Retrieval miss",
    what="Asked for the refund window, it quoted last year's page.",
    golden_task="Refund window",
    link="https://example.slack.com/archives/C1/p1",
    count=3,
    total=7,
    month="2026-11",
)
FAILURES: dict[str, Reply] = {
    "failure": LOGGED,
    "failure_bare": LOGGED.model_copy(update={"what": "", "golden_task": "", "link": "", "count": 1, "total": 1}),
    "failure_corrected": LOGGED.model_copy(
        update={"bucket": Bucket.UNCLASSIFIED, "label": "Unclassified", "is_corrected": True}
    ),
    "failure_typed": LOGGED.model_copy(update={"link": "", "golden_task": "", "is_typed": True}),
    "failure_typed_without_a_bucket": LOGGED.model_copy(
        update={
            "bucket": Bucket.UNCLASSIFIED,
            "label": "Unclassified",
            "what": "two customers got the wrong plan",
            "is_typed": True,
            "asks": SHOWN,
            "count": 1,
        }
    ),
    "failure_withdrawn": LOGGED.model_copy(update={"is_withdrawn": True, "count": 2}),
}
MODAL = FailureModal(
    private='{"failure": "01JF"}',
    features=(FeatureOffered(id=A, name=NAME, tasks=TASKS),),
    chosen=A,
    buckets=SHOWN,
)
FAILURE_MODALS: dict[str, AnyModal] = {
    "failure": MODAL,
    "failure_of_a_message": MODAL.model_copy(update={"what": "Refunds take 90 days.", "from_message": True}),
    "failure_of_one_of_several": MODAL.model_copy(
        update={
            "features": (
                FeatureOffered(id="01JB", name="Invoice reader", tasks=(TaskOffered(id="t9", name="Totals"),)),
                FeatureOffered(id="01JC", name="Release notes"),
                *MODAL.features,
            )
        }
    ),
    "failure_from_the_home": MODAL.model_copy(
        update={
            "features": (
                FeatureOffered(id=A, name="Support copilot (#support-ai)", tasks=TASKS),
                FeatureOffered(id="01JB", name="Invoice reader (#search-team)"),
            ),
            "chosen": "",
        }
    ),
    "failure_without_tasks": MODAL.model_copy(update={"features": (FeatureOffered(id=A, name=NAME),)}),
    "failure_correction": MODAL.model_copy(
        update={
            "bucket": "safety",
            "golden_task": "t2",
            "what": "One line.\nAnother one.",
            "link": LOGGED.link,
            "is_correction": True,
        }
    ),
}
