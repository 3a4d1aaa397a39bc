"""Comments in the margin of a Word document, as Word itself keeps them."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from workbench.documents.blocks import Block, comments
from workbench.documents.word_xml import plain


def add_comments(document: Any, blocks: Iterable[Block]) -> None:
    """Add what was said about paragraphs whose marks stand in the document already."""
    for said in sorted(comments(blocks), key=lambda one: one.number):
        words = (word[:1] for word in said.author.split())
        made = document.comments.add_comment(
            plain(said.text), plain(said.author), plain("".join(words).upper()[:9])
        )
        element = made._comment_elm
        element.set(_NAME.format("id"), str(said.number))
        element.set(_NAME.format("date"), f"{said.time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")


_NAME = "{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{}"
