"""The secret of a folder: made once, kept to its owner, the same for every process."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from workbench.store.secret import SHORTEST, secret


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch):
    monkeypatch.delenv("WORKBENCH_SECRET", raising=False)


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path):
    first = secret(tmp_path / "programmes")
    assert len(first) >= SHORTEST
    assert secret(tmp_path / "programmes") == first
    kept = tmp_path / "programmes" / ".secret"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert not kept.with_name(".secret.tmp").exists()


def test_two_folders_have_two_secrets(tmp_path):
    assert secret(tmp_path / "een") != secret(tmp_path / "twee")


def test_processes_that_start_at_once_agree(tmp_path):
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(lambda _: secret(tmp_path), range(64)))) == 1


def test_one_that_the_operator_sets_comes_first_and_is_not_written_down(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_SECRET", "een-zin-van-de-beheerder-die-lang-genoeg-is")
    assert secret(tmp_path) == "een-zin-van-de-beheerder-die-lang-genoeg-is"
    assert not list(tmp_path.iterdir())


def test_an_unfinished_one_is_made_again(tmp_path):
    (tmp_path / ".secret").write_text("half")
    assert len(secret(tmp_path)) >= SHORTEST
    assert secret(tmp_path) == secret(tmp_path)


def test_a_folder_that_cannot_hold_one_gets_one_for_this_process(tmp_path):
    (tmp_path / "programmes").write_text("a file where a folder should be")
    first = secret(tmp_path / "programmes")
    assert len(first) >= SHORTEST
    assert secret(tmp_path / "programmes") == first
