"""A question on the screen: what it offers, says and remembers."""

import dataclasses

import pytest

from tests.ui.conftest import stamp
from workbench.domain.findings import Finding
from workbench.rules.catalogue import RULES
from workbench.ui.presenters.describe import Reading, field_view, list_view, questions
from workbench.ui.views import ListView, Remark


@pytest.fixture
def reading(words, opened):
    """Return a function from answers to what a reader of them sees."""

    def made(language="nl", findings=(), saved=None, only_reads=False, **data):
        return Reading(
            opened(saved, **data),
            words,
            language,
            when=lambda stamp: f"revisie {stamp.revision}",
            findings=findings,
            only_reads=only_reads,
        )

    return made


def shown(reading, path, starred=None):
    question = reading.words.template.question(starred or path)
    return field_view(reading, question, path)


def listed(reading, path, open_id=None):
    return list_view(reading, reading.words.template.question(path), open_id)


@pytest.mark.parametrize(
    ("path", "kind", "data", "value"),
    [
        ("title", "line", {"title": "Kompas"}, "Kompas"),
        ("goals.main", "text", {"goals": {"main": "een\ntwee"}}, "een\ntwee"),
        ("colophon.date", "date", {"colophon": {"date": "2026-05-31"}}, "2026-05-31"),
        ("colophon.status", "choice", {"colophon": {"status": "draft"}}, "draft"),
        ("facets.focus", "choices", {"facets": {"focus": ["trauma"]}}, ["trauma"]),
        ("facets.age", "span", {"facets": {"age": {"minimum": 12}}}, {"minimum": 12}),
        ("approach.around_the_clock", "yes_no", {"approach": {"around_the_clock": False}}, False),
        ("goals.main", "text", {}, None),
    ],
)
def test_a_question_shows_its_answer_as_it_stands_in_the_file(reading, path, kind, data, value):
    view = shown(reading(**data), path)
    assert (view.kind, view.value) == (kind, value)
    assert view.label


def test_every_question_of_the_template_can_be_shown_empty_in_both_languages(reading, words):
    for language in words.texts:
        here = reading(language)
        for section in words.template.sections:
            views = questions(here, section, {})
            assert len(views) == len(section.questions)
            for view in views:
                field = view.question if isinstance(view, ListView) else view
                assert all(dataclasses.astuple(field.help))


def test_a_choice_offers_the_labels_of_the_readers_language(reading):
    assert ("draft", "Concept") in shown(reading(), "colophon.status").options
    assert ("draft", "Draft") in shown(reading("en"), "colophon.status").options


def test_a_retired_option_stays_with_the_description_that_chose_it(reading, words):
    options = dict(words.template.options)
    first, *others = options["status"]
    options["status"] = (first.model_copy(update={"retired": True}), *others)
    template = words.template.model_copy(update={"options": options})

    def offered(**data):
        here = dataclasses.replace(
            reading(**data), words=dataclasses.replace(words, template=template)
        )
        return dict(shown(here, "colophon.status").options)

    assert first.code not in offered()
    assert first.code in offered(colophon={"status": first.code})


def test_a_link_offers_the_items_by_their_heading_and_names_those_that_are_gone(reading):
    data = {
        "factors": [{"id": "steun", "name": "Weinig steun"}, {"id": "leeg"}],
        "goals": {"subgoals": [{"id": "a", "factors": ["steun", "weg"]}]},
    }
    here = reading(**data)
    view = shown(here, "goals.subgoals.a.factors", "goals.subgoals.*.factors")
    assert view.options == (
        ("steun", "Weinig steun"),
        ("leeg", "(leeg)"),
        ("weg", "weg (bestaat niet meer)"),
    )


def test_the_guide_says_from_which_level_and_how_long(reading):
    guide = shown(reading(goals={"main": "drie hele woorden"}), "goals.main").guide
    assert guide.startswith("Nodig voor ‘goed beschreven’ · 3 van ongeveer ")
    entries = listed(reading(goals={"subgoals": [{"id": "a"}]}), "goals.subgoals").question.guide
    assert " nu 1, meestal ongeveer " in entries


def test_a_remark_stands_at_the_question_it_is_about(reading):
    findings = [Finding(RULES["G20"], "goals.main", {"found": "begeleiden"})]
    [remark] = shown(reading(findings=findings), "goals.main").remarks
    assert isinstance(remark, Remark)
    assert remark.severity == RULES["G20"].severity
    assert "begeleiden" in remark.message
    assert shown(reading(findings=findings), "title").remarks == ()


def test_what_is_known_about_an_answer_stands_beside_it(reading):
    known = {"knowledge": "implicit", "source": "gesprek", "status": "done"}
    note = shown(reading(about={"goals.main": known}), "goals.main").note
    assert (note.knowledge, note.source, note.status) == ("implicit", "gesprek", "done")
    assert note.may_not_apply
    inside = shown(reading(), "goals.subgoals.a.text", "goals.subgoals.*.text")
    assert not inside.note.may_not_apply


def test_an_answer_says_when_it_was_saved_and_an_empty_one_says_nothing(reading):
    saved = {"goals.main": stamp(3), "": stamp(4)}
    here = reading(saved=saved, goals={"main": "Veilig"})
    assert shown(here, "goals.main").saved == "revisie 3"
    assert shown(here, "title").saved == ""


def test_a_span_was_saved_when_one_of_its_ends_was(reading):
    saved = {"facets.age.minimum": stamp(3), "facets.age.maximum": stamp(4)}
    here = reading(saved=saved, facets={"age": {"minimum": 12, "maximum": 17}})
    assert shown(here, "facets.age").saved == "revisie 4"


def test_adding_an_item_saves_its_name_and_not_the_questions_that_are_still_empty(reading):
    here = reading(
        saved={"approach.phases": stamp(3)}, approach={"phases": [{"id": "a", "name": "A"}]}
    )
    assert shown(here, "approach.phases.a.name", "approach.phases.*.name").saved == "revisie 3"
    assert shown(here, "approach.phases.a.goal", "approach.phases.*.goal").saved == ""


@pytest.mark.parametrize(
    ("item", "heading"),
    [
        ({"text": "Veilig wonen"}, "Veilig wonen"),
        ({"text": "Eerste regel\nen meer"}, "Eerste regel"),
        ({"text": "woord " * 40}, "woord " * 13 + "woord…"),
        ({"text": " \n "}, "(a)"),
        ({}, "(a)"),
    ],
)
def test_an_item_is_called_by_its_heading_or_else_by_its_id(reading, item, heading):
    view = listed(reading(goals={"subgoals": [{"id": "a", **item}]}), "goals.subgoals")
    assert [card.heading for card in view.cards] == [heading]


def test_a_closed_card_tells_its_choices_its_length_and_how_much_is_answered(reading):
    phase = {
        "id": "start",
        "name": "Start",
        "duration": {"minimum": 2, "maximum": 4, "unit": "weeks"},
    }
    [card] = listed(reading(approach={"phases": [phase]}), "approach.phases").cards
    assert card.facts.startswith("2 tot en met 4 weken · 2 van ")


def test_an_open_item_shows_its_questions_and_one_that_is_gone_does_not(reading):
    here = reading(goals={"subgoals": [{"id": "a"}, {"id": "b"}]})
    assert listed(here, "goals.subgoals").fields == ()
    view = listed(here, "goals.subgoals", "b")
    assert view.open_id == "b"
    assert view.fields[0].path == "goals.subgoals.b.text"
    assert listed(here, "goals.subgoals", "weg").open_id is None


def test_who_only_reads_sees_the_questions_of_every_item(reading):
    here = reading(only_reads=True, goals={"subgoals": [{"id": "a"}, {"id": "b"}]})
    assert set(listed(here, "goals.subgoals").all_fields) == {"a", "b"}


def test_a_source_is_offered_by_who_wrote_it_and_when(reading):
    data = {
        "factors": [{"id": "a", "name": "Steun"}],
        "literature": [
            {"id": "b", "title": "Leren", "authors": "Voorbeeld, A.", "year": 2020},
            {"id": "c", "title": "Zonder naam", "year": 2021},
            {"id": "d", "title": "Alleen een titel"},
        ],
    }
    view = shown(reading(**data), "factors.a.sources", "factors.*.sources")
    assert [label for _, label in view.options] == [
        "Voorbeeld, A. (2020): Leren",
        "(2021): Zonder naam",
        "Alleen een titel",
    ]


def test_every_link_knows_the_list_in_which_to_add_what_is_not_there(words, reading):
    links = [path for path, _, q in words.template.walk() if q.kind in {"link", "links"}]
    assert links
    for starred in links:
        view = shown(reading(), starred.replace("*", "a"), starred)
        assert words.template.question(view.described_in.path).kind == "list"
        assert words.template.section_of(view.described_in.path).id == view.described_in.section


def test_what_an_answer_rests_on_can_be_chosen_beside_it(reading):
    note = shown(reading(about={"goals.main": {"basis": ["practice"]}}), "goals.main").note
    assert note.basis == ("practice",)
    assert dict(note.bases)["practice"] == "Praktijkkennis"
