"""The rulebook itself, as typed tables, and FRAMEWORK, which binds them: what product people read and argue with.

questions (four modules) ask; knowledge, behaviour and task raise demands; deliveries say which architecture meets them;
prerequisites gate; steps, golden_tasks, buckets and benefits serve what follows; cases are the published evidence.
"""

from rules.catalog.behaviour import BEHAVIOUR_ROWS
from rules.catalog.deliveries import DELIVERY_ROWS
from rules.catalog.demands import DEMANDS
from rules.catalog.knowledge import KNOWLEDGE_ROWS
from rules.catalog.prerequisites import PREREQUISITE_ROWS
from rules.catalog.questions import QUESTIONS
from rules.catalog.sources import SOURCES
from rules.catalog.task import TASK_ROWS
from rules.framework import bind

VERSION = "2026.12"
"""Raised with every change that can move a verdict."""

FRAMEWORK = bind(
    VERSION,
    sources=SOURCES,
    questions=QUESTIONS,
    demands=DEMANDS,
    demand_rows=KNOWLEDGE_ROWS + BEHAVIOUR_ROWS + TASK_ROWS,
    delivery_rows=DELIVERY_ROWS,
    prerequisite_rows=PREREQUISITE_ROWS,
)
"""The rulebook that every decision uses unless an organization brings its own."""
