"""Advisors decide what is the same; it counts for advisors and changes no description."""

import pytest

from tests.compared.six import item_id
from tests.compared.terminal_folder import six_files
from workbench.actions.comparing import comparable, comparison
from workbench.actions.desk import Desk, Refused
from workbench.actions.judging import confirm, decisions, join, leave_out, take_back
from workbench.domain.people import Person
from workbench.domain.verdicts import Ref
from workbench.store.files import FileStore
from workbench.store.verdicts import VerdictFile
from workbench.store.words import load_words

ADVISOR = Person(name="Ada", role="advisor")
EDITOR = Person(name="Noor", role="editor", institution="voorbeeld")
MODULES = "approach.modules"


@pytest.fixture
def programmes(tmp_path):
    return six_files(tmp_path / "programmes")


def desk(programmes, person=ADVISOR):
    words = load_words()
    return Desk(
        FileStore(programmes, words.options), words, person, verdicts=VerdictFile(programmes)
    )


def compared(at):
    return comparison(at, comparable(at))


def group(made, item, path=MODULES):
    return next(
        one for one in made.sides.groups[path] if item in {part.ref.item for part in one.parts}
    )


def standing_of(made, item):
    return next(
        one.standing for one in made.common if item in {part.ref.item for part in one.group.parts}
    )


def test_a_confirmed_group_is_confirmed_for_every_advisor(programmes):
    here = desk(programmes)
    confirm(here, compared(here), group(compared(here), item_id(0)))
    assert standing_of(compared(desk(programmes)), item_id(0)) == "confirmed"


def test_what_advisors_decided_is_not_shown_to_an_institution(programmes):
    here, editor = desk(programmes), desk(programmes, EDITOR)
    confirm(here, compared(here), group(compared(here), item_id(0)))
    assert standing_of(compared(editor), item_id(0)) == "proposed"


def test_who_does_not_belong_is_left_out_and_the_others_stay(programmes):
    here = desk(programmes)
    before = group(compared(here), item_id(0))
    leave_out(here, before, before.parts[-1])
    after = group(compared(here), item_id(0))
    assert after.parts[-1].ref != before.parts[-1].ref
    assert len(after.parts) == len(before.parts) - 1


def test_two_that_the_workbench_did_not_see_can_be_joined(programmes):
    here = desk(programmes)
    made = compared(here)
    lone = [one.parts[0] for one in made.sides.groups["factors"] if len(one.parts) == 1]
    one = lone[0]
    other = next(part for part in lone if part.side != one.side)
    join(here, one.ref, other.ref)
    together = group(compared(here), one.ref.item, "factors")
    assert {part.ref for part in together.parts} == {one.ref, other.ref}


def test_a_decision_can_be_taken_back(programmes):
    here = desk(programmes)
    before = group(compared(here), item_id(0))
    leave_out(here, before, before.parts[-1])
    for made in decisions(here, compared(here)):
        take_back(here, made.pair)
    again = group(compared(here), item_id(0))
    assert [part.ref for part in again.parts] == [part.ref for part in before.parts]


def test_only_an_advisor_may_decide(programmes):
    here = desk(programmes, EDITOR)
    with pytest.raises(Refused) as refused:
        confirm(here, compared(here), group(compared(here), item_id(0)))
    assert refused.value.key == "may_not_judge"
    assert list(here.verdicts.all()) == []


@pytest.mark.parametrize(
    "other",
    [
        Ref("voorbeeld/oever", "factors", "x"),
        Ref("voorbeeld/dageraad", MODULES, "x"),
    ],
)
def test_only_items_of_one_list_of_two_programmes_can_be_joined(programmes, other):
    with pytest.raises(Refused) as refused:
        join(desk(programmes), Ref("voorbeeld/dageraad", MODULES, "n0"), other)
    assert refused.value.key == "not_two_elements"


def test_deciding_changes_no_description(programmes):
    here = desk(programmes)
    before = {file: file.read_bytes() for file in programmes.rglob("*.yaml")}
    confirm(here, compared(here), group(compared(here), item_id(0)))
    assert {file: file.read_bytes() for file in programmes.rglob("*.yaml")} == before
    assert not list(programmes.rglob("*.journal.jsonl"))


def test_who_may_not_read_a_programme_cannot_compare_it(programmes):
    (programmes / "voorbeeld").rename(programmes / "parlan")
    stranger = desk(programmes, Person(name="Sem", role="editor", institution="fier"))
    assert comparable(stranger) == {}
    assert len(comparable(desk(programmes))) == 6


def test_a_damaged_description_does_not_take_the_others_down(programmes):
    (programmes / "voorbeeld" / "stuk.yaml").write_text("titel: [")
    assert len(comparable(desk(programmes))) == 6
