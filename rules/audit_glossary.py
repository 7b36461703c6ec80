"""The audit of the glossary: each word in one entry only, two plain sentences, an example, sources that are there."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rules.audit_tables import Fault, Kind
from rules.catalog.glossary import GLOSSARY, GLOSSARY_SOURCES
from rules.facts import FACTS
from rules.framework import Architecture, Framework
from rules.glossary import GlossaryEntry

LONGEST_MEANING = 260
"""Characters of what a word means: two sentences that are read at a glance."""


def glossary_faults(
    framework: Framework, entries: Iterable[GlossaryEntry] = tuple(GLOSSARY.values())
) -> Iterator[Fault]:
    """Everything that is wrong with the entries."""
    listed = tuple(entries)
    used = Counter(word for each in listed for word in (each.term, *each.aliases))
    known = {source.id for source in (*framework.sources, *GLOSSARY_SOURCES)}
    for each in listed:
        yield from _entry_faults(each, used, known)


def _entry_faults(each: GlossaryEntry, used: Counter[str], known: set[str]) -> Iterator[Fault]:
    for word in (each.term, *each.aliases):
        if used[word] > 1:
            yield Fault(Kind.DUPLICATE, each.term, f"“{word}” stands in the glossary {used[word]} times")
    if len(each.says) > LONGEST_MEANING:
        yield Fault(
            Kind.TOO_LONG, each.term, f"its meaning has {len(each.says)} characters; {LONGEST_MEANING} are read"
        )
    if each.says.count(". ") < 1 or not each.example:
        yield Fault(Kind.TOO_LONG, each.term, "it needs two sentences and an example")
    for source in each.sources or ("none",):
        if source not in known:
            yield Fault(Kind.NO_SOURCE, each.term, f"no source is called {source}")
    for matter in each.matters:
        if matter not in FACTS and matter not in set(Architecture):
            yield Fault(Kind.UNKNOWN_WORD, each.term, f"no question and no architecture is called {matter}")
