"""Links to questions: one under the other, or folded away until somebody wants to see them."""

import re
from collections.abc import Sequence

import streamlit as st

from workbench.store.protocol import ProgrammeId
from workbench.ui import frame
from workbench.ui.views import Way, Ways

MARKDOWN = re.compile(r"([\\`*_\[\]$~<>:#|])")


def draw(ways: Sequence[Way], programme: ProgrammeId) -> None:
    """Draw one link per way; what people wrote is shown as it is, not as Markdown."""
    for way in ways:
        query = frame.address(programme, section=way.section, question=way.path)
        frame.link("describe", query, plain(way.label))


def folded(label: str, ways: Sequence[Way], programme: ProgrammeId, key: str, few: int = 0) -> None:
    """Draw the links behind their label, a few of them at once; only what is open costs time."""
    if len(ways) <= few:
        draw(ways, programme)
        return
    fold = st.expander(plain(label), key=key, on_change="rerun")
    if fold.open:
        with fold:
            draw(ways, programme)


def by_section(groups: Sequence[Ways], programme: ProgrammeId, key: str, few: int = 6) -> None:
    """Draw a few links at once, and more of them folded per section."""
    if sum(len(group.ways) for group in groups) <= few:
        for group in groups:
            draw(group.ways, programme)
        return
    for group in groups:
        folded(
            f"{group.label} · {len(group.ways)}", group.ways, programme, f"{key}/{group.section}"
        )


def plain(text: str) -> str:
    """Return a label that Streamlit shows as these very words."""
    return MARKDOWN.sub(r"\\\1", text)
