"""What a person did is taken in whole: a next click may stop the drawing of a screen, never a save.

Streamlit looks for a next click at every touch of the session, in a callback too, and then throws
the rest of that callback away: a save is skipped, or stored without anybody knowing that it was.
"""

from typing import Any

from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.state import SafeSessionState


class WholeActs(SafeSessionState):
    """A session in which a next click waits until the callbacks of this one are done."""

    def on_script_will_rerun(self, *states: Any, **replay: Any) -> None:
        """Take over what stands in the browser and run the callbacks that belong to it, whole."""
        look_for_next = self._yield_callback
        object.__setattr__(self, "_yield_callback", _go_on)
        try:
            super().on_script_will_rerun(*states, **replay)
        finally:
            object.__setattr__(self, "_yield_callback", look_for_next)


def keep_acts_whole() -> None:
    """Let every session of this process be one that takes in acts whole."""
    script_runner.SafeSessionState = WholeActs  # type: ignore[misc]


def _go_on() -> None:
    """Look for nothing."""
