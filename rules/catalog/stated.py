"""What a claim states about the team when it uses certain words: no answer may deny it where the claim is shown.

`ftrag rules check` holds every claim of every row against this (`rules/truth.py`), an organization's own rows included:
"your material does not fit one prompt" is never said to a team that answered that it does.
"""

from dataclasses import dataclass

from rules.conditions import Condition, Not, at_least, at_most, either, has


@dataclass(frozen=True, slots=True)
class Stated:
    """Words of a claim (a pattern, in lower case), and the facts that they state."""

    words: str
    facts: Condition


STATED: tuple[Stated, ...] = (
    Stated(r"not fit (?:one|a|the) prompt|than a prompt holds", Not(has("corpus", "prompt_sized"))),
    Stated(r"material fits one prompt", has("corpus", "prompt_sized")),
    Stated(r"documents of your own|your (?:own )?documents", has("source", "documents", "both")),
    Stated(r"databases, apis or tickets|your systems", has("source", "systems", "both")),
    Stated(r"chang\w+ weekly", at_least("freshness", "weekly")),
    Stated(r"truth changes monthly", at_least("freshness", "monthly")),
    Stated(r"not everyone may see|may see other documents", has("access", "per_user")),
    Stated(r"has to show what it rests on|to show its source", at_least("receipts", "required")),
    Stated(r"the model invents facts", has("failure", "invented_facts")),
    Stated(r"cost money or harm people", at_least("stakes", "money")),
    Stated(r"drowns in long prompts|irrelevant passages mislead the model", has("failure", "context_overload")),
    Stated(r"reasoning (?:over your systems goes wrong|fails)", has("failure", "reasoning")),
    Stated(r"the format fails", has("failure", "format")),
    Stated(r"tone, refusals or tool calls fail", has("failure", "tone", "refusals", "tool_errors")),
    Stated(r"cases are sorted wrongly", has("failure", "classification")),
    Stated(r"passages are there and are read wrongly", has("failure", "reasoning", "context_overload")),
    Stated(r"too slow for you", has("failure", "too_slow")),
    Stated(r"you have thousands of", at_least("examples", "thousands")),
    Stated(r"your labels(?! do not agree)|your examples", Not(has("examples", "none"))),
    Stated(r"labels do not agree", has("labels", "mixed", "inconsistent")),
    Stated(r"you can train", has("ops", "training")),
    Stated(r"nobody (?:on your team )?runs training", Not(has("ops", "training"))),
    Stated(r"(?:your team does not run|nobody runs) retrieval", Not(has("ops", "search"))),
    Stated(r"in a poor state", has("hygiene", "poor")),
    Stated(r"no (?:evaluation set to trust|golden set yet)", at_most("evals", "ad_hoc")),
    Stated(r"have to come within 300 ms", has("latency", "under_300ms")),
    Stated(r"have to come within a second", at_most("latency", "under_1s")),
    Stated(r"at your volume", at_least("volume", "under_1m")),
    Stated(r"very often or very fast", either(at_most("latency", "under_1s"), at_least("volume", "under_1m"))),
    Stated(r"you need facts and behavior", has("need", "both")),
    Stated(r"data stays on your machines|(?:fit|on) your machines", has("hosting", "on_premises")),
    Stated(r"on a device only", has("hosting", "on_device")),
    Stated(r"only a small model may serve", has("model_size", "small_only")),
    Stated(r"a known procedure can compute", has("check", "computed")),
    Stated(r"found by exact names or by a query", has("lookup", "by_name", "by_filter")),
    Stated(r"everything has to be read", has("lookup", "whole")),
    Stated(r"carries out steps in other systems", has("action", "acts")),
    Stated(r"can only be shown by examples", has("definition", "by_example")),
    Stated(r"you can measure", at_least("evals", "golden_set")),
    Stated(r"what you want can be written down", has("definition", "written")),
    Stated(r"what you want keeps changing", has("steadiness", "changing")),
    Stated(r"fewer than 20 trusted examples", has("per_class", "under_20")),
)
"""Every statement about the team that claims make."""
