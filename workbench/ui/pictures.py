"""Pictures and their tables on a screen: our own escaped HTML, which `st.html` would strip."""

from pathlib import Path
from typing import Any

import streamlit as st

from workbench.documents.pictures.web import STYLE

HERE = Path(__file__).parent


def draw(html: str, key: str) -> None:
    """Draw HTML of `documents/pictures`, in which every word of somebody was escaped."""
    _PICTURES(key=key, data={"html": html})


def _component() -> Any:
    return st.components.v2.component(
        "werkbank_pictures",
        html='<div class="pictures"></div>',
        css=STYLE + (HERE / "pictures.css").read_text("utf-8"),
        js=(HERE / "pictures.js").read_text("utf-8"),
    )


_PICTURES = _component()
