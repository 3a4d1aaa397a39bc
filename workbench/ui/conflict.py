"""What could not be stored, at its question: both texts, and the ways on."""

import streamlit as st

from workbench.ui import marks, state, writing
from workbench.ui.fields import Place


def refused(path: str, stored: object, place: Place) -> None:
    """Show both texts, the stored one and the one that was refused, and let the writer decide."""
    why = state.refused(path)
    if why is None:
        return
    conflict = why["kind"] == "conflict"
    told = place.texts("ui.conflict", person=why["person"]) if conflict else why["why"]
    with st.container(border=True, key=f"refused/{path}"):
        st.error(told)
        if why["mine"] is None:
            _button("ui.understood", state.settle, (path,), place, path)
            return
        st.html(
            f'<p class="field-label">{marks.escape(place.texts("ui.yours"))}</p>'
            f'<p class="own-words">{marks.escape(str(why["mine"]))}</p>'
        )
        if conflict:
            _choose(path, stored, why["mine"], place)
        else:
            _button("ui.understood", state.settle, (path,), place, path)


def _choose(path: str, stored: object, mine: object, place: Place) -> None:
    with st.container(horizontal=True):
        _button("ui.keep_theirs", state.settle, (path,), place, path)
        mine_args = (place.programme, path, mine)
        _button("ui.keep_mine", writing.keep_mine, mine_args, place, path)
        if isinstance(mine, str) and isinstance(stored, str):
            _button("ui.keep_both", writing.keep_both, (*mine_args, stored), place, path)


def _button(key: str, act: object, args: tuple[object, ...], place: Place, path: str) -> None:
    st.button(place.texts(key), key=f"{key}/{path}", on_click=act, args=args)
