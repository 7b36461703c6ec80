"""What "what you proposed" names: the verdict on the answers given."""

from collections.abc import Mapping

from rules.catalog import FRAMEWORK
from rules.facts import Facts, Value
from rules.hearing.questions.cutting import Sentence
from rules.hearing.questions.matching import stands
from rules.judge import closest, judge

_PROPOSED = "proposed/suggested/recommended/picked/chose/chosen/favored/advised/advise/propose/suggest/recommend"
_NAMES = (
    f"what/one/thing/option/way/approach/route/setup .. you/bot/ftrag .. {_PROPOSED}",
    "with/to/and/versus/vs/against/beside/next your/bot/ftrag proposal/recommendation/suggestion/pick/favorite",
    "recommended/proposed/suggested/chosen/winning one/option/way/approach/architecture/solution",
)


def proposal(said: Mapping[str, Value], of: Sentence) -> tuple[str, ...]:
    """The architecture that the sentence calls the one proposed; nothing where it does not."""
    return (chosen(said),) if said and stands(_NAMES, of.stems) else ()


def chosen(said: Mapping[str, Value]) -> str:
    """The verdict on these answers; "" where there are none. Nobody asks why it was not chosen."""
    if not said:
        return ""
    judgement = judge(Facts.model_validate(dict(said)), FRAMEWORK)
    return str(judgement.outcome or closest(judgement, FRAMEWORK))
