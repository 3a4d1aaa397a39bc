"""Two texts as one, the words marked that went and that came: by line as well as by colour."""

from collections.abc import Sequence
from html import escape

from workbench.documents.differences import Told
from workbench.domain.wording import Texts
from workbench.rules.apart import Piece, words_apart

AROUND = 160
"""Characters that stay of a long unchanged part, before and after a change."""


def marked(old: str, new: str, texts: Texts, *, whole: bool = False) -> str:
    """Return two texts as one piece of safe HTML, with what differs marked for eye and ear.

    Long parts that did not change are cut short, unless the `whole` text is asked for.
    """
    pieces = words_apart(old, new)
    last = len(pieces) - 1
    shown = (
        _piece(piece, texts, None if whole else (n > 0, n < last)) for n, piece in enumerate(pieces)
    )
    return f'<p class="own-words apart">{"".join(shown)}</p>'


def only_here(text: str, other: str, texts: Texts) -> str:
    """Return a text as safe HTML, with what does not stand in the other one marked."""
    said = escape(texts("apart.only"))
    shown = (
        f'<mark><span class="for-ear">[{said} </span>{escape(piece.text)}'
        f'<span class="for-ear">]</span></mark>'
        if piece.kind == "new"
        else escape(piece.text)
        for piece in words_apart(other, text)
        if piece.kind != "gone"
    )
    return f'<p class="own-words apart">{"".join(shown)}</p>'


def listed(told: Sequence[Told], texts: Texts) -> str:
    """Return differences as safe HTML: each question with its words marked."""
    if not told:
        return f'<p class="quiet">{escape(texts("differs.nothing"))}</p>'
    return f'<div class="differs">{"".join(_one(one, texts) for one in told)}</div>'


def _one(one: Told, texts: Texts) -> str:
    what = "" if one.what == "answer" else f" ({texts(f'differs.{one.what}')})"
    return f"<h4>{escape(one.label + what)}</h4>{marked(one.old, one.new, texts)}"


def _piece(piece: Piece, texts: Texts, cut: Sequence[bool] | None) -> str:
    if piece.kind == "same":
        return escape(piece.text if cut is None else _cut(piece.text, *cut))
    tag = "del" if piece.kind == "gone" else "ins"
    said = escape(texts(f"apart.{piece.kind}"))
    return (
        f'<{tag}><span class="for-ear">[{said} </span>{escape(piece.text)}'
        f'<span class="for-ear">]</span></{tag}>'
    )


def _cut(text: str, after_change: bool, before_change: bool) -> str:
    """Return the ends of a long text that stand next to a change."""
    start, end = AROUND * after_change, AROUND * before_change
    if len(text) <= start + end + AROUND or not start + end:
        return text
    return f"{text[:start]} … {text[len(text) - end :]}"
