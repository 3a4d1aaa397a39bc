"""Findings come in the template's order, once, and say where they are."""

from tests.rules.conftest import TODAY
from workbench.rules.catalogue import sentences
from workbench.rules.checking import check


def test_findings_come_in_the_order_of_the_template_and_there_the_worst_first(words, described):
    programme = described(
        goals={"main": "Het bieden van hulp. Bel 06-12345678."},
        facets={"age": {"minimum": 18, "maximum": 12}},
    )
    found = [(f.path, f.rule.code) for f in check(programme, words, TODAY)]
    of_interest = [f for f in found if f[1] in {"X01", "P04", "G20"}]
    assert of_interest == [("facets.age", "X01"), ("goals.main", "P04"), ("goals.main", "G20")]


def test_an_error_comes_before_a_warning_at_the_same_question(words, described):
    path = "goals.subgoals.a.factors"
    programme = described(
        goals={"subgoals": [{"id": "a", "text": "Veilig.", "factors": ["weg"]}]},
        about={path: {"source": "Gesprek met Sanne (15)"}},
    )
    found = [f.rule.code for f in check(programme, words, TODAY) if f.path == path]
    assert found == ["X11", "P06"]


def test_findings_in_a_list_follow_the_order_of_its_items(words, described):
    subgoals = [{"id": "z", "text": "Veilig."}, {"id": "a", "text": "Gezond."}]
    found = [f.path for f in check(described(goals={"subgoals": subgoals}), words, TODAY)]
    inside = [path for path in found if path.startswith("goals.subgoals.")]
    assert inside.index("goals.subgoals.z.factors") < inside.index("goals.subgoals.a.text")


def test_an_empty_answer_is_mentioned_once(words, described):
    programme = described(
        colophon={"target_level": "substantiated"},
        goals={"subgoals": [{"id": "a", "text": "Veilig."}]},
    )
    paths = [f.path for f in check(programme, words, TODAY)]
    assert paths.count("goals.subgoals.a.indicator") == 1


def test_a_sentence_names_the_item_and_the_question(words, described):
    programme = described(goals={"subgoals": [{"id": "a", "text": "Meisjes zijn veilig."}]})
    found = check(programme, words, TODAY)
    (finding,) = [f for f in found if f.rule.code == "G01"]
    message, _ = sentences(finding, words, "nl")
    assert "item Meisjes zijn veilig: goals.subgoals.*.factors" in message


def test_ranges_and_days_are_told_in_the_readers_language(words, described):
    programme = described(
        colophon={"date": "2026-01-01", "manual": {"date": "2026-03-02"}},
        facets={"age": {"minimum": 12, "maximum": 18}},
        target_group={"final": "Meisjes van 11 tot en met 18 jaar."},
    )
    found = {f.rule.code: f for f in check(programme, words, TODAY)}
    assert "12 tot en met 18 jaar" in sentences(found["G15"], words, "nl")[0]
    assert "12 to 18 years" in sentences(found["G15"], words, "en")[0]
    assert "2 maart 2026" in sentences(found["X07"], words, "nl")[0]
