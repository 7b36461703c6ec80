"""What is said of documents while it is asked how far labels agree: "our articles contradict each other".

Their state is another question's answer, although the words are the same; labels of documents are named as labels.
"""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.evidence import HERE, Evidence, evidence, sentences
from rules.hearing.labeling import names_labels
from rules.hearing.nouns import LABELERS, REFERENCES
from rules.hearing.pieces import stems_of
from rules.hearing.values import Choice, Ear, Heard, Line

_SORTED = stems_of("tagged coded classified categorized sorted graded rated marked tag category class folder bucket")
"""What was done to documents with one of these is what labels say."""


def is_of_documents(stems: Sequence[str]) -> bool:
    """Whether words name documents that answers are read from, and neither labels nor who puts them on."""
    words = {*stems}
    return bool(REFERENCES & words) and not ((LABELERS | _SORTED) & words or names_labels(words))


def of_documents(typed: Line, stems: Sequence[str], ear: Ear) -> Heard | None:
    """The state of the documents, where a line tells only of them while labels are asked about; None elsewhere."""
    if typed.open_fact != "labels" or not is_of_documents(stems):
        return None
    marks = evidence(typed.pieces, {"labels"}, "labels").get("labels", Evidence("labels")).marks
    told = [part for part in sentences(stems) if any(mark.start in part for mark in marks if mark.grade >= HERE)]
    if not all(is_of_documents(stems[part.start : part.stop]) for part in told):
        return None
    heard = ear(replace(typed, open_fact="hygiene"), stems)
    saves = {fact: value for fact, value in heard.saves.items() if fact != "labels"}
    offers = tuple(each for each in heard.offers if isinstance(each, Choice) and each.fact != "labels")
    is_told = "hygiene" in saves or any(each.fact == "hygiene" for each in offers)
    return replace(heard, saves=saves, offers=offers) if is_told and heard.trouble is None else None
