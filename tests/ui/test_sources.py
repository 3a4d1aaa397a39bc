"""Literature is pasted on the literature section, looked at, and added."""

import json

from tests.actions.test_resolving import resolving
from tests.ui.conftest import EDITOR, READER
from tests.ui.test_screens import all_html, show
from workbench.store.reading import read
from workbench.ui import serving

BIBTEX = """@book{a, title={Steun <b>die</b> helpt}, author={De Boer, P.}, year={2019}, isbn={978}}
@book{kapot, title = {Zonder einde
@book{b, title={Trauma and recovery}, author={Herman, J. L.}, year={1992}}
"""


def literature(programmes):
    return read((programmes / "voorbeeld" / "kompas.yaml").read_bytes()).data["literature"]


def pasted(enter, words, text, person=EDITOR):
    app = show(enter(person), "describe", programme="voorbeeld/kompas", section="literature")
    label = words.texts["nl"]("ui.sources.pasted")
    next(area for area in app.text_area if area.label == label).set_value(text).run()
    return app


def buttons(app):
    return {button.label: button for button in app.button}


def test_pasted_literature_is_shown_first_and_added_after(enter, words, programmes):
    before = literature(programmes)
    app = pasted(enter, words, BIBTEX)
    shown = all_html(app)
    assert "De Boer, P. (2019). Steun die helpt." in shown
    assert "isbn: 978" in shown
    assert "Regel 2: @book{kapot, title = {Zonder einde" in shown
    assert "Staat al in de lijst." in shown
    assert literature(programmes) == before
    buttons(app)["Voeg toe: 1"].click().run()
    assert not app.exception
    [new] = [source for source in literature(programmes) if source not in before]
    assert new["id"] == "de-boer-2019"
    assert "Toegevoegd aan de literatuurlijst: 1." in " ".join(one.value for one in app.success)
    assert "Voeg toe: 1" not in buttons(app)


def test_what_is_no_literature_is_told(enter, words, programmes):
    app = pasted(enter, words, "Gewone woorden <script>alert(1)</script>")
    assert "geen BibTeX, RIS of CSL-JSON" in " ".join(error.value for error in app.error)


def test_markup_in_a_record_stays_words(enter, words, programmes):
    app = pasted(enter, words, json.dumps({"title": "<script>alert(1)</script>", "x": "<img>"}))
    assert "<script>" not in all_html(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in all_html(app)


def test_who_may_only_read_sees_no_way_in(enter, words, programmes):
    app = show(enter(READER), "describe", programme="voorbeeld/kompas", section="literature")
    assert not app.text_area
    assert not app.exception


def test_a_doi_is_looked_up_beside_the_screen_and_added(enter, words, programmes, monkeypatch):
    with resolving() as where:
        monkeypatch.setattr(serving, "RESOLVER", where)
        app = show(enter(EDITOR), "describe", programme="voorbeeld/kompas", section="literature")
        label = words.texts["nl"]("ui.sources.doi")
        next(field for field in app.text_input if field.label == label).set_value("10.1234/good")
        buttons(app)["Zoek op"].click().run()
        app.session_state["looked up"][1].result(timeout=10)
        app.run()
        assert "Boer, P. (2019). Steun &amp;amp; rust" not in all_html(app)
        assert "Boer, P. (2019). Steun &amp; rust. https://doi.org/10.1234/good" in all_html(app)
        buttons(app)["Voeg toe: 1"].click().run()
    assert literature(programmes)[-1]["doi"] == "10.1234/good"


def test_a_doi_that_nobody_knows_is_told(enter, words, programmes, monkeypatch):
    with resolving() as where:
        monkeypatch.setattr(serving, "RESOLVER", where)
        app = show(enter(EDITOR), "describe", programme="voorbeeld/kompas", section="literature")
        label = words.texts["nl"]("ui.sources.doi")
        next(field for field in app.text_input if field.label == label).set_value("10.1234/unknown")
        buttons(app)["Zoek op"].click().run()
        assert app.session_state["looked up"][1].exception(timeout=10)
        app.run()
    assert "nergens bekend" in " ".join(error.value for error in app.error)


def test_nothing_is_looked_up_until_somebody_switches_it_on(enter, words, programmes):
    app = show(enter(EDITOR), "describe", programme="voorbeeld/kompas", section="literature")
    assert "Zoek op" not in buttons(app)
