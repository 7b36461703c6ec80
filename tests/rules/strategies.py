"""Random facts for properties: any of them open, every answer allowed."""

from hypothesis import strategies as st

from rules.facts import ALONE, FACTS, VALUES, Facts


def values(fact: str) -> st.SearchStrategy[object]:
    """One known answer to this question."""
    if fact not in ALONE:
        return st.sampled_from(VALUES[fact])
    several = [value for value in VALUES[fact] if value != ALONE[fact]]
    return st.one_of(st.just([ALONE[fact]]), st.lists(st.sampled_from(several), min_size=1, unique=True))


complete_facts = st.fixed_dictionaries({fact: values(fact) for fact in FACTS}).map(Facts.model_validate)
partial_facts = st.fixed_dictionaries({}, optional={fact: values(fact) for fact in FACTS}).map(Facts.model_validate)
