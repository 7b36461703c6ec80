"""The rulebook while an organization's rows are laid over it: rows by id, changed key by key, bound again at the end.

Under `rules/own_rows.py`, which reads the file and judges the result.
"""

from dataclasses import replace

from rules.catalog.retired import RETIRED
from rules.framework import (
    Architecture,
    Degree,
    DeliveryRow,
    Demand,
    DemandRow,
    Effect,
    Framework,
    Lens,
    Option,
    PrerequisiteRow,
    Source,
    Strength,
    bind,
)
from rules.own_tables import Table, nearest

LONGEST_ID = 60


class Book:
    """All rows by id, in order; what a file says is laid over them."""

    def __init__(self, framework: Framework) -> None:
        self.sources = {row.id: row for row in framework.sources}
        self.questions = {row.fact: row for row in framework.questions}
        self.demands = {row.id: row for row in framework.demands}
        self.rows = {row.id: row for row in framework.demand_rows}
        self.gates = {row.id: row for row in framework.prerequisite_rows}
        self.deliveries = {(row.demand, row.architecture): row for row in framework.delivery_rows}
        self._own: dict[str, Table] = {}
        self._superseded: dict[str, tuple[str, ...]] = {}
        self._options = 0

    def lay(self, table: Table) -> None:
        """Lay one table of the file over the rows."""
        {
            "source": self._source,
            "demand": self._demand,
            "row": self._row,
            "delivery": self._delivery,
            "prerequisite": self._gate,
            "question": self._question,
        }[table.name](table)
        table.done()

    def supersede(self) -> None:
        """Take out the rows that others take the place of."""
        self._superseded = {
            row: tuple(RETIRED.get(other, other) for other in others) for row, others in self._superseded.items()
        }
        for row, others in self._superseded.items():
            for other in others:
                if other not in self.rows and other not in self.gates:
                    known = (*self.rows, *self.gates)
                    self._own[row].problem(f"no row is called “{other}”", nearest(other, known), "supersedes")
            ring = self._ring(row)
            if ring and row == min(ring):
                says = f"rows supersede each other in a circle: {', '.join(ring)}"
                self._own[row].problem(says, "let one of them stand", "supersedes")
        for others in self._superseded.values():
            for other in others:
                self.rows.pop(other, None)
                self.gates.pop(other, None)

    def framework(self, version: str) -> Framework:
        """The rows as they stand now, bound under this version."""
        return bind(
            version,
            sources=tuple(self.sources.values()),
            questions=tuple(self.questions.values()),
            demands=tuple(self.demands.values()),
            demand_rows=tuple(self.rows.values()),
            delivery_rows=tuple(self.deliveries.values()),
            prerequisite_rows=tuple(self.gates.values()),
        )

    def line_of(self, *where: str) -> int:
        """The line of the first of these tables that is of this file; the first line where none is."""
        table = next((self._own[each] for each in where if each in self._own), None)
        return table.lines.of(table.name, table.place) if table else 1

    def _source(self, table: Table) -> None:
        name = self._id(table)
        old = self.sources.get(name)
        self.sources[name] = Source(
            name,
            table.text("title", old.title if old else None),
            table.text("url", old.url if old else ""),
            old.says if old else "",
        )

    def _demand(self, table: Table) -> None:
        name = self._id(table)
        old = self.demands.get(name)
        self.demands[name] = Demand(
            name,
            Lens(table.word("lens", tuple(Lens), old.lens if old else None)),
            table.text("label", old.label if old else None),
            table.text("meaning", old.meaning if old else None),
        )

    def _row(self, table: Table) -> None:
        name = self._id(table)
        if name in RETIRED:
            now = RETIRED[name]
            table.problem(f"the row “{name}” is gone; “{now}” says it now", f"change “{now}”, or take another id", "id")
        old = self.rows.get(RETIRED.get(name, name))
        self._superseded[name] = table.texts("supersedes", ())
        self.rows[name] = DemandRow(
            name,
            table.word("demand", self.demands, old.demand if old else None),
            Strength(table.word("strength", tuple(Strength), old.strength if old else None)),
            table.condition("when", old.when if old else None),
            table.text("claim", old.claim if old else None),
            table.texts("sources", old.sources if old else None),
            explains=table.flag("explains", default=bool(old.explains if old else None)),
            against=tuple(
                Architecture(each) for each in table.words("against", tuple(Architecture), old.against if old else ())
            ),
        )

    def _gate(self, table: Table) -> None:
        name = self._id(table)
        old = self.gates.get(name)
        self._superseded[name] = table.texts("supersedes", ())
        blocked = table.words("architectures", tuple(Architecture), old.architectures if old else None)
        self.gates[name] = PrerequisiteRow(
            name,
            tuple(Architecture(each) for each in blocked),
            table.condition("needs", old.needs if old else None),
            Effect(table.word("effect", tuple(Effect), old.effect if old else None)),
            table.text("claim", old.claim if old else None),
            table.texts("sources", old.sources if old else None),
            lacking=table.text("lacking", old.lacking if old else ""),
            to_run=table.flag("to_run", default=bool(old.to_run if old else None)),
        )
        if old is not None and self.gates[name].claim == old.claim:
            self.gates[name] = replace(self.gates[name], stages=old.stages)

    def _delivery(self, table: Table) -> None:
        demand = table.word("demand", self.demands)
        architecture = Architecture(table.word("architecture", tuple(Architecture)))
        self._claim_for(f"{demand} by {architecture}", table)
        old = self.deliveries.get((demand, architecture))
        self.deliveries[demand, architecture] = DeliveryRow(
            demand,
            architecture,
            Degree(table.word("degree", tuple(Degree), old.degree if old else None)),
            table.text("claim", old.claim if old else None),
            table.texts("sources", old.sources if old else None),
        )

    def _question(self, table: Table) -> None:
        fact = table.word("fact", self.questions)
        self._claim_for(fact, table)
        old = self.questions[fact]
        options = {option.value: option for option in old.options}
        for part in table.tables("option", self._options):
            self._options += 1
            value = part.word("value", tuple(options))
            was = options[value]
            said, synonyms = part.text("said", was.said), part.texts("synonyms", was.synonyms)
            options[value] = Option(value, part.text("label", was.label), said, synonyms)
            part.done()
        self.questions[fact] = replace(
            old,
            text=table.text("text", old.text),
            why=table.text("why", old.why),
            topic=table.text("topic", old.topic),
            options=tuple(options.values()),
        )

    def _id(self, table: Table) -> str:
        name = table.text("id")
        if name and not (
            len(name) <= LONGEST_ID and name.isascii() and name.replace("-", "").replace("_", "").isalnum()
        ):
            remedy = f"write at most {LONGEST_ID} letters, digits, hyphens and underscores"
            table.problem(f"the id “{name[:LONGEST_ID]}” is not plain", remedy, "id")
        self._claim_for(name, table)
        return name

    def _claim_for(self, name: str, table: Table) -> None:
        if name in self._own:
            table.problem(f"a second table is about “{name[:LONGEST_ID]}”", "merge the two, or give it another id")
        self._own[name] = table

    def _ring(self, start: str) -> list[str]:
        """The rows that lead from this one back to itself, each superseding the next; empty where none do."""
        trails = [[start]]
        met: set[str] = set()
        while trails:
            trail = trails.pop()
            for other in self._superseded.get(trail[-1], ()):
                if other == start:
                    return [*trail, start]
                if other not in met:
                    met.add(other)
                    trails.append([*trail, other])
        return []
