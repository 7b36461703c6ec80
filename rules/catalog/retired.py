"""Rows of earlier rulebooks that others took the place of: what an organization's file may still name."""

RETIRED: dict[str, str] = {
    "many-labels": "own-boundary",
    "narrow-and-busy": "own-boundary",
    "reading-among-distractors": "reading-fails",
    "within-a-second": "too-slow",
    "very-many-requests": "too-costly",
    "your-own-machines": "small-model",
    "on-the-device": "small-model",
    "reasoning-over-systems": "carried-out-exactly",
}
"""For the id of each row of rulebook 2026.11 that is gone, the id of the row that says it now."""
