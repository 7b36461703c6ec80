"""Who can run search and who can train, told of both, where it is nobody: "the index team left, nobody can train"."""

import re

from rules.hearing.questions.cutting import Message, sentence
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.outcome import held_against_verdict
from rules.hearing.values import Asked, Line

_PARTS = re.compile(r" [,:;] | (?:and|but|plus|nor) ")
_SKILLS = (
    ("search/index/indexing/retrieval/vector/embeddings/elastic",),
    (
        "train/training/finetune/finetuning/trainer/trainers",
        "fine tune/tuning",
        "ml engineer/engineers/team/people/person",
    ),
)
_MISSING = (
    "nobody/none/never/neither/gone/left/leaving/quit/resigned/dissolved/disbanded/retired/closed/without/lost",
    "no one/people/person/team/engineer/engineers/skills/staff/capacity/expert/experts",
    "laid off",
    "not .. any more/longer",
    "no longer/more",
    "can/could not",
    "not .. can/anybody/anyone",
    "not have",
)
_SOMEBODY = (
    "people/person/guys/guy/team/nobody/anybody/anyone/colleague/colleagues/engineer/engineers/who/staff/skills/expert"
    "/experts/specialist/lady/man/woman/one/quit/resigned/knows/run/operate"
)


def unmanned(message: Message, line: Line) -> tuple[Asked, ...]:
    """That nobody runs either any more; nothing where one of them is there, or the message asks or supposes."""
    asks = (one.is_marked or hits(one).has("supposes") or held_against_verdict(one) for one in message.sentences)
    if not line.mention or any(asks):
        return ()
    parts = [sentence(part) for one in message.sentences for part in _PARTS.split(one.text)]
    told = [[part for part in parts if stands(skill, part.stems)] for skill in _SKILLS]
    missing = [part for several in told for part in several if stands(_MISSING, part.stems)]
    is_all = all(told) and all(part in missing for several in told for part in several)
    is_of_people = any(stands(_SOMEBODY, part.stems) for part in missing)
    is_new = line.said.get("ops") != ("neither",)
    return (Asked("change_answer", {"changes": {"ops": ("neither",)}}),) if is_all and is_of_people and is_new else ()
