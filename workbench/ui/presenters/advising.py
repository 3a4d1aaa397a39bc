"""A thread of advice as safe HTML."""

from collections.abc import Mapping
from html import escape
from typing import Any

from workbench.documents import threads as words
from workbench.domain.advice import Said, Thread
from workbench.domain.wording import Texts


def thread_html(thread: Thread, data: Mapping[str, Any], texts: Texts, where: str = "") -> str:
    """Return everything that was said in a thread, with what became of its text."""
    place = f"<h4>{escape(where)}</h4>" if where else ""
    quote = thread.asked.quote
    passage = f"<blockquote>{escape(quote)}</blockquote>" if quote else ""
    changed = words.passage(thread, data, texts)
    since = f'<p class="since">{escape(changed)}</p>' if changed else ""
    said = "".join(_line(line, texts) for line in thread.lines)
    private = " thread-private" if thread.private else ""
    return (
        f'<div class="thread{private}"><p class="eyebrow">{escape(words.facts(thread, texts))}</p>'
        f"{place}{passage}{since}{said}</div>"
    )


def _line(said: Said, texts: Texts) -> str:
    did, text = words.did(said, texts), said.text
    acted = f"<p><em>{escape(did)}</em></p>" if did else ""
    spoken = f'<p class="own-words">{escape(text)}</p>' if text else ""
    return f'<p class="quiet">{escape(words.by(said, texts))}</p>{acted}{spoken}'
