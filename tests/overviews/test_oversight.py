"""Advisors see all programmes in short, what is new to them, and words in any answer."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.overviews.made import ADA, NOOR, desk_at, put
from workbench.actions import briefing
from workbench.actions.describing import answer
from workbench.actions.desk import Refused
from workbench.actions.overseeing import (
    catch_up,
    changed_sections,
    oversees,
    oversight,
    placed,
    search,
)
from workbench.domain.people import Person
from workbench.rules.overview.overseen import Filter
from workbench.store.briefs import FOLDER
from workbench.store.files import FileStore
from workbench.store.protocol import ProgrammeId

EEN, TWEE = ProgrammeId("voorbeeld", "een"), ProgrammeId("spirit", "twee")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = timedelta(hours=1)


@pytest.fixture
def folder(tmp_path):
    put(
        tmp_path,
        "een",
        title="Eén",
        goals={"main": "Zij is weer véilig thuis."},
        facets={"age": {"minimum": 12, "maximum": 17}, "settings": ["outpatient"]},
        colophon={"status": "submitted"},
    )
    put(tmp_path, "twee", "spirit", title="Twee", facets={"age": {"minimum": 18}})
    return tmp_path


@pytest.fixture
def opened(monkeypatch):
    """The programmes that any store opens from now on."""
    seen, really = [], FileStore.open

    def open_(self, programme):
        seen.append(programme)
        return really(self, programme)

    monkeypatch.setattr(FileStore, "open", open_)
    return seen


def names(desk, **asked):
    return [o.programme for o in oversight(desk).programmes if Filter(**asked).lets(o)]


def news(desk, now):
    return {one.programme: one.news for one in oversight(desk, now).programmes}


def test_every_programme_is_there_in_short(folder):
    one = {o.programme: o for o in oversight(desk_at(folder)).programmes}["voorbeeld/een"]
    assert one.brief.title == "Eén"
    assert one.institution == "Voorbeeldinstelling (fictief)"
    assert one.brief.sections["goals"][0] == 1
    assert 0 < one.brief.answered < one.brief.required
    assert (one.brief.rung, one.brief.status) == (0, "submitted")


@pytest.mark.parametrize("person", [NOOR, Person(name="Sem", role="editor")])
def test_only_advisors_see_all_programmes_together(folder, person):
    desk = desk_at(folder, person)
    assert not oversees(desk)
    for act in (
        lambda: oversight(desk),
        lambda: search(desk, "veilig", ()),
        lambda: catch_up(desk),
    ):
        with pytest.raises(Refused):
            act()


def test_what_was_worked_out_is_not_read_again_also_not_by_another_process(folder, opened):
    oversight(desk_at(folder))
    opened.clear()
    desk = desk_at(folder)
    assert len(oversight(desk).programmes) == 2
    assert len(search(desk, "veilig", oversight(desk).programmes)) == 1
    assert opened == []


def test_after_a_change_only_that_programme_is_read(folder, opened):
    desk = desk_at(folder)
    oversight(desk)
    answer(desk_at(folder, NOOR), EEN, "title", "Anders")
    opened.clear()
    assert "Anders" in {one.brief.title for one in oversight(desk).programmes}
    assert opened == [EEN]


def test_what_other_rules_worked_out_is_worked_out_again(folder, opened, monkeypatch):
    oversight(desk_at(folder))
    opened.clear()
    monkeypatch.setattr(briefing, "_edition", lambda _: "een andere editie")
    oversight(desk_at(folder))
    assert sorted(opened) == [TWEE, EEN]


@pytest.mark.parametrize("content", ["", "onzin", "onzin\n{}\n{}", "\udce4"])
def test_what_is_kept_may_be_damaged(folder, content):
    oversight(desk_at(folder))
    for file in (folder / FOLDER).glob("*/*"):
        file.write_bytes(content.encode("utf-8", "surrogateescape"))
    desk = desk_at(folder)
    assert len(oversight(desk).programmes) == 2
    assert len(search(desk, "veilig", oversight(desk).programmes)) == 1


def test_a_damaged_description_is_told_and_takes_no_other_with_it(folder):
    (folder / "voorbeeld" / "stuk.yaml").write_text("titel: [\n")
    seen = oversight(desk_at(folder))
    assert [str(one.id) for one in seen.damaged] == ["voorbeeld/stuk"]
    assert len(seen.programmes) == 2


def test_where_nothing_can_be_kept_everything_is_still_seen(folder):
    (folder / FOLDER).write_text("hier staat al een bestand")
    assert len(oversight(desk_at(folder)).programmes) == 2


def test_a_first_visit_knows_nothing_of_before(folder):
    seen = oversight(desk_at(folder), NOON)
    assert seen.since is None
    assert {one.news for one in seen.programmes} == {"unknown"}


def test_what_changed_since_the_last_visit_stays_marked_during_the_next(folder):
    desk = desk_at(folder)
    oversight(desk, NOON)
    answer(desk_at(folder, NOOR), EEN, "goals.main", "Anders")
    put(folder, "drie", title="Drie")
    told = {"voorbeeld/een": "changed", "voorbeeld/drie": "new", "spirit/twee": "same"}
    assert news(desk, NOON + LATER) == told
    assert news(desk_at(folder), NOON + LATER + timedelta(minutes=5)) == told
    assert set(news(desk, NOON + 2 * LATER).values()) == {"same"}
    assert oversight(desk, NOON + 2 * LATER).since == NOON + LATER + timedelta(minutes=5)


def test_everybody_has_visits_of_their_own(folder):
    desk, other = desk_at(folder), desk_at(folder, Person(name="Bo", role="advisor"))
    oversight(desk, NOON)
    assert oversight(other, NOON + LATER).since is None


def test_who_says_to_have_seen_it_has_no_news_left(folder):
    desk = desk_at(folder)
    oversight(desk, NOON)
    answer(desk_at(folder, NOOR), EEN, "goals.main", "Anders")
    oversight(desk, NOON + LATER)
    catch_up(desk)
    assert set(news(desk, datetime.now(UTC)).values()) == {"same"}


def test_the_sections_in_which_something_changed_are_named(folder):
    desk = desk_at(folder)
    answer(desk_at(folder, NOOR), EEN, "goals.main", "Eerst")
    oversight(desk, NOON)
    answer(desk_at(folder, NOOR), EEN, "target_group.final", "Meisjes")
    seen = {one.programme: one for one in oversight(desk, NOON + LATER).programmes}
    assert changed_sections(desk, seen["voorbeeld/een"]) == ["target_group"]


@pytest.mark.parametrize("asked", ["veilig", "VÉILIG thuis", '"weer veilig"'])
def test_words_are_found_in_any_answer_without_accents_and_capitals(folder, asked):
    desk = desk_at(folder)
    [found] = search(desk, asked, oversight(desk).programmes)
    assert (found.one.programme, found.path) == ("voorbeeld/een", "goals.main")
    [where] = placed(desk, [found], asked)
    assert where.section == "goals"
    assert where.label.nl == desk.words.template.question("goals.main").label.nl
    begin, end = where.hit.marks[0]
    assert "véilig" in where.hit.text[begin:end]


@pytest.mark.parametrize("asked", ["", "v", '"veilig weer"', "veilig buiten"])
def test_what_does_not_stand_in_one_answer_is_not_found(folder, asked):
    desk = desk_at(folder)
    assert search(desk, asked, oversight(desk).programmes) == []


def test_only_among_what_was_filtered_is_searched(folder):
    desk = desk_at(folder)
    assert (
        search(desk, "veilig", [o for o in oversight(desk).programmes if o.owner == "spirit"]) == []
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"age": 17}, ["voorbeeld/een"]),
        ({"age": 40}, ["spirit/twee"]),
        ({"settings": ["outpatient", "closed"]}, ["voorbeeld/een"]),
        ({"institutions": ["spirit"]}, ["spirit/twee"]),
        ({"statuses": ["concept"]}, ["spirit/twee"]),
        ({"statuses": ["submitted"], "age": 12}, ["voorbeeld/een"]),
        ({"rungs": ["3"]}, []),
        ({"methods": ["combined"]}, []),
        ({}, ["spirit/twee", "voorbeeld/een"]),
    ],
)
def test_programmes_are_found_by_their_traits(folder, asked, found):
    assert names(desk_at(folder), **asked) == found


def test_who_looks_is_nobody_that_the_folder_names(folder):
    oversight(desk_at(folder), NOON)
    files = [str(file) for file in folder.rglob("*")]
    assert not any(ADA.name in file for file in files)
