"""An organization's own rows, laid over the shipped ones."""

from rules import FRAMEWORK, Facts, decide_plainly
from rules.audit import faults
from rules.conditions import AnyOf, Is, Not, Unless, both, has
from rules.framework import Architecture, Degree, Effect, Strength
from rules.own_rows import own_framework
from rules.possibilities import standing
from tests.rules.own_rulebook import HEAD, OWN_STEPS, ROW, laid


def test_own_rows_make_a_rulebook_of_their_own_version_and_digest():
    framework = laid(HEAD + ROW)

    assert framework.version == f"{FRAMEWORK.version}+acme-3"
    assert framework.digest not in {FRAMEWORK.digest, laid(HEAD).digest}
    assert framework.digest == laid(HEAD + ROW).digest
    assert faults(framework, thorough=False) == ()


def test_a_row_is_added():
    row = laid(HEAD + ROW).demand_rows[-1]

    assert (row.id, row.demand, row.strength) == ("acme-contracts", "receipts", Strength.MUST)
    assert row.when == both(has("source", "documents"), has("stakes", "money", "harm"))
    assert row.sources == ("acme-legal",)


def test_a_shipped_row_is_changed_key_by_key():
    shipped = next(row for row in FRAMEWORK.demand_rows if row.id == "must-show-sources")

    framework = laid(HEAD + '[[row]]\nid = "must-show-sources"\nclaim = "Our regulator asks for sources."\n')

    changed = next(row for row in framework.demand_rows if row.id == "must-show-sources")
    assert changed.claim == "Our regulator asks for sources."
    assert (changed.when, changed.sources, changed.demand) == (shipped.when, shipped.sources, shipped.demand)
    assert len(framework.demand_rows) == len(FRAMEWORK.demand_rows)


def test_a_row_supersedes_others():
    framework = laid(
        HEAD
        + ROW
        + '[[row]]\nid = "instead"\nsupersedes = ["sources-help", "acme-contracts"]\n'
        + """
demand = "receipts"
strength = "should"
when = { receipts = "helpful" }
claim = "It helps."
sources = ["F3"]
"""
    )
    ids = {row.id for row in framework.demand_rows}

    assert "instead" in ids
    assert not ids & {"sources-help", "acme-contracts"}


def test_a_demand_with_its_deliveries_and_a_prerequisite_are_added():
    deliveries = "".join(
        f'[[delivery]]\ndemand = "sovereign"\narchitecture = "{each}"\ndegree = "{degree}"\n'
        f'claim = "Our platform team says so."\nsources = "F6"\n'
        for each, degree in zip(Architecture, ("fully", "not", "not", "not", "not"), strict=True)
    )
    framework = laid(HEAD + '[[demand]]\nid = "sovereign"\nlens = "operations"\nlabel = "Sovereign"\n' + (
        'meaning = "It runs in our country."\n' + deliveries + """
[[row]]
id = "our-country"
demand = "sovereign"
strength = "must"
when = { hosting = "private_cloud", volume = "over_1m" }
claim = "Large services run in our country."
sources = "F6"
[[prerequisite]]
id = "our-budget"
architectures = ["hybrid"]
needs = { not = { stakes = "annoyance" } }
effect = "rules_out"
claim = "A hybrid is only paid for where a wrong answer costs something."
sources = "F7"
lacking = "there is no budget"
"""))  # fmt: skip
    large = Facts(need="facts", source="documents", corpus="large", hosting="private_cloud", volume="over_1m")

    assert framework.delivery_rows[-1].degree is Degree.NOT
    assert framework.prerequisite_rows[-1].effect is Effect.RULES_OUT
    assert framework.prerequisite_rows[-1].lacking == "there is no budget"
    assert standing(large, framework) == (Architecture.RAG, False)
    assert standing(large, FRAMEWORK) == (Architecture.RAG, True)


def test_the_wording_of_questions_and_options_is_changed():
    framework = laid(
        HEAD
        + """
[[question]]
fact = "freshness"
text = "How often do our policies change?"
[[question.option]]
value = "weekly"
label = "Each Monday"
synonyms = ["mondays"]
[[question]]
fact = "volume"
topic = "Daily load"
"""
    )
    weekly = framework.by_fact["freshness"].options[4]
    shipped = FRAMEWORK.by_fact["freshness"]

    assert framework.by_fact["freshness"].text == "How often do our policies change?"
    assert framework.by_fact["freshness"].why == shipped.why
    assert (weekly.label, weekly.said, weekly.synonyms) == ("Each Monday", shipped.options[4].said, ("mondays",))
    assert framework.by_fact["volume"].topic == "Daily load"


def conditions(*texts):
    """What these conditions are read as, each in a row of its own of one file."""
    row, source = ROW.split("[[source]]")
    rows = [
        row.replace('{ source = "documents", stakes = ["money", "harm"] }', text).replace("contracts", f"row-{number}")
        for number, text in enumerate(texts)
    ]
    return [each.when for each in laid(f"{HEAD}{''.join(rows)}[[source]]{source}").demand_rows[-len(texts) :]]


def test_conditions_are_tables_of_facts_lists_of_tables_and_their_opposites():
    weekly, documents = has("freshness", "weekly", "daily"), has("source", "documents")

    assert conditions(
        '{ freshness = ["weekly", "daily"] }',
        '[{ freshness = ["weekly", "daily"] }, { source = "documents" }]',
        '{ source = "documents", not = { freshness = ["weekly", "daily"] } }',
        '{ source = "documents", unless = [{ corpus = "prompt_sized" }, { ops = "search" }] }',
    ) == [
        weekly,
        AnyOf((weekly, documents)),
        both(documents, Not(weekly)),
        both(documents, Unless(AnyOf((has("corpus", "prompt_sized"), has("ops", "search"))))),
    ]


def test_rows_that_supersede_the_same_one_make_no_circle():
    def row(name, *others):
        listed = ", ".join(f'"{other}"' for other in others)
        renamed = ROW.partition("[[source]]")[0].replace("acme-contracts", name).replace('"acme-legal"', '"F3"')
        return renamed + (f"supersedes = [{listed}]\n" if others else "")

    framework = laid(HEAD + row("top", "left", "right") + row("left", "sources-help") + row("right", "sources-help"))

    assert {"left", "right", "sources-help"} & {each.id for each in framework.demand_rows} == set()


def test_a_byte_order_mark_is_no_fault():
    assert own_framework(b"\xef\xbb\xbf" + HEAD.encode(), "acme.toml").version.endswith("+acme-3")


def test_nothing_own_decides_as_shipped():
    framework = laid(HEAD)

    assert framework.demand_rows == FRAMEWORK.demand_rows
    assert framework.digest != FRAMEWORK.digest
    assert isinstance(framework.demand_rows[0].when, type(FRAMEWORK.demand_rows[0].when))
    assert not isinstance(framework.demand_rows[0].when, Is)


def test_what_superseded_a_row_that_is_gone_takes_the_place_of_the_one_that_says_it_now():
    own = own_framework(
        b'version = "acme-1"\n[[row]]\nid = "acme-bill"\ndemand = "cheap_answers"\nstrength = "should"\n'
        b'when = { volume = "over_1m" }\nclaim = "Our bill counts."\nsources = ["F6"]\n'
        b'supersedes = ["very-many-requests"]\n',
        "rules.toml",
    )

    assert "too-costly" not in {row.id for row in own.demand_rows}


def test_own_rows_may_read_the_new_facts():
    own = laid(OWN_STEPS.format("exact_steps"))

    assert decide_plainly(Facts(need="behaviour", action="acts"), own).verdict == "tools"
    assert "acme-acts" in {reason.row for reason in decide_plainly(Facts(action="acts"), own).reasons}
