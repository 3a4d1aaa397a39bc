"""The screen Advice: how far a programme is, and who can do what there."""

import pytest

from tests.ui.conftest import ADVISOR, EDITOR, READER
from tests.ui.test_screens import all_html, errors, field, is_whole, show
from workbench.actions.desk import Desk
from workbench.actions.stepping import step
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId
from workbench.store.words import load_words

LEEG = ProgrammeId("voorbeeld", "leeg")


def say(key, **values):
    return load_words().texts["nl"](key, **values)


def labels(app):
    return {button.label for button in app.button}


def press(app, text):
    [button] = [b for b in app.button if b.label == text]
    return button.click().run()


@pytest.fixture
def desk_at(programmes, words):
    store = FileStore(programmes, words.options)
    return lambda person: Desk(store, words, person)


def test_a_step_is_taken_with_a_button_and_told_everywhere(enter):
    app = show(enter(EDITOR), "advice", programme=str(LEEG))
    press(app, say("procedure.step.open_round_1"))
    assert is_whole(app)
    assert say("procedure.meaning.round_1") in all_html(app)
    show(app, "describe", programme=str(LEEG))
    assert "Adviesronde 1" in all_html(app)
    show(app, "overview")
    assert '<span class="chip">Adviesronde 1</span>' in all_html(app)
    show(app, "history", programme=str(LEEG))
    assert any("Adviesronde 1 beginnen" in fold.label for fold in app.expander)


def test_the_reason_that_is_missing_is_asked_for_and_then_kept(enter, desk_at):
    step(desk_at(ADVISOR), LEEG, "open_round_1")
    app = show(enter(ADVISOR), "advice", programme=str(LEEG))
    press(app, say("procedure.step.take_back"))
    assert say("action.step_needs_reason") in errors(app)
    field(app, "text_input", say("ui.advice.step.reason")).set_value("Te vroeg.")
    press(app, say("procedure.step.take_back"))
    assert say("programme_status.concept") in all_html(app)
    assert "Te vroeg." in all_html(app)


def test_who_only_reads_sees_how_it_stands_and_no_step(enter, desk_at):
    step(desk_at(ADVISOR), LEEG, "open_round_1")
    for person in (READER, EDITOR.model_copy(update={"role": "reader"})):
        app = show(enter(person), "advice", programme=str(LEEG))
        assert is_whole(app)
        assert say("procedure.meaning.round_1") in all_html(app)
        assert not labels(app) & {say(f"procedure.step.{n}") for n in ("close_round_1", "rework")}
        assert say("ui.advice.step.not_you") in [caption.value for caption in app.caption]
