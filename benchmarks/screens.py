"""The server side of one interaction on the heaviest section, by Streamlit's own test runner."""

from benchmarks.timing import Row, timed


def heaviest_section() -> Row:
    """Return the row of the section that takes longest, out of all sections of the example."""
    from streamlit.testing.v1 import AppTest

    from workbench.store.words import load_words
    from workbench.ui.serving import SCRIPT

    def at(section: str) -> "AppTest":
        app = AppTest.from_file(str(SCRIPT), default_timeout=60)
        person = {"name": "Meting", "role": "editor", "institution": "voorbeeld"}
        app.session_state["person"] = person
        app.query_params["programme"] = "voorbeeld/kompas"
        app.query_params["section"] = section
        app.switch_page("screens/describe.py")
        return app.run()

    rows = []
    for section in load_words().template.sections:
        app = at(section.id)
        name = f"section screen ‘{section.id}’, one interaction"
        rows.append(timed(name, lambda _, app=app: app.run(), 15, 60))
    return max(rows, key=lambda row: row.median_ms)
