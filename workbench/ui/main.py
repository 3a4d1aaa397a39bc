"""The script that Streamlit runs for every interaction: who is here, which screen, the frame."""

import logging
from pathlib import Path

import streamlit as st

from workbench.store.protocol import NotStored
from workbench.ui import company, frame, listener, state, welcome
from workbench.ui.serving import tune

SCREENS = Path(__file__).parent / "screens"
_LOG = logging.getLogger(__name__)


def screen() -> None:
    """Draw the frame and, in it, the screen that the address names."""
    state.begin()
    texts = frame.texts()
    st.set_page_config(page_title=texts("ui.app"), page_icon=str(frame.ICON), layout="centered")
    tune()
    chosen = st.navigation(
        [
            st.Page(
                SCREENS / f"{name}.py",
                title=texts(f"ui.screen.{name}"),
                url_path=address,
                default=name == "overview",
            )
            for name, address in frame.ADDRESSES.items()
        ],
        position="hidden",
    )
    frame.draw()
    try:
        if state.person() is None:
            welcome.draw()
        else:
            chosen.run()
    except NotStored as failed:
        frame.unreachable(failed)
    except Exception:  # whatever it is, the reader must hear what to do, in a whole frame
        _LOG.exception("the screen %r could not be drawn", chosen.url_path)
        frame.accident()
    if state.person() is None or chosen.url_path != frame.ADDRESSES["describe"]:
        company.stand(None)
    frame.finish(chosen.url_path)
    listener.draw()
    state.showing().finish()


screen()
