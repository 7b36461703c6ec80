"""Numbers and places in words, as people type them: "nine of ten", "the third one"."""

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FIGURES = {word: str(number) for number, word in enumerate(_WORDS)} | {"fifteen": "15", "twenty": "20"}
"""Each word for a number with its figures."""
NUMBER = rf"(?:\d{{1,4}}|{'|'.join(FIGURES)})"
"""The pattern of a number in figures or in a word."""
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
"""The words for places, from the first on."""
