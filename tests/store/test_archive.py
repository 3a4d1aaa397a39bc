"""An archive gives back what went in, and nothing that somebody else put there gets out."""

import hashlib
import io
import json
import stat
import warnings
import zipfile
from datetime import UTC, datetime

import pytest

from workbench.store import archive
from workbench.store.protocol import Copied, ProgrammeId, Unreadable

MADE = datetime(2026, 5, 31, 12, tzinfo=UTC)
KOMPAS, LOST = ProgrammeId("voorbeeld", "kompas"), ProgrammeId("voorbeeld", "weg")
COPIES = {KOMPAS: Copied(b"title: Kompas\n", b'{"regel":1}\n'), LOST: Copied(None, b"half")}
NAME = "programmes/voorbeeld/kompas.yaml"


@pytest.fixture
def packed():
    file = io.BytesIO()
    pack = archive.packing(file, MADE, "1.2")
    for programme, copied in COPIES.items():
        pack.add(programme, copied)
    pack.add_verdicts(b'{"besluit":1}\n')
    pack.close()
    return file


def remade(packed, change) -> io.BytesIO:
    """Return the archive after a change to its entries, each a name with bytes."""
    with zipfile.ZipFile(packed) as opened:
        entries = [(name, opened.read(name)) for name in opened.namelist()]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the same name twice
        for name, content in change(entries):
            made.writestr(name, content)
    return file


def problems(file):
    with pytest.raises(Unreadable) as refused:
        archive.unpacked(file)
    return [(problem.key, problem.values.get("name")) for problem in refused.value.problems]


def manifest(entries, **said):
    """Return entries with other things said in the manifest."""
    return [
        (name, json.dumps({**json.loads(content), **said}) if name == archive.MANIFEST else content)
        for name, content in entries
    ]


def listed(entries, name, content):
    """Return entries with one more, that the manifest knows."""
    files = json.loads(dict(entries)[archive.MANIFEST])["files"]
    digest = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    return [*manifest(entries, files={**files, str(name): digest}), (name, content)]


def test_what_went_in_comes_out_byte_for_byte(packed):
    kept = archive.unpacked(packed)
    assert dict(kept.copies()) == COPIES
    assert (kept.made, kept.workbench, kept.programmes) == (MADE.isoformat(), "1.2", [KOMPAS, LOST])
    assert kept.verdicts() == b'{"besluit":1}\n'


def test_the_manifest_says_what_is_there_with_its_hash(packed):
    with zipfile.ZipFile(packed) as opened:
        said = json.loads(opened.read("manifest.json"))
    assert (said["programmes"], said["made"], said["workbench"]) == (2, MADE.isoformat(), "1.2")
    assert said["files"][NAME] == {
        "size": len(COPIES[KOMPAS].yaml),
        "sha256": hashlib.sha256(COPIES[KOMPAS].yaml).hexdigest(),
    }


@pytest.mark.parametrize(
    "name",
    [
        "../buiten.yaml",
        "/etc/passwd",
        "programmes/../../buiten.yaml",
        "programmes/voorbeeld/../../../buiten.yaml",
        "programmes/voorbeeld/.secret",
        "programmes/Voorbeeld/kompas.yaml",
        "programmes/voorbeeld/k\u00f6mpas.yaml",
        "programmes\\voorbeeld\\kompas.yaml",
        "programmes/voorbeeld/diep/kompas.yaml",
        "programmes/voorbeeld/kompas.yaml/",
        "programmes/voorbeeld/kompas.py",
        "C:\\kompas.yaml",
        "programmes/voorbeeld/\x1b[31mrood.yaml",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(packed, name):
    [(key, shown)] = problems(remade(packed, lambda entries: listed(entries, name, b"x")))
    assert key == "archive_name"
    assert shown.isprintable()


def test_a_link_is_refused(packed):
    link = zipfile.ZipInfo("programmes/voorbeeld/anders.yaml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = remade(packed, lambda entries: [*entries, (link, b"/etc/passwd")])
    assert problems(file) == [("archive_no_file", link.filename)]


def test_a_name_that_is_there_twice_is_refused(packed):
    file = remade(packed, lambda entries: [*entries, (NAME, b"title: Anders\n")])
    assert problems(file) == [("archive_twice", NAME)]


def test_what_takes_up_too_much_room_is_refused_before_it_is_read(packed, monkeypatch):
    file = remade(packed, lambda entries: listed(entries, "verdicts.jsonl", b"0" * 3_000_000))
    monkeypatch.setattr(archive, "LARGEST_FILE", 2_000_000)
    assert ("archive_large", "verdicts.jsonl") in problems(file)
    monkeypatch.setattr(archive, "MOST_BYTES", 2_000_000)
    assert problems(file) == [("archive_huge", None)]
    monkeypatch.setattr(archive, "MOST_BYTES", 4_000_000)
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    assert problems(file) == [("archive_huge", None)]


def test_everything_that_differs_from_the_manifest_is_named_at_once(packed):
    def change(entries):
        kept = [
            (name, b"title: Anders\n" if name == NAME else content) for name, content in entries
        ]
        kept = [(name, content) for name, content in kept if not name.endswith("weg.journal.jsonl")]
        return [*kept, ("programmes/voorbeeld/extra.yaml", b"x")]

    assert problems(remade(packed, change)) == [
        ("archive_more", "programmes/voorbeeld/extra.yaml"),
        ("archive_changed", NAME),
        ("archive_missing", "programmes/voorbeeld/weg.journal.jsonl"),
    ]


def test_an_archive_that_was_cut_or_changed_on_its_way_is_refused(packed):
    whole = packed.getvalue()
    for size in range(0, len(whole) - 1, 37):
        assert problems(io.BytesIO(whole[:size]))
    at = whole.index(b"title: Kompas") if b"title: Kompas" in whole else 60
    assert problems(io.BytesIO(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"format": 2}, "archive_format"),
        ({"made": "gisteren"}, "archive_manifest"),
        ({"files": []}, "archive_manifest"),
        ({"files": {NAME: "x"}}, "archive_manifest"),
        ({"programmes": 3}, "archive_count"),
    ],
)
def test_a_manifest_that_cannot_be_right_is_refused(packed, said, key):
    assert problems(remade(packed, lambda entries: manifest(entries, **said)))[0][0] == key


def test_an_archive_without_a_manifest_is_refused(packed):
    file = remade(packed, lambda entries: [e for e in entries if e[0] != archive.MANIFEST])
    assert problems(file) == [("archive_manifest", None)]


def test_every_refusal_is_a_sentence_in_both_languages(words):
    for texts in words.texts.values():
        keys = {key for key in texts.catalogue if key.startswith("shape.archive_")}
        assert len(keys) == 13
