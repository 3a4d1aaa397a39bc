"""How far a programme is on its way to recognition, and the steps from here."""

import streamlit as st

from workbench.actions.stepping import procedure
from workbench.ui import frame, marks, steps
from workbench.ui.serving import desk


def screen() -> None:
    """Draw the advice on the programme in the address."""
    opened = frame.opened_or_told()
    if opened is None:
        return
    say = frame.texts()
    frame.head(opened, "advice", say("ui.advice.title"))
    found = procedure(desk(), opened.id)
    st.html(f'<p class="lead">{marks.escape(say(f"procedure.meaning.{found.status}"))}</p>')
    steps.draw(opened, found)


screen()
