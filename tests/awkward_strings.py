"""Hundreds of texts on which programs stumble, in families; each may stand in an answer."""

import unicodedata

_RESERVED = ["yes", "no", "on", "off", "y", "n", "true", "false", "null", "ja", "nee", "nan", "inf"]
_NUMBERS = [
    "0", "00", "012", "0o17", "0x1F", "0b101", "-1", "+1", "1_000", "1,5",
    "1.5", ".5", "5.", "1e3", "1.0e+3", "-.inf", ".NaN", "12:30", "12:30:45",
    "190:20:30", "1.10", "12345678901234567890", "0612345678", "2024-01-02",
    "2024-1-2", "2024-01-02T10:00:00Z", "2001-12-14 21:59:43", "½", "²", "٣",
]  # fmt: skip
_MARKS = [
    "-", "--", "---", "...", "?", ":", "#", "&", "*", "!", "|", ">", "'", '"',
    "%", "@", "`", "{", "}", "[", "]", ",", "=", "<<", "~", "\\", "/", "$",
    "^", "_", "+", ";", "(", ")", "<", "€", "…", "‘", "’",
]  # fmt: skip
_AFTER = [": ", ":", " #", "  ", "\t", " |", " - ", "\\", '"', "'"]
_INJECTIONS = [
    "a: b", "- a", "? a", "? a\n: b", "a # b", "# a", "a:\n  b: c",
    "a\n---\nb", "--- a", "... a", "%YAML 1.1", "%TAG ! !",
    "!!python/object:os.system", "!tag a", "&anchor a", "*alias", "<<: *a",
    "{a: b}", "[a, b]", "{{ a }}", "{a}", "{0}", "%s", "%(a)s", "${HOME}",
    "$(id)", "`id`", "<b>vet</b>", "<script>alert(1)</script>", "&amp;",
    "&#39;", "]]>", "<!-- -->", "'; --", '" or ""="', "=1+1",
    "=HYPERLINK(\"a\")", "+1", "-1+1", "@SUM(A1)", "../../etc/passwd",
    "C:\\map\\bestand", "\\\\server", "**vet** _schuin_", "# kop", "1. een",
    "[a](b)", "![a](b)", "$a^2$", ":smile:", "a\\nb", "\\u0041",
]  # fmt: skip
_LINES = [
    "a\nb", "a\n\nb", "a\n\n\nb", "a\n", "a\n\n", "a\n\n\n", "\na", "\n\na",
    "\n", "\n\n", " \n", "\n ", " \n ", " a\nb", "  a\n b", "a\n b",
    "a\n  b\n", "a \nb ", "a\n ", "a\n \n", "a\n\t", "\ta\nb", "a\n\tb",
    "\t\n\t", "a\n# b", "a\n- b\n- c", "- a\n- b", "a\n---\n", "a\n...\n",
    "|\na", ">\na", "a:\n  b", "a\n'b", "a\n\"b", "a\r\nb", "a\rb", "\r",
    "\r\n", "a\n\rb", "a\x85b", "a\u2028b", "a\u2029b", "a\n\x85", "\u2028\n",
]  # fmt: skip
_SCRIPTS = [
    "Coöperatie", "cafe\u0301", "ﬁnanciën", "Ĳsselmeer", "ß", "İstanbul", "ǅ",
    "Ελλάδα", "Привет", "שלום", "مرحبا", "مرحبا hallo שלום", "हिन्दी", "ไทย",
    "中文", "日本語", "한국어", "አማርኛ", "ትግርኛ", "🙂", "👩🏽‍🦱", "👨‍👩‍👧", "🇳🇱", "❤️",
    "𝔘𝔫𝔦", "Z̷̢a̶l̴g̵o̷", "a\u202eb", "a\u2066b\u2069", "a\u200bb", "\u200d",
    "\ufeff", "a\ufeffb", "a\u00a0b", "\u00a0", "\u3000", "a\u00adb",
    "\u2009a", "\ufffd", "\ufdd0", "\U0001ffff", "\U0010fffd", "\U000e0001",
    "\ue000", "\x7f", "\x80", "\x9f",
]  # fmt: skip
_LENGTHS = [
    "a",
    "a",
    "a",
    "woord ",
    "woord ",
    "é",
    "🙂",
    " ",
    " ",
    "a",
]
_LONG = [
    " begin en een lange zin ",
    "\t",
    "tab ",
    "zin: met dubbele punt ",
    "# ",
    "hekje ",
]


def _cases(word: str) -> list[str]:
    return [word, word.upper(), word.capitalize(), f" {word}", f"{word} ", f"{word}\n", f"{word}:"]


def _around(mark: str) -> list[str]:
    return [mark, f"{mark} a", f"{mark}a", f"a{mark}", f"a {mark}", f"a {mark} b"]


AWKWARD = list(
    dict.fromkeys(
        [
            *(case for word in _RESERVED for case in _cases(word)),
            *(text for number in _NUMBERS for text in (number, f"{number} ", f"a {number}")),
            *(text for mark in _MARKS for text in _around(mark)),
            *(f"woord{after}" for after in _AFTER),
            *(f"woord{after}woord" for after in _AFTER),
            *_INJECTIONS,
            *_LINES,
            *_SCRIPTS,
            *(unicodedata.normalize("NFD", text) for text in _SCRIPTS),
            *_LENGTHS,
            *_LONG,
        ]
    )
)
