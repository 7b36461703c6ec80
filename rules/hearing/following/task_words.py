"""How golden tasks, their runs and bars are called, wherever a line speaks of them."""

TASK = r"golden[ -](?:tasks?|questions?|cases?|set)"
BAR = (
    r"(?:\d{1,4}\s*(?:of|out of|/)\s*\d{1,4}(?![\d/]|\s*%)|\d{1,3}(?:\.\d+)?\s*(?:%|percent|per cent)"
    r"|every (?:single )?(?:run|time)|always|all (?:the )?(?:runs|time))"
)
RUNS = r"(?:\s+(?:of (?:the|its) )?(?:runs?|times?|tries|attempts?|cases?))?"
ALL = (
    r"(?:all the others|all of them|all|each of them|each one|each|both|everything|every one|the other two|the others"
    r"|the rest)"
)
QUOTES = "\"'“”‘’ .:,"
"""Marks around a name, which are none of it."""
MOST = 200
"""Characters of a line that orders something; what a task contains may be longer."""
