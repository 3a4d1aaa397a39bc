"""Removing an item tells first what still points at it, and afterwards where; undo mends all."""

import pytest

from tests.ui.conftest import EDITOR
from tests.ui.test_screens import all_html, is_whole, show, stored
from workbench.actions import describing
from workbench.store.protocol import NotStored, ProgrammeId
from workbench.ui.presenters.pointing import pointing

KOMPAS = ProgrammeId("voorbeeld", "kompas")


@pytest.fixture
def factor(programmes):
    """A factor of the example that goals point at."""
    goals = stored(programmes)["goals"]["subgoals"]
    return next(factor for goal in goals for factor in goal.get("factors", []))


@pytest.fixture
def factors(enter):
    return show(enter(), "describe", programme="voorbeeld/kompas", section="problem")


def press(app, key):
    [button] = [button for button in app.button if button.key == key]
    return button.click().run()


def links(app):
    return {link.proto.query_string for link in app.get("page_link")}


def pointing_goals(programmes, factor):
    goals = stored(programmes)["goals"]["subgoals"]
    return [goal["id"] for goal in goals if factor in goal.get("factors", [])]


def factor_ids(programmes):
    return [factor["id"] for factor in stored(programmes)["factors"]]


def leads_to(app, goal):
    return any(f"goals.subgoals.{goal}.factors" in link for link in links(app))


def test_an_item_that_is_pointed_at_is_removed_only_after_it_was_said_where(
    factors, programmes, factor
):
    before = factor_ids(programmes)
    app = press(factors, f"act/remove/factors.{factor}")
    assert is_whole(app)
    assert factor_ids(programmes) == before
    assert "verwijderen? Hier is het nog gekozen" in all_html(app)
    for goal in pointing_goals(programmes, factor):
        assert leads_to(app, goal)


def test_an_item_can_be_kept_after_all(factors, programmes, factor):
    before = factor_ids(programmes)
    app = press(factors, f"act/remove/factors.{factor}")
    app = press(app, f"act/keep/factors.{factor}")
    assert factor_ids(programmes) == before
    assert "Hier is het nog gekozen" not in all_html(app)


def test_after_a_removal_the_links_stay_and_undo_makes_them_whole(factors, programmes, factor):
    before = stored(programmes)
    app = press(factors, f"act/remove/factors.{factor}")
    app = press(app, f"act/really-remove/factors.{factor}")
    goals = pointing_goals(programmes, factor)
    assert factor not in factor_ids(programmes)
    assert goals
    assert all(leads_to(app, goal) for goal in goals)
    app = press(app, "put-back/factors")
    assert stored(programmes) == before
    assert "verwijderd" not in all_html(app)


def test_an_item_that_nothing_points_at_is_removed_at_once(enter, programmes):
    app = show(enter(), "describe", programme="voorbeeld/leeg", section="goals")
    [name] = [w for w in app.text_input if w.key.startswith("new/voorbeeld/leeg/goals.subgoals/")]
    name.set_value("Veilig")
    app = press(app, "add-button/goals.subgoals")
    app = press(app, "act/remove/goals.subgoals.veilig")
    assert "goals" not in stored(programmes, "leeg")
    assert "‘Veilig’ is verwijderd." in all_html(app)
    assert "Hier is het nog gekozen" not in all_html(app)


def test_the_ways_to_what_points_at_an_item_lead_to_its_question(desk_of, words):
    opened = desk_of(EDITOR).open(KOMPAS)
    goal = next(goal for goal in opened.programme.goals.subgoals if goal.factors)
    for language in words.texts:
        ways = pointing(opened, words, f"factors.{goal.factors[0]}", language)
        [way] = [way for way in ways if way.path == f"goals.subgoals.{goal.id}.factors"]
        assert way.section == "goals"
        one = words.template.question("goals.subgoals").item.one[language]
        asked = words.template.question("goals.subgoals.*.factors").label[language]
        assert way.label.lower().startswith(f"{one} {goal.text[:20]}".lower())
        assert way.label.endswith(asked)


def test_an_undo_that_fails_can_be_tried_again(factors, programmes, factor, monkeypatch):
    app = press(factors, f"act/remove/factors.{factor}")
    app = press(app, f"act/really-remove/factors.{factor}")

    def full(*_):
        raise NotStored("disk_full")

    with monkeypatch.context() as once:
        once.setattr(describing, "put_back", full)
        app = press(app, "put-back/factors")
    assert any("De schijf van de werkbank is vol" in told.value for told in app.error)
    assert factor not in factor_ids(programmes)
    press(app, "put-back/factors")
    assert factor in factor_ids(programmes)
