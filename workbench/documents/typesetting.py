"""The typesetter: fonts that are the same on every machine, and one piece of work at a time.

Only the fonts in `fonts/` and those inside typst are used.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

_HERE = Path(__file__).parent
_SHARP = 200
"""Pixels per inch that still look like print."""
_MOST_DRAWINGS = 48
_DRAWING = b"""#set page(width: auto, height: auto, margin: 0pt)
#let size = json("size.json")
#image("drawing.svg", width: size.at(0) * 1mm, height: size.at(1) * 1mm, fit: "contain")"""
_lock = Lock()


def typeset(files: Mapping[str, bytes], made: datetime) -> bytes:
    """Return `main.typ` as tagged PDF (PDF/UA-1); raise typst.TypstError for what cannot be."""
    with _lock:
        made_of: bytes = _compiler().compile(
            input=dict(files), format="pdf", pdf_standards=["ua-1"], timestamp=made
        )
    return made_of


@lru_cache(maxsize=_MOST_DRAWINGS)
def png(svg: str, width: float, height: float) -> bytes:
    """Return a drawing as pixels, for paper on which it is so many millimetres wide and high.

    Drawings are kept, because making one takes longer than all the rest of a document.
    """
    files = {
        "main.typ": _DRAWING,
        "drawing.svg": svg.encode("utf-8", errors="replace"),
        "size.json": f"[{width}, {height}]".encode(),
    }
    with _lock:
        made_of: bytes = _compiler().compile(input=files, format="png", ppi=_SHARP)
    return made_of


@cache
def _compiler() -> Any:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[_HERE / "fonts"])
    return typst.Compiler(root=_HERE, font_paths=fonts)
