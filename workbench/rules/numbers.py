"""Whole numbers as they stand in Dutch and English texts: digits or words up to twenty-four."""

DUTCH = [
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
    "eenentwintig", "tweeëntwintig", "drieëntwintig", "vierentwintig",
]  # fmt: skip
ENGLISH = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "twenty-one", "twenty-two", "twenty-three", "twenty-four",
]  # fmt: skip
SPELLINGS = {"één": 1, "tweeentwintig": 22, "drieentwintig": 23, "a": 1}

WORDS = {word: n for words in (DUTCH, ENGLISH) for n, word in enumerate(words, 1)} | SPELLINGS

_LONGEST_FIRST = sorted((word for word in WORDS if word != "a"), key=len, reverse=True)
NUMBER = rf"(?:\d{{1,3}}(?!\d|[.,]\d)|(?:{'|'.join(_LONGEST_FIRST)})\b)"
"""A pattern for one number, without a group."""
START = r"(?<![\w.,€-])(?<!€ )"
"""What may stand before the first number of an expression: no other number, word or amount."""


def number(text: str) -> int:
    """Return the number that a text matching `NUMBER` stands for."""
    return int(text) if text.isdigit() else WORDS[text.lower()]
