"""The pictures stand in the werkblad, with the same in words, and only where there is something."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.documents.made import LAST_ANNEX, described, example, report_of, spoken
from tests.documents.test_html import Page
from tests.documents.test_picture_block import figures
from workbench.documents.blocks import Facts, Heading, OwnPage, Picture, Report, Table, flat
from workbench.documents.formats import render
from workbench.documents.layout import OWN_PAGE, fitted
from workbench.documents.pictured import matrix_blocks, theory_blocks, timeline_blocks
from workbench.documents.pictures.telling import COLUMNS, Telling
from workbench.domain.programme import Programme
from workbench.domain.words import Words
from workbench.rules.theory import theory
from workbench.rules.timeline import timeline

NAMES = ("kompas", "haven", "veerkracht")
POINT = 25.4 / 72


def annex(report: Report) -> list[Any]:
    """Return the blocks of the last annex, its heading first; nothing when it is not there."""
    blocks = list(flat(report.body))
    starts = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == LAST_ANNEX]
    return blocks[starts[-1] :] if starts else []


def telling_of(programme: Programme, words: Words) -> Telling:
    return Telling(theory(programme), words.template, words.texts["nl"])


def richest(words: Words) -> Programme:
    """Return an example with 12 factors, 8 goals, 15 modules and 10 elements."""
    data = example("kompas", words).plain()
    elements = data["active_elements"]
    for n in (0, 3):
        name = f"{elements[n]['name']}, ook in de nazorg"
        elements.append({**elements[n], "id": f"{elements[n]['id']}-nazorg", "name": name})
    return described(data, words)


# --- how much fits on paper


@pytest.mark.parametrize(("modules", "drawn"), [(40, 2), (41, 0)])
def test_more_than_paper_holds_stays_in_words(words: Words, modules: int, drawn: int) -> None:
    names = [f"Deel {n}" for n in range(modules)]
    approach = {
        "phases": [{"id": "f", "name": "Start", "duration": {"minimum": 4, "unit": "weeks"}}],
        "modules": [{"id": f"m-{n}", "name": names[n], "phases": ["f"]} for n in range(modules)],
    }
    goals = {"subgoals": [{"id": "g", "text": "Meisjes zijn veilig."}]}
    found = annex(report_of(described({"approach": approach, "goals": goals}, words), words))
    assert sum(isinstance(block, Picture) for block in found) == drawn
    said = "\n".join(text for block in found for text in spoken(block))
    assert all(name in said for name in names)
    assert said.count("te veel om op papier te tekenen") == 2 - drawn


@pytest.mark.parametrize(("goals", "fits"), [(20, True), (21, False)])
def test_a_matrix_with_more_goals_than_fit_is_left_to_the_list_per_goal(
    words: Words, goals: int, fits: bool
) -> None:
    subgoals = [{"id": f"g-{n}", "text": f"Doel {n}", "factors": ["f"]} for n in range(goals)]
    data = {"factors": [{"id": "f", "name": "Schaamte"}], "goals": {"subgoals": subgoals}}
    found = matrix_blocks(telling_of(described(data, words), words), "factor", 3)
    assert any(isinstance(block, Table) for block in found) == fits


# --- where they stand


@pytest.mark.parametrize("name", NAMES)
def test_the_werkblad_ends_with_the_matrices_the_timeline_and_the_theory(
    words: Words, name: str
) -> None:
    found = annex(report_of(example(name, words), words))
    assert [block.text for block in found if isinstance(block, Heading)] == [
        "Samenhang in beeld",
        "Welke factor hoort bij welk doel",
        "Welk onderdeel werkt aan welk doel",
        "De fasen in de tijd",
        "De programmatheorie",
    ]
    assert len([block for block in found if isinstance(block, Picture)]) == 2


def test_every_picture_of_the_werkblad_stands_in_every_format(words: Words) -> None:
    report = report_of(example("haven", words), words)
    pictures = [block for block in annex(report) if isinstance(block, Picture)]
    with pikepdf.open(BytesIO(render(report, "pdf"))) as made:
        assert list(figures(made.Root.StructTreeRoot)) == [picture.told for picture in pictures]
    document = Document(BytesIO(render(report, "docx")))
    about = document.element.body.iter(qn("wp:docPr"))
    assert [told.get("descr") for told in about] == [picture.told for picture in pictures]
    page = Page(render(report, "html"))
    assert [svg["role"] for svg in page.all("svg")] == ["img", "img"]
    text = render(report, "md").decode()
    assert all(f"*{picture.title}" in text.replace("\\", "") for picture in pictures)


def test_no_name_on_a_page_stands_for_two_things(words: Words) -> None:
    page = Page(render(report_of(example("kompas", words), words), "html"))
    names = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(names) == len(set(names))


# --- nothing to draw


def test_an_empty_description_has_no_picture_and_no_heading_for_one(words: Words) -> None:
    for gaps in (False, True):
        assert annex(report_of(Programme(), words, gaps=gaps)) == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"factors": [{"id": "f", "name": "Schaamte"}]}, []),
        (
            {"factors": [{"id": "f", "name": "Schaamte"}],
             "goals": {"subgoals": [{"id": "g", "text": "Veilig"}]}},
            ["Welke factor hoort bij welk doel", "De programmatheorie"],
        ),
        ({"approach": {"phases": [{"id": "p", "name": "Begin"}]}}, ["De fasen in de tijd"]),
    ],
)  # fmt: skip
def test_only_what_can_be_drawn_is_drawn(
    words: Words, data: dict[str, Any], told: list[str]
) -> None:
    found = annex(report_of(described(data, words), words))
    assert [block.text for block in found[1:] if isinstance(block, Heading)] == told


# --- the same in words


@pytest.mark.parametrize("name", NAMES)
def test_every_node_and_link_of_the_picture_stands_in_words_below_it(
    words: Words, name: str
) -> None:
    telling = telling_of(example(name, words), words)
    graph = telling.theory
    blocks = theory_blocks(telling, 2)
    table = next(block for block in blocks if isinstance(block, Table))
    for goal, row in zip(graph.of("goal"), table.rows, strict=False):
        texts = [[part.text for part in cell] for cell in row]
        assert texts[0][0] == telling.name(goal)
        for kind, cell in (("factor", texts[1]), ("module", texts[2])):
            linked = graph.back(goal, kind) if kind == "factor" else graph.onward(goal, kind)
            for node in linked:
                assert any(text.startswith(telling.short(node)) for text in cell)
        for module in graph.onward(goal, "module"):
            (told,) = (text for text in texts[2] if text.startswith(telling.short(module)))
            assert telling.names(graph.onward(module, "element")) in told
    everything = "\n".join(text for block in flat(blocks[1:]) for text in spoken(block))
    for kind in ("figure", *COLUMNS):
        for node in graph.of(kind):
            assert telling.short(node).removesuffix("…") in everything
            assert all(fact in everything for fact in telling.facts(node))
            assert all(hole in everything for hole in telling.holes(node))


def test_holes_are_marked_in_the_tables_too(words: Words) -> None:
    telling = telling_of(example("veerkracht", words), words)
    blocks = [*matrix_blocks(telling, "module", 2), *theory_blocks(telling, 2)]
    gaps = {
        part.text
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for part in cell
        if part.kind == "gap"
    }
    assert {"▲", "geen doel", "Ontbreekt: geen onderdeel", "Ontbreekt: geen doel"} <= gaps


@pytest.mark.parametrize("name", NAMES)
def test_no_two_tables_touch_at_any_level_of_heading(words: Words, name: str) -> None:
    telling = telling_of(example(name, words), words)
    line = timeline(example(name, words), telling.theory)
    blocks = [*theory_blocks(telling, 2), *timeline_blocks(telling, line, 2)]
    for before, block in pairwise(flat(blocks)):
        assert not (isinstance(before, Facts | Table) and isinstance(block, Facts | Table))


# --- readable


def test_the_richest_theory_is_readable_on_one_page(words: Words) -> None:
    telling = telling_of(richest(words), words)
    assert [len(telling.theory.of(kind)) for kind in COLUMNS] == [12, 8, 15, 10]
    own = next(b for b in theory_blocks(telling, 2) if isinstance(b, OwnPage))
    picture = next(block for block in own.blocks if isinstance(block, Picture))
    width, _ = fitted(picture, OWN_PAGE)
    scale = width / picture.width / POINT
    sizes = sorted(float(size) for size in re.findall(r'font-size="([\d.]+)"', picture.svg))
    headings = [size for size in sizes if size == 13]
    assert len(headings) > 50
    assert 13 * scale >= 7.5
    assert min(size for size in sizes if size >= 11) * scale >= 6.3
