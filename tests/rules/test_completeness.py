"""How much is there: per section, per level and per question."""

from workbench.rules.completeness import completeness


def test_an_empty_description_has_answered_nothing(words, described):
    filled = completeness(described(), words.template)
    assert filled.target == "described"
    assert filled.overall.answered == 0
    assert filled.overall.required > 0
    assert not filled.overall.complete


def test_a_higher_level_requires_what_the_lower_ones_do_and_more(words, described):
    levels = completeness(described(), words.template).levels
    assert (
        levels["described"].required
        < levels["substantiated"].required
        < levels["effective"].required
    )


def test_the_aimed_level_decides_what_counts_overall(words, described):
    aimed = described(colophon={"target_level": "good_indications"})
    filled = completeness(aimed, words.template)
    assert filled.target == "effective"
    assert filled.overall == filled.levels["effective"]


def test_each_item_adds_its_own_required_questions(words, described):
    one = described(goals={"subgoals": [{"id": "a"}]})
    two = described(goals={"subgoals": [{"id": "a"}, {"id": "b", "text": "Veilig."}]})
    tallies = [
        completeness(p, words.template).section("goals").levels["described"] for p in (one, two)
    ]
    assert [(t.required, t.answered) for t in tallies] == [(3, 1), (4, 2)]


def test_no_and_zero_are_answers(words, described):
    programme = described(
        approach={"around_the_clock": False}, delivery={"hours_per_trajectory": 0.0}
    )
    states = {q.path: q.state for q in completeness(programme, words.template).questions}
    assert (
        states["approach.around_the_clock"] == states["delivery.hours_per_trajectory"] == "answered"
    )


def test_a_duration_needs_a_number_and_a_unit(words, described):
    durations = [{"minimum": 6}, {"unit": "months"}, {"maximum": 6, "unit": "months"}]
    filled = [
        completeness(described(approach={"duration": duration}), words.template)
        for duration in durations
    ]
    states = [{q.path: q.state for q in done.questions}["approach.duration"] for done in filled]
    assert states == ["empty", "empty", "answered"]


def test_not_applicable_with_a_reason_counts_and_is_reported_apart(words, described):
    programme = described(about={"goals.main": {"not_applicable": "Er is één subdoel."}})
    done = completeness(programme, words.template).section("goals").levels["described"]
    assert (done.answered, done.not_applicable) == (1, 1)


def test_inside_an_item_nothing_can_be_not_applicable(words, described):
    programme = described(
        goals={"subgoals": [{"id": "a"}]},
        about={"goals.subgoals.a.text": {"not_applicable": "Nee."}},
    )
    states = {q.path: q.state for q in completeness(programme, words.template).questions}
    assert states["goals.subgoals.a.text"] == "empty"


def test_what_rests_on_practice_knowledge_is_counted_per_section(words, described):
    programme = described(
        about={
            "goals.main": {"knowledge": "implicit"},
            "goals.subgoals": {"knowledge": "explicit"},
            "approach.setup": {"knowledge": "implicit"},
        }
    )
    filled = completeness(programme, words.template)
    goals, title = filled.section("goals"), filled.section("title")
    assert (goals.explicit, goals.implicit, goals.implicit_share) == (1, 1, 0.5)
    assert title.implicit_share is None


def test_the_numbers_are_told_to_programs(words, described):
    told = completeness(described(title="Proef"), words.template).told()
    assert told["target"] == "described"
    assert told["sections"][0]["levels"]["described"] == {
        "required": 1, "answered": 1, "not_applicable": 0,
    }  # fmt: skip
