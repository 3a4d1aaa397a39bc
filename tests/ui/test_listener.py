"""Which text fields the page listens to, and for whom."""

import pytest

from tests.ui.conftest import ADVISOR


@pytest.fixture
def describe(enter):
    """Return a function that opens a section and returns what the page listens to there."""

    def opened(section, *person):
        app = enter(*person)
        app.switch_page("screens/describe.py")
        app.query_params["programme"] = "voorbeeld/haven"
        app.query_params["section"] = section
        app.run()
        assert not app.exception
        return {heard.address: heard for heard in app.session_state["showing"].listened}

    return opened


def test_every_text_and_figure_of_a_section_is_listened_to_and_nothing_else(describe):
    assert set(describe("goals")) == {"goals.main"}
    ages = {path for path in describe("facets") if path.startswith("facets.age")}
    assert ages == {"facets.age.minimum", "facets.age.maximum"}
    assert "facets.focus" not in describe("facets")


def test_a_field_is_known_by_where_it_is_saved_and_where_its_line_stands(describe):
    heard = describe("facets")["facets.age.minimum"]
    assert heard.url == "/api/answers/voorbeeld/haven/facets.age.minimum"
    assert heard.about == "about-facets-age"
    assert heard.css.startswith("st-key-answer-voorbeeld-haven-facets-age-minimum-")
    assert heard.seen == 1
    assert heard.stored == "12"


def test_who_only_reads_is_not_listened_to(describe):
    assert describe("goals", ADVISOR) == {}


def test_what_is_no_answer_yet_is_kept_as_a_draft_until_it_is_used(enter):
    app = enter()
    app.switch_page("screens/describe.py")
    app.query_params.update({"programme": "voorbeeld/haven", "section": "goals"})
    app.run()
    showing = app.session_state["showing"]
    (draft,) = showing.drafts
    assert draft.name == "new/voorbeeld/haven/goals.subgoals"
    app.text_input(key=draft.key).set_value("Een nieuw doel")
    app.button(key="add-button/goals.subgoals").click().run()
    assert showing.used == [draft.key]
    assert [one.name for one in showing.drafts] == [draft.name]
    assert showing.drafts[0].key != draft.key
