"""The screens on a database: what it holds, and that it is not there."""

import pytest
import streamlit as st

from tests.postgres import PASSWORD, PostgresServer
from tests.strategies import options
from tests.terminal import ROOT
from workbench.store.files import FileStore
from workbench.store.postgres import PostgresStore
from workbench.store.postgres_database import Database
from workbench.store.protocol import ProgrammeId
from workbench.ui import serving

KOMPAS = ProgrammeId("voorbeeld", "kompas")


@pytest.fixture
def used(programmes, monkeypatch):
    """Return a function that lets the app use the database at an address."""

    def use(address: str) -> None:
        monkeypatch.setattr(serving, "DATABASE", address)
        st.cache_resource.clear()

    yield use
    st.cache_resource.clear()


def shown(app) -> str:
    return str(app.main)


def test_the_screens_show_what_stands_in_the_database(used, emptied, opening, enter, words):
    copied = FileStore(ROOT / "programmes", words.options).copy(KOMPAS)
    opening().paste(ProgrammeId("voorbeeld", "alleen-hier"), copied)
    used(emptied)
    app = enter()
    assert not app.exception
    assert "Kompas" in shown(app)
    assert "Haven" not in shown(app)
    app.query_params["programme"] = "voorbeeld/alleen-hier"
    app.switch_page("screens/describe.py").run()
    assert not app.exception
    assert "Kompas" in bodies(app)


@pytest.mark.parametrize("address", [f"postgresql://naam:{PASSWORD}@127.0.0.1:1/niets", "onzin"])
@pytest.mark.parametrize("screen", ["overview", "describe", "check", "level", "report"])
def test_a_database_that_is_not_there_is_told_on_every_screen(used, enter, words, address, screen):
    used(address)
    app = enter()
    app.query_params["programme"] = "voorbeeld/kompas"
    app.switch_page(f"screens/{screen}.py").run()
    assert not app.exception
    key = "database_url" if address == "onzin" else "database_gone"
    assert [told.value for told in app.error] == [words.texts["nl"](f"store.{key}")]
    assert PASSWORD not in shown(app)


def test_what_was_typed_while_the_database_went_stays_in_sight(used, enter, words):
    server = PostgresServer(safe=False)
    try:
        server.start()
        address = server.new_database()
        store = PostgresStore(Database(address), options())
        store.paste(KOMPAS, FileStore(ROOT / "programmes", words.options).copy(KOMPAS))
        used(address)
        app = enter()
        app.query_params["programme"] = "voorbeeld/kompas"
        app.query_params["section"] = "goals"
        app.switch_page("screens/describe.py").run()
        server.stop()
        app.text_area[0].set_value("Getypt zonder <database>.").run()
        assert [told.value for told in app.error] == [words.texts["nl"]("store.database_gone")]
        assert "Getypt zonder &lt;database&gt;." in bodies(app)
        server.start()
        [again] = [b for b in app.button if b.label == words.texts["nl"]("ui.unreachable.again")]
        again.click().run()
        assert not app.exception
        assert "Getypt zonder &lt;database&gt;." in bodies(app)
        app.text_area[0].set_value("Getypt zonder <database>, nu weer mét.").run()
        assert store.open(KOMPAS).programme.goals.main == "Getypt zonder <database>, nu weer mét."
    finally:
        server.remove()


def bodies(app) -> str:
    return "".join(element.proto.body for element in app.get("html"))
