"""What advisors decided is kept beside the programmes, whoever writes and whatever breaks."""

import multiprocessing
from datetime import UTC, datetime

import pytest

from workbench.domain.verdicts import Ref, Verdict, standing
from workbench.store.files import FileStore
from workbench.store.protocol import NotStored
from workbench.store.verdicts import FOLDER, VerdictFile

MOMENT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def verdict(n=0, same=True):
    one = Ref("a/een", "factors", f"n{n}")
    return Verdict(
        one=one, other=Ref("b/twee", "factors", "x"), same=same, person="Ada", time=MOMENT
    )


def add_many(programmes, start):
    for n in range(20):
        VerdictFile(programmes).add([verdict(start + n)])


def test_what_was_decided_is_there_again(tmp_path):
    VerdictFile(tmp_path).add([verdict(1), verdict(2, same=False)])
    assert list(VerdictFile(tmp_path).all()) == [verdict(1), verdict(2, same=False)]


def test_without_decisions_there_are_none(tmp_path):
    assert list(VerdictFile(tmp_path / "nergens").all()) == []


def test_the_last_decision_about_two_items_holds_and_none_takes_it_back():
    made = [verdict(1), verdict(1, same=False), verdict(2), verdict(2, same=None)]
    assert list(standing(made).values()) == [verdict(1, same=False)]


def test_a_place_sees_what_another_place_added(tmp_path):
    here, there = VerdictFile(tmp_path), VerdictFile(tmp_path)
    assert list(here.all()) == []
    there.add([verdict(1)])
    assert list(here.all()) == [verdict(1)]


def test_two_processes_lose_nothing(tmp_path):
    with multiprocessing.get_context("forkserver").Pool(2) as two:
        two.starmap(add_many, [(tmp_path, 0), (tmp_path, 100)])
    assert len(VerdictFile(tmp_path).all()) == 40


def test_a_line_that_a_crash_cut_off_takes_no_other_with_it(tmp_path):
    kept = VerdictFile(tmp_path)
    kept.add([verdict(1)])
    file = tmp_path / FOLDER / "same-or-not.jsonl"
    file.write_bytes(file.read_bytes() + b'{"one": ["a/een", "fac')
    assert list(kept.all()) == [verdict(1)]
    kept.add([verdict(2)])
    assert list(VerdictFile(tmp_path).all()) == [verdict(1), verdict(2)]


def test_what_the_disk_refuses_is_told(tmp_path):
    (tmp_path / FOLDER).write_text("hier staat al een bestand")
    with pytest.raises(NotStored):
        VerdictFile(tmp_path).add([verdict(1)])


def test_decisions_are_no_programme(tmp_path, words):
    VerdictFile(tmp_path).add([verdict(1)])
    assert FileStore(tmp_path, words.options).ids() == []
