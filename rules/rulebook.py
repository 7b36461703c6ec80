"""The whole rulebook as Markdown, generated: for people who review it, argue with it, and sign it off.

Behind `ftrag rules show`. Nothing is told that is not in the rows, and no row that decides is left out.
"""

from collections.abc import Iterable, Iterator, Sequence

from rules.assumptions import Assumption
from rules.catalog.architectures import MEANINGS, NAMES, REJECTIONS
from rules.catalog.assumptions import ASSUMPTIONS
from rules.catalog.buckets import BUCKETS
from rules.catalog.cost_sources import COST_SOURCES
from rules.catalog.currencies import CURRENCIES
from rules.catalog.glossary import GLOSSARY_GROUPS, GLOSSARY_SOURCES
from rules.catalog.metrics import METRICS
from rules.catalog.stated import STATED
from rules.catalog.steps import BUILD_STEPS, EVALUATION_STEPS, WATCH_STEPS
from rules.framework import Architecture, Demand, DemandRow, Framework, Lens, PrerequisiteRow, Stage
from rules.proofs import PROPERTIES

MARKS = {"fully": "●", "partly": "◐", "not": "○"}
"""How far a demand is delivered, in the table."""


def as_markdown(framework: Framework) -> str:
    """Everything that a decision rests on, in one document."""
    parts = (
        _opening,
        _architectures,
        _questions,
        _demands,
        _rows,
        _prerequisites,
        _sentences,
        _properties,
        _afterwards,
        _cost,
        _glossary,
        _sources,
    )
    return "\n".join(line for part in parts for line in (*part(framework), "")).rstrip() + "\n"


def _opening(framework: Framework) -> Iterator[str]:
    yield f"# Rulebook {framework.version}"
    yield ""
    yield f"Digest {framework.digest}. Every verdict names this version and digest."
    yield ""
    yield (
        "What delivers every *must*, partly at least, and fails no prerequisite that rules out passes the bar. Of "
        "those that pass, the verdict is the one that delivers most of the wishes (*should*; partly counts half), the "
        "smallest among equals; what the team cannot run yet only where nothing else passes. Where none passes, the "
        "closest is named with its gaps. An unknown answer raises nothing, except where a row says what it presumes "
        "(*unless*). A question that does not apply is not asked, and an answer to it is left out."
    )


def _architectures(_: Framework) -> Iterator[str]:
    yield "## Architectures, smallest first"
    yield ""
    for place, each in enumerate(Architecture, start=1):
        yield f"{place}. **{NAMES[each]}** (`{each}`): {MEANINGS[each]}"


def _questions(framework: Framework) -> Iterator[str]:
    yield "## Questions"
    for question in framework.questions:
        several = " Several answers are possible." if question.is_list else ""
        yield ""
        yield f"### `{question.fact}`: {_cell(question.text)}"
        yield ""
        moot = f" Does not apply where {question.moot.describe()}." if question.moot else ""
        yield f"{_cell(question.why)} Lens: {question.lens}.{several}{moot}"
        yield ""
        for option in question.options:
            also = f" (also: {_cell(', '.join(option.synonyms))})" if option.synonyms else ""
            yield f"- `{option.value}`: {_cell(option.label)}{also}"


def _demands(framework: Framework) -> Iterator[str]:
    degrees = {(row.demand, row.architecture): row.degree for row in framework.delivery_rows}
    yield "## Demands, and how far each architecture delivers them"
    yield ""
    yield f"{MARKS['fully']} fully, {MARKS['partly']} partly, {MARKS['not']} not"
    yield ""
    yield from _table(
        ["demand", "lens", *Architecture],
        ([d.label, d.lens, *(MARKS[degrees[d.id, each]] for each in Architecture)] for d in framework.demands),
    )
    for demand in framework.demands:
        yield ""
        yield from _demand(demand, framework)


def _demand(demand: Demand, framework: Framework) -> Iterator[str]:
    yield f"### `{demand.id}`: {_cell(demand.label)}"
    yield ""
    yield _cell(demand.meaning)
    yield ""
    for row in framework.delivery_rows:
        if row.demand == demand.id:
            yield f"- {NAMES[row.architecture]}: {row.degree}. {_cell(row.claim)} ({', '.join(row.sources)})"


def _rows(framework: Framework) -> Iterator[str]:
    lens_of = {demand.id: demand.lens for demand in framework.demands}
    yield "## What raises a demand"
    for lens in Lens:
        yield ""
        yield f"### {lens.capitalize()}"
        yield ""
        yield from _table(
            ["row", "when", "raises", "because", "sources"],
            (_row(row) for row in framework.demand_rows if lens_of[row.demand] is lens),
        )


def _row(row: DemandRow) -> Sequence[str]:
    because = f"{row.claim} (explains; other rows decide the same)" if row.explains else row.claim
    return f"`{row.id}`", row.when.describe(), f"{row.strength} {row.demand}", because, _cited(row)


def _prerequisites(framework: Framework) -> Iterator[str]:
    yield "## Prerequisites"
    yield ""
    yield from _table(
        ["row", "needs", "unmet, it", "of", "because", "sources"],
        (_prerequisite(row) for row in framework.prerequisite_rows),
    )


def _prerequisite(row: PrerequisiteRow) -> Sequence[str]:
    does = row.effect.replace("_", " ") + (", and is never chosen for wishes alone" if row.to_run else "")
    whom = ", ".join(row.architectures)
    because = " ".join((row.claim, *(_stage(stage) for stage in row.stages)))
    return f"`{row.id}`", row.needs.describe(), does, whom, because, _cited(row)


def _stage(stage: Stage) -> str:
    return f"Before {stage.before}: “{stage.claim}”" if stage.before else f"From then on: “{stage.claim}”"


def _cited(row: DemandRow | PrerequisiteRow) -> str:
    return ", ".join(row.sources)


def _sentences(framework: Framework) -> Iterator[str]:
    """What is said of the architectures that were not chosen, and what claims state: no answer may deny it."""
    yield "## What is said, and the facts that it needs"
    yield ""
    yield (
        "A row is a reason only for an architecture that delivers its demand and that its claim suits. Why another one "
        "was not chosen is the first of these that is so:"
    )
    yield ""
    yield from _table(["said", "needs"], REJECTIONS)
    yield ""
    yield "A claim with these words is shown only where no answer denies these facts (`ftrag rules check` proves it):"
    yield ""
    yield from _table(["words", "facts"], ((f"`{row.words}`", row.facts.describe()) for row in STATED))
    yield ""
    yield from _table(
        ["row", "is no reason for"],
        ((f"`{row.id}`", ", ".join(row.against)) for row in framework.demand_rows if row.against),
    )


def _properties(_: Framework) -> Iterator[str]:
    yield "## What holds for every set of answers"
    yield ""
    yield "Proven by `ftrag rules check` over all answer sets, partial ones included."
    yield ""
    yield from (f"- {says}" for _, says, _ in PROPERTIES)


def _afterwards(_: Framework) -> Iterator[str]:
    yield "## After the verdict"
    yield ""
    yield from _table(
        ["step", "phase", "for", "when", "done when"],
        (
            [step.title, step.phase, ", ".join(step.architectures), step.when.describe(), step.done_when]
            for step in (*EVALUATION_STEPS, *BUILD_STEPS, *WATCH_STEPS)
        ),
    )
    yield ""
    yield from _table(
        ["failure bucket", "means", "how to tell", "usual remedies"],
        ([bucket.label, bucket.means, bucket.detect, " ".join(bucket.remedies)] for bucket in BUCKETS),
    )
    yield ""
    yield from _metrics()


def _metrics() -> Iterator[str]:
    yield "### Which bucket a failed metric points to"
    yield ""
    yield (
        "For results that evaluation tools wrote. A label on the case or the check comes first; else the earliest "
        "stage whose metric failed. A name fits where these words stand in it together; the longest fit counts."
    )
    yield ""
    yield from _table(
        ["stage", "bucket", "looks at", "metrics"],
        ([str(row.stage), row.bucket, row.looks_at, ", ".join(row.names)] for row in METRICS),
    )


def _cost(_: Framework) -> Iterator[str]:
    yield "## What the cost of wrong answers assumes"
    yield ""
    yield (
        "Used by `ftrag cost` where nobody gave a figure; of several rows for one input the first counts whose "
        "condition is known to hold. Money is in US dollars. Cost ranks only what passes and never overrules a *must*."
    )
    yield ""
    yield from _table(["input", "when", "from", "to", "because", "sources"], (_assumed(row) for row in ASSUMPTIONS))
    yield ""
    yield from _table(
        ["currency", "what one dollar was worth, from", "to"],
        ([each.code, f"{each.low:g}", f"{each.high:g}"] for each in CURRENCIES.values()),
    )


def _assumed(row: Assumption) -> Sequence[str]:
    low, high = (f"{end:,.12g} {row.unit}" for end in (row.low, row.high))
    return f"`{row.name}`", row.when.describe(), low, high, row.claim, ", ".join(row.sources)


def _glossary(_: Framework) -> Iterator[str]:
    yield "## Glossary"
    for group, entries in GLOSSARY_GROUPS.items():
        yield ""
        yield f"### {group}"
        yield ""
        yield from _table(
            ["term", "also", "means", "for example", "matters for", "sources"],
            (
                [
                    each.written,
                    ", ".join(each.aliases),
                    each.says,
                    each.example,
                    ", ".join(each.matters),
                    ", ".join(each.sources),
                ]
                for each in entries
            ),
        )


def _sources(framework: Framework) -> Iterator[str]:
    yield "## Sources"
    yield ""
    for source in (*framework.sources, *COST_SOURCES, *GLOSSARY_SOURCES):
        address = f" <{source.url}>" if source.url else ""
        says = f": {_cell(source.says)}" if source.says else ""
        yield f"- `{source.id}` {_cell(source.title)}{says}{address}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(_cell(each) for each in row)} |" for row in rows)


def _cell(text: str) -> str:
    """One line of text that stays text: an organization's own words cannot break a table or become markup."""
    flat = " ".join(text.split())
    return flat.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("[", "\\[")
