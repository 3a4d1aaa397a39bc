"""Literature from reference managers: what is understood, what is told, and what is refused."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.sources.batch import MOST_BYTES, MOST_RECORDS, NotRead
from workbench.documents.sources.csl_json import csl_json_bytes
from workbench.documents.sources.reading import read

BIBTEX = r"""
@string{blad = "Tijdschrift voor jeugdhulp"}
@comment{een opmerking}
@article{boer2019,
  title = {Na{\"i}ef \& {DNA}: 50\% \'e\'en},
  author = {de Boer, Piet and {Bureau Zus, Zo} and Jan van der Berg and others},
  year = 2019, journal = blad, volume = 3, number = {2}, pages = {1--9}, month = mar,
  abstract = {Lang verhaal}, url = {https://voorbeeld.example/a\_b%20c}
}
@book{kapot, title = {Zonder einde
@misc{later, title = {Later}, year = {2001}, url = {https://x.example}, urldate = {2020-03-04}}
@phdthesis{p, author = {Vos, L.}, title = {Steun}, school = {Universiteit}, year = {in druk}}
"""
RIS = """losse woorden
TY  - JOUR
AU  - Boer, Piet
AU  - Bureau Zus
PY  - 2019/03//
TI  - Steun
JO  - Tijdschrift
JF  - Tijdschrift
VL  - 3
IS  - 2
SP  - 1
EP  - 9
DO  - 10.1234/x
UR  - https://a.example
UR  - https://b.example
Y2  - 2020/01/02
N2  - Lang verhaal
ZZ  - raar
ER  -

TY  - CHAP
TI  - Zonder einde
A2  - Vos, L.
ED  - De Groot, A.
T2  - Handboek
TY  - XXXX
ER  -
"""


def test_bibtex_is_understood_with_its_accents_and_a_broken_record_is_told_with_its_line():
    batch = read(BIBTEX.encode())
    article, page, thesis = batch.read
    assert article.fields == {
        "type": "article-journal", "title": "Naïef & DNA: 50% één", "year": 2019,
        "authors": "de Boer, Piet; {Bureau Zus, Zo}; van der Berg, Jan; et al.", "volume": "3",
        "container": "Tijdschrift voor jeugdhulp", "issue": "2", "pages": "1-9",
        "url": "https://voorbeeld.example/a_b%20c",
    }  # fmt: skip
    assert article.left == (("month", "mar"), ("abstract", "Lang verhaal"))
    assert page.fields == {
        "type": "webpage", "title": "Later", "year": 2001, "url": "https://x.example",
        "accessed": "2020-03-04",
    }  # fmt: skip
    assert thesis.fields["genre"] == "Proefschrift"
    assert thesis.left == (("issued", "in druk"),)
    assert [(one.line, one.start) for one in batch.unread] == [
        (10, "@book{kapot, title = {Zonder einde")
    ]


def test_ris_is_understood_and_what_is_no_record_is_told_with_its_line():
    batch = read(RIS.replace("\n", "\r\n").encode("utf-8-sig"))
    article, chapter = batch.read
    assert article.fields == {
        "type": "article-journal", "authors": "Boer, Piet; Bureau Zus", "title": "Steun",
        "container": "Tijdschrift", "volume": "3", "issue": "2", "pages": "1-9",
        "doi": "10.1234/x", "url": "https://a.example", "year": 2019, "accessed": "2020-01-02",
    }  # fmt: skip
    assert dict(article.left) == {
        "urls": "https://b.example", "notes_abstract": "Lang verhaal", "ZZ": "raar",
        "issued": "2019-3",
    }  # fmt: skip
    assert chapter.fields == {
        "type": "chapter", "title": "Zonder einde", "editors": "Vos, L.; De Groot, A.",
        "container": "Handboek",
    }  # fmt: skip
    assert [(one.line, one.start) for one in batch.unread] == [
        (26, "TY - XXXX"), (1, "losse woorden"),
    ]  # fmt: skip


def test_csl_json_that_went_out_comes_back():
    source = {"id": "a", "type": "book", "authors": "Boer, P.", "title": "Steun", "year": 2019}
    batch = read(csl_json_bytes([source]))
    assert [{"id": "a", **one.fields} for one in batch.read] == [source]
    assert batch.unread == []


def test_one_item_of_csl_json_is_enough_and_what_is_no_item_is_told():
    assert read(b'{"title": "Steun"}').read[0].fields == {"title": "Steun"}
    batch = read(b'[{"title": "Steun"}, 3, {"id": "leeg"}]')
    assert len(batch.read) == 1
    assert [(one.line, one.start) for one in batch.unread] == [(2, "3"), (3, "leeg")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_every_encoding_that_programs_write_is_read(encoding):
    content = "@book{a, title={Coöperatie café één}}".encode(encoding)
    assert read(content).read[0].fields["title"] == "Coöperatie café één"


def test_markup_stays_words():
    [one] = read(b"@book{a, title={<script>alert(1)</script>}}").read
    assert one.fields["title"] == "<script>alert(1)</script>"


def test_a_file_of_latex_reads_no_other_file():
    batch = read(rb"@book{a, title={x \input{/etc/hostname} \include{/etc/hostname} y}}")
    assert [one.fields["title"] for one in batch.read] in ([], ["x y"])


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b" \n", "nothing"),
        (b"Een gewone tekst over @iets.", "unknown"),
        (bytes(range(256)), "unknown"),
        (b'[{"title": ', "no_json"),
        (b"[" * 100_000, "no_json"),
        (b"@book{a, title={x}}\n" * 10_000, "too_many"),
        (b"TY  - BOOK\nTI  - x\nER  -\n" * 10_000, "too_many"),
        (json.dumps([{"title": "x"}] * (MOST_RECORDS + 1)).encode(), "too_many"),
        (b"@" * (MOST_BYTES + 1), "too_large"),
    ],
    ids=["nothing", "words", "bytes", "half", "deep", "bibtex", "ris", "json", "large"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content, key):
    with pytest.raises(NotRead) as refused:
        read(content)
    assert refused.value.key == key


@pytest.mark.parametrize(
    "record",
    [
        "@article{a, title={" + "{" * 5000 + "x" + "}" * 5000 + "}}",
        "@article{a, title={x}, author={" + "A and " * 3000 + "B}}",
        "@article{a, title={" + "\\'e " * 20_000 + "}}",
        "@article{a, title={x}, author={, , ,, and and and ,}}",
        "@article{a, title = }",
        "@article{, }",
        "@article",
        "@{}",
    ],
)
def test_a_hostile_record_leaves_the_rest_readable(record):
    batch = read(f"{record}\n@book{{b, title={{Steun}}}}\n".encode())
    assert batch.read[-1].fields["title"] == "Steun"


@given(st.text(st.sampled_from('@{}",=\\ab1\n-TYERAU '), max_size=120))
def test_no_text_makes_reading_fail(text):
    for start in ("@book{a, title={", "TY  - BOOK\nAU  - ", '[{"title": '):
        with contextlib.suppress(NotRead):
            read(f"{start}{text}".encode())
