"""Every role at every action: let through or refused exactly as the table says."""

import inspect
import pkgutil
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module

import pytest

import workbench.actions
from tests.access.conftest import EVERYBODY, HOME, MEETINGS, PLACES, called, state_of
from workbench.actions import (
    across,
    advising,
    aside,
    asking_along,
    assessing,
    company,
    comparing,
    describing,
    exchanging,
    exporting,
    fields,
    going_back,
    history,
    judging,
    keeping,
    literature,
    noting,
    overseeing,
    sharing,
    stepping,
    transferring,
    writing_letters,
)
from workbench.actions.desk import Refused
from workbench.documents.overviews.telling import Telling
from workbench.domain.changes import Change
from workbench.domain.people import Person
from workbench.domain.verdicts import Ref
from workbench.rules.access import ROWS
from workbench.rules.overview.overseen import Overseen
from workbench.store.advice import NoAdvice
from workbench.store.files import FileStore
from workbench.store.presence import FilePresence
from workbench.store.protocol import ProgrammeId
from workbench.store.sharing import NoSharing
from workbench.store.verdicts import NoVerdicts
from workbench.store.words import load_words

SUBGOAL, TEXT = "goals.subgoals.rust", "goals.main"
REMOVED = Change("remove", "goals.subgoals", {"item": {"id": "kwijt"}, "position": 0}, None)
SILENT = {"saying", "briefing_of", "sharing_beside", "advice_beside"}
"""Words for a comparison that was made already; what a process remembers, for actions that ask who
may see it; where a terminal finds what is shared, and advice. None reads a programme."""


def refs(programme):
    return [Ref(str(p), "approach.modules", "een") for p in (programme, other(programme))]


def other(programme):
    return next(place for place in PLACES if place != programme)


def opened(desk, programme):
    return desk.store.open(programme)


def on_programme(action, *more, **named):
    return lambda desk, programme: action(desk, programme, *more, **named)


def kept_aside(desk, programme):
    with aside.keeping(desk, programme, TEXT, {"answer": "Anders."}):
        pass


def on_opened(action, *more, **named):
    return lambda desk, programme: action(desk, opened(desk, programme), *more, **named)


CALLS = {
    writing_letters.export_advice: on_programme(writing_letters.export_advice, "letter", "json"),
    advising.advice: on_opened(advising.advice),
    advising.shared_advice: on_opened(advising.shared_advice),
    advising.ask: on_opened(advising.ask, TEXT, "Waarom?"),
    advising.confide: on_opened(advising.confide, TEXT, "Onder ons."),
    aside.keeping: kept_aside,
    aside.described_at: on_programme(aside.described_at, 1),
    aside.gone: on_programme(aside.gone, SUBGOAL),
    aside.changed_since: on_programme(aside.changed_since, SUBGOAL, 0),
    aside.is_back: on_programme(aside.is_back, REMOVED),
    aside.untouched: on_programme(aside.untouched, SUBGOAL, {}),
    assessing.examined: lambda d, p: assessing.examined(d, opened(d, p)),
    assessing.progress_of: lambda d, p: assessing.progress_of(d, opened(d, p)),
    company.meet: lambda d, p: company.meet(d, p, FilePresence(d.store._root), "goals", "blad"),
    comparing.comparison: lambda d, p: comparing.comparison(d, {"een": opened(d, p)}),
    comparing.export_comparison: lambda d, p: comparing.export_comparison(
        d, {"een": opened(d, p)}, "json"
    ),
    comparing.let_go: lambda d, p: comparing.let_go(d, {"een": opened(d, p)}),
    describing.start: lambda d, p: describing.start(d, p.institution, "Nieuw"),
    describing.answer: on_programme(describing.answer, TEXT, "Anders."),
    describing.add_item: on_programme(describing.add_item, "goals.subgoals", "Nieuw"),
    describing.remove_item: on_programme(describing.remove_item, "goals.subgoals", "rust"),
    describing.put_back: on_programme(describing.put_back, REMOVED),
    describing.bring_back: on_programme(describing.bring_back, SUBGOAL, {}),
    describing.move_item: on_programme(describing.move_item, "goals.subgoals", "rust", 1),
    asking_along.questions: on_programme(asking_along.questions),
    asking_along.ask_along: on_programme(asking_along.ask_along, "goals", "Hoe vaak?"),
    asking_along.answer_question: on_programme(asking_along.answer_question, "weg", "Elke dag."),
    exchanging.shared: on_programme(exchanging.shared),
    exchanging.take_over: lambda d, p: exchanging.take_over(d, p, p, "approach.modules", "een"),
    exchanging.stands_already: lambda d, p: exchanging.stands_already(
        d, p, None, "approach.modules", "een"
    ),
    sharing.decisions: on_programme(sharing.decisions),
    sharing.shared_now: on_programme(sharing.shared_now),
    sharing.share: on_programme(sharing.share, ["goals"]),
    sharing.withdraw: on_programme(sharing.withdraw),
    sharing.held: lambda d, p: sharing.held(d, opened(d, p), ["goals"]),
    exporting.export: on_programme(exporting.export, "json"),
    fields.save: on_programme(
        fields.save, fields.AnswerField(TEXT), fields.Typed("Anders.", 1), "nl"
    ),
    going_back.name_version: on_programme(going_back.name_version, "Een naam"),
    going_back.restore: on_programme(going_back.restore, 1),
    going_back.undo: on_programme(going_back.undo, 1),
    going_back.undo_last: on_programme(going_back.undo_last),
    history.history: on_programme(history.history),
    history.opened_at: on_programme(history.opened_at, 1),
    history.verified: on_programme(history.verified),
    literature.add_sources: on_programme(literature.add_sources, []),
    literature.literature_file: lambda d, p: literature.literature_file(d, opened(d, p)),
    stepping.procedure: on_programme(stepping.procedure),
    noting.note: on_programme(noting.note, TEXT, knowledge="explicit"),
    noting.clear_personal_data: on_programme(noting.clear_personal_data, TEXT, "x", "Verzonnen."),
    noting.take_clearance_back: on_programme(noting.take_clearance_back, TEXT, "x"),
}
"""One call of every action that is about one programme."""

LISTS = {
    assessing.overview: lambda d, p: [card.opened.id for card in assessing.overview(d)[0]],
    comparing.comparable: lambda d, p: [one.id for one in comparing.comparable(d).values()],
    comparing.named: lambda d, p: [ProgrammeId(*name.split("/")) for name in comparing.named(d)],
    exchanging.own_programmes: lambda d, p: [one.id for one in exchanging.own_programmes(d)],
    comparing.may_judge: lambda d, p: [p] if comparing.may_judge(d, {"": opened(d, p)}) else [],
}
"""What is left out of a list instead of refused."""

BETWEEN = {
    judging.join: lambda d, p: judging.join(d, *refs(p)),
    judging.take_back: lambda d, p: judging.take_back(d, frozenset(refs(p))),
}
"""What is about two programmes at once, here always both."""

WITH_A_COMPARISON = {judging.confirm, judging.leave_out, judging.decisions}
"""Goes through the same door as joining; tests/compared tries them on six programmes."""

OF_EVERYBODY = {exchanging.exchange}
"""Lists what is shared, and only that; tests/exchange tries it."""

BY_STATUS = {stepping.step}
"""Has a row for each step; tests/access/test_steps.py tries them all from every status."""

TELLING = Telling(load_words(), "nl")
OVER_ALL = {
    overseeing.oversight: overseeing.oversight,
    overseeing.open_threads: lambda d: overseeing.open_threads(d, []),
    overseeing.catch_up: overseeing.catch_up,
    overseeing.search: lambda d: overseeing.search(d, "veilig", []),
    overseeing.placed: lambda d: list(overseeing.placed(d, [], "veilig")),
    overseeing.changed_sections: lambda d: overseeing.changed_sections(
        d, Overseen("voorbeeld/proef", "", None)
    ),
    across.across: lambda d: across.across(d, [], "nl"),
    across.export_overview: lambda d: across.export_overview(d, [], "csv", TELLING),
    across.export_across: lambda d: across.export_across(d, [], "json", "nl"),
}
"""What is about all programmes together, for who oversees them."""

IN_A_THREAD = {
    advising.reply: ("Omdat.",),
    advising.mark_changed: (),
    advising.resolve: (),
    advising.reopen: (),
    advising.assign: ("Noor",),
}
"""What is done in a thread: in a private one it needs the right to confide instead."""

AT_EVERYTHING = {
    keeping.back_up: lambda store, folder, by: keeping.back_up(
        store, NoVerdicts(), folder / "kopie.zip", datetime.now(UTC), by=by
    ),
    keeping.bring_back: lambda store, folder, by: keeping.bring_back(store, folder, None, by=by),
    transferring.transfer: lambda store, folder, by: list(
        transferring.transfer(store, FileStore(folder / "doel", store._options), by=by)
    ),
    transferring.transfer_sharing: lambda store, folder, by: transferring.transfer_sharing(
        NoSharing(), NoSharing(), by=by
    ),
    transferring.transfer_advice: lambda store, folder, by: transferring.transfer_advice(
        NoAdvice(), NoAdvice(), by=by
    ),
    transferring.transfer_verdicts: lambda store, folder, by: transferring.transfer_verdicts(
        NoVerdicts(), NoVerdicts(), by=by
    ),
}


def public_actions():
    """Yield every public function of the actions that gets a desk, a store or what it keeps."""
    for module in pkgutil.iter_modules(workbench.actions.__path__, "workbench.actions."):
        for name, act in inspect.getmembers(import_module(module.name), inspect.isfunction):
            kinds = {str(p.annotation) for p in inspect.signature(act).parameters.values()}
            kept = ("Desk", ".Store", "Verdicts", "Sharing", ".Advice")
            at_work = any(kind in str(kinds) for kind in kept)
            if act.__module__ == module.name and not name.startswith("_") and at_work:
                yield act


def test_every_action_says_which_row_of_the_table_it_needs():
    without = [act.__name__ for act in public_actions() if not hasattr(act, "needs")]
    assert set(without) == SILENT


def test_every_action_is_tried_here():
    tried = {
        *CALLS,
        *LISTS,
        *BETWEEN,
        *WITH_A_COMPARISON,
        *BY_STATUS,
        *OF_EVERYBODY,
        *OVER_ALL,
        *IN_A_THREAD,
        *AT_EVERYTHING,
    }
    tried |= {overseeing.oversees}
    assert {act.__qualname__ for act in public_actions() if hasattr(act, "needs")} == {
        act.__qualname__ for act in tried
    }


def refusal(act, *arguments):
    """Return the row for which somebody was refused, or nothing."""
    try:
        act(*arguments)
    except Refused as refused:
        return refused.key.removeprefix("may_not_") if refused.key.startswith("may_not_") else None
    except Exception:  # got in, and whatever went wrong there is no matter of rights
        return None
    return None


def refusal_key(act, *arguments):
    try:
        act(*arguments)
    except Refused as refused:
        return refused.key
    return None


@pytest.mark.parametrize(("person", "programme"), MEETINGS, ids=called)
def test_everybody_can_do_exactly_what_the_table_says(
    person, programme, desk_of, expected, programmes
):
    desk = desk_of(person)
    for act, call in CALLS.items():
        may, before = expected(person, act.needs, programme), state_of(programmes)
        assert refusal(call, desk, programme) == (None if may else act.needs), act.__name__
        if not may:
            assert state_of(programmes) == before, act.__name__


@pytest.mark.parametrize(("person", "programme"), MEETINGS, ids=called)
def test_what_somebody_may_not_read_is_left_out_of_every_list(person, programme, desk_of, expected):
    for act, call in LISTS.items():
        found = call(desk_of(person), programme)
        assert (programme in found) == expected(person, act.needs, programme), act.__name__


@pytest.mark.parametrize("person", EVERYBODY, ids=called)
def test_what_is_about_two_programmes_needs_the_right_for_both(person, desk_of, expected):
    for act, call in BETWEEN.items():
        may = all(expected(person, act.needs, place) for place in PLACES)
        assert refusal(call, desk_of(person), HOME) == (None if may else act.needs), act.__name__


@pytest.mark.parametrize(("person", "programme"), MEETINGS, ids=called)
def test_in_a_thread_somebody_does_what_the_table_says(person, programme, desk_of, expected):
    advisor = desk_of(Person(name="Ada", role="advisor"))
    now = opened(advisor, programme)
    shared = advising.ask(advisor, now, TEXT, "Waarom?")
    private = advising.confide(advisor, now, TEXT, "Onder ons.")
    for act, more in IN_A_THREAD.items():
        action = act.needs[0]
        may, confides = (expected(person, one, programme) for one in (action, "confide"))
        desk = desk_of(person)
        assert refusal(act, desk, now, shared, *more) == (None if may else action), act.__name__
        kept = advisor.advice.said(programme, "private")
        found = refusal_key(act, desk, now, private, *more)
        unknown = refusal_key(act, desk, now, "geen-draad", *more)
        assert (found is None) == confides, act.__name__
        assert confides or found == unknown, "who may not read a private note cannot tell it exists"
        assert confides or advisor.advice.said(programme, "private") == kept


@pytest.mark.parametrize("person", EVERYBODY, ids=called)
def test_only_who_oversees_all_programmes_sees_them_together(person, desk_of, programmes):
    may = "all" in ROWS["oversee"].relations(person.role)
    assert overseeing.oversees(desk_of(person)) == may
    for act, call in OVER_ALL.items():
        before = state_of(programmes)
        assert refusal(call, desk_of(person)) == (None if may else "oversee"), act.__name__
        assert may or state_of(programmes) == before


@pytest.mark.parametrize("person", EVERYBODY, ids=called)
def test_only_who_looks_after_the_workbench_works_at_everything(person, desk_of, tmp_path):
    for act, call in AT_EVERYTHING.items():
        refused = None if person.role == "administrator" else "look_after"
        assert refusal(call, desk_of(person).store, tmp_path, person) == refused, act.__name__


@pytest.mark.parametrize("person", EVERYBODY, ids=called)
def test_a_description_is_opened_only_by_who_may_read_it(person, desk_of, expected):
    for programme in PLACES:
        found = None
        with suppress(Refused):
            found = desk_of(person).open(programme)
        assert bool(found) == expected(person, "read", programme)


def test_a_folder_that_nobody_registered_is_of_another_institution(desk_of):
    strange = ProgrammeId("vreemd", "proef")
    for person in EVERYBODY:
        desk = desk_of(person)
        assert desk.may("read", strange) == (person.role in ("advisor", "administrator"))
    owner = EVERYBODY[0].model_copy(update={"institution": "vreemd"})
    assert desk_of(owner).may("change", strange)
