"""The failure log: the modal that takes one failure, and its message in the thread."""

from collections.abc import Mapping

from bot.ids import Act, Field, Modal, field_id, value
from bot.replies import BucketShown, FailureMessage, FailureModal, FeatureOffered
from bot.views.beneath import beneath
from bot.views.blocks import Block, Message, actions, button, confirm, context, modal, option, section
from bot.views.inputs import chooser, labeled, radios, text_input
from bot.views.text import link, month_name, name, ordinal, ours, person, typed
from rules.casing import upper_first
from storage.records import Bucket

WHAT_MOST = 2_000
_ONE: Mapping[str, tuple[str, str]] = {
    Bucket.RETRIEVAL_MISS: ("retrieval miss", "retrieval misses"),
    Bucket.CONTEXT_OVERLOAD: ("context overload", "context overloads"),
    Bucket.FORMATTING: ("formatting failure", "formatting failures"),
    Bucket.SAFETY: ("safety failure", "safety failures"),
    Bucket.TOOL_ERROR: ("tool error", "tool errors"),
    Bucket.UNCLASSIFIED: ("unclassified failure", "unclassified failures"),
}
"""One and several of a bucket, inside a sentence."""
_WITHDRAW = confirm(
    "Withdraw this failure?", "It stays in the record and is not counted any more.", "Withdraw it", "Keep it"
)


def counted(bucket: Bucket, number: int) -> str:
    """So many failures of a bucket: "3 retrieval misses"."""
    one, many = _ONE[bucket]
    return f"{number:,} {one if number == 1 else many}"


def one_of(bucket: str, label: str) -> str:
    """One failure of a bucket, inside a sentence; a bucket that is not known any more by its label."""
    return _ONE[bucket][0] if bucket in _ONE else ours(label).lower()


def called(bucket: str, label: str) -> str:
    """Several failures of one bucket, inside a sentence."""
    return _ONE[bucket][1] if bucket in _ONE else ours(label).lower()


def logging(reply: FailureModal) -> Block:
    """Asks which feature failed, how, and on what."""
    features = [option(one.name or "(no name)", one.id) for one in reply.features]
    buckets = [_kind(one) for one in reply.buckets]
    return modal(
        "Correct a failure" if reply.is_correction else "Log an AI failure",
        [
            chooser(field_id(Field.FEATURE), "Which feature?", features, reply.chosen, hint="Choose a feature"),
            radios(
                field_id(Field.BUCKET),
                "What kind of failure?",
                buckets,
                reply.bucket,
                hint="Take the first question that you answer with yes.",
            ),
            _tasks(reply),
            text_input(
                field_id(Field.WHAT),
                "What happened?",
                most=WHAT_MOST,
                hint="What was asked, what came, what should have come",
                initial=reply.what,
                lines=True,
                optional=True,
            ),
            None if reply.from_message else _address(reply.link),
            context(
                "The link to the message goes with it."
                if reply.from_message
                else "Leave out what must not be read in the channel: the failure is shown in the feature’s thread."
            ),
        ],
        kind=Modal.FAILURE_AGAIN if reply.is_correction else Modal.FAILURE,
        submit="Save" if reply.is_correction else "Log it",
        close="Not now",
        private=reply.private,
    )


def _kind(one: BucketShown) -> Block:
    """One kind to choose. The last is also for who cannot tell: whoever logs in a hurry has looked into nothing yet."""
    test = upper_first(one.test.removeprefix("Check: "))
    if one.id != Bucket.UNCLASSIFIED:
        return option(one.label, one.id, test)
    return option("None of these, or not known yet", one.id, "Correct it under the failure once somebody has looked")


def _address(found: str) -> Block:
    element: Block = {"type": "url_text_input", "action_id": field_id(Field.ADDRESS)}
    if found.startswith(("https://", "http://")):
        element["initial_value"] = found[:WHAT_MOST]
    return labeled(field_id(Field.ADDRESS), "A link to the answer", element, optional=True)


def _tasks(reply: FailureModal) -> Block | None:
    """The golden tasks of all features on offer, each under its feature where there are several."""
    groups = [(one, [option(task.name, value(one.id, task.id)) for task in one.tasks]) for one in reply.features]
    groups_shown = [(one, options[:100]) for one, options in groups if options][:100]
    if not groups_shown:
        return None
    block = field_id(Field.GOLDEN_TASK)
    chosen = value(reply.chosen, reply.golden_task) if reply.golden_task else ""
    label = "On which golden task, if any?"
    if len(reply.features) == 1:
        return chooser(block, label, groups_shown[0][1], chosen, optional=True)
    return chooser(block, label, [_group(one, options) for one, options in groups_shown], chosen, optional=True)


def _group(feature: FeatureOffered, options: list[Block]) -> Block:
    return {"label": option(feature.name or "(no name)", "")["text"], "options": options}


def failure(reply: FailureMessage) -> Message:
    """One failure in the thread: who logged which kind, what happened, and which of its month it is."""
    one = _ONE[reply.bucket][0]
    if reply.is_withdrawn:
        return beneath(
            section(f"*Withdrawn* by {person(reply.by)}: {one}.", _what(reply)),
            context("It stays in the record and is not counted any more."),
        )
    key = (reply.assessment_id, reply.failure_id)
    kind = "" if reply.asks else f": *{one}*"
    sentence = f"{person(reply.by)} logged a failure{kind}{', corrected' if reply.is_corrected else ''}."
    task = f"Golden task: {name(reply.golden_task)}" if reply.golden_task else ""
    address = link(reply.link, "The message") if reply.link.startswith(("https://", "http://")) else ""
    leave = (
        button("Not so", Act.WITHDRAW_FAILURE, *key, says=f"Not so: it was no {ours(one)}")
        if reply.is_typed
        else button("Withdraw", Act.WITHDRAW_FAILURE, *key, says=f"Withdraw this {ours(one)}", confirm=_WITHDRAW)
    )
    return beneath(
        section(sentence, _what(reply)),
        context(task, address, _place(reply)),
        *_asking(reply),
        actions(button("Correct", Act.CORRECT_FAILURE, *key, says=f"Correct this {ours(one)}"), leave),
    )


def _asking(reply: FailureMessage) -> list[Block | None]:
    """Which kind it is, where a typed line did not say so: a press puts it there."""
    if not reply.asks:
        return []
    presses = [
        button(
            label, Act.SORT_FAILURE, reply.assessment_id, reply.failure_id, bucket, tail=bucket, says=f"It was {label}"
        )
        for bucket, label in (
            (one.id, "None of these" if one.id == Bucket.UNCLASSIFIED else one.label) for one in reply.asks
        )
    ]
    return [section("*Which kind was it?* Until somebody says, it counts as unclassified."), actions(*presses)]


def _place(reply: FailureMessage) -> str:
    """Which one it is: said so that it stays true when more are logged."""
    month, one = month_name(reply.month), _ONE[reply.bucket][0]
    if reply.total <= 1:
        return f"The first failure of {month}"
    of_all = f"the {ordinal(reply.total)} failure of {month}"
    of_kind = "first" if reply.count <= 1 else ordinal(reply.count)
    return f"The {of_kind} {one}, and {of_all}"


def _what(reply: FailureMessage) -> str:
    shown = typed(reply.what, 400)
    return f"“{shown}”" if shown else ""
