"""What every start makes ahead and every first start loads: made and loaded at import, by whoever forks afterward.

All but the tables of the ear: nobody types to a bot that is killed, and none of them lives until it would make these.
"""

import gc

from rules import FRAMEWORK, Facts
from rules.cost.ranking import draw_assumptions
from rules.diagram import prepare
from rules.interview import questions_left

prepare(FRAMEWORK)
questions_left(Facts(), framework=FRAMEWORK)
draw_assumptions()
gc.freeze()
