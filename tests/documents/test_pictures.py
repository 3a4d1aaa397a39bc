"""The pictures and the tables and lists beside them show the same, safely and always alike."""

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given

from tests.strategies import programmes
from workbench.documents.blocks import Paragraph
from workbench.documents.pictures import lettering
from workbench.documents.pictures.narrow import narrow
from workbench.documents.pictures.ordering import crossings, ordered
from workbench.documents.pictures.phases import phases
from workbench.documents.pictures.tables import chain_rows, matrix_key, matrix_table, phases_table
from workbench.documents.pictures.telling import COLUMNS, Telling
from workbench.documents.pictures.web import chain_html, list_html, matrix_html, phases_html
from workbench.documents.pictures.wide import wide
from workbench.domain.programme import Programme
from workbench.domain.wording import LANGUAGES
from workbench.rules.theory import theory
from workbench.rules.timeline import timeline
from workbench.store.reading import read_any
from workbench.store.words import load_words

EXAMPLES = Path(__file__).parents[2] / "programmes" / "voorbeeld"
WORDS = load_words()
NAMES = ("kompas", "haven", "veerkracht")
HOSTILE = "</title></svg><script>alert(1)</script> & \"'<b onload=x> ]]>"
SVG = "{http://www.w3.org/2000/svg}"


def example(name):
    return Programme.model_validate(
        read_any((EXAMPLES / f"{name}.yaml").read_bytes()).data, context=WORDS.options
    )


def telling_of(programme, language="nl"):
    return Telling(theory(programme), WORDS.template, WORDS.texts[language])


def svgs(programme, language="nl"):
    telling = telling_of(programme, language)
    line = timeline(programme, telling.theory)
    return {
        "wide": wide(telling),
        "narrow": narrow(telling),
        "phases": phases(telling, line),
        "phases narrow": phases(telling, line, 358, "phases-narrow"),
    }


def pages(programme):
    telling = telling_of(programme)
    line = timeline(programme, telling.theory)
    return {
        "chain": chain_html(telling),
        "list": list_html(telling),
        "factors": matrix_html(telling, "factor"),
        "modules": matrix_html(telling, "module"),
        "phases": phases_html(telling, line),
    }


class Words(HTMLParser):
    """Collects the words of a page, and complains about tags that are not closed."""

    def __init__(self):
        super().__init__()
        self.words, self.open, self.tags = [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def words_of(page):
    parser = Words()
    parser.feed(page)
    parser.close()
    assert not parser.open
    return " ".join(" ".join(parser.words).split()), parser.tags


def drawn_words(svg):
    root = ElementTree.fromstring(svg)
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def nodes_of(svg):
    root = ElementTree.fromstring(svg)
    return {group.get("data-node") for group in root.iter() if group.get("data-node")}


def links_of(svg):
    root = ElementTree.fromstring(svg)
    return {(e.get("data-from"), e.get("data-to")) for e in root.iter() if e.get("data-from")}


def wanted_links(graph, *kinds):
    return {
        (node.path, other.path)
        for start, end in kinds
        for node in graph.of(start)
        for other in graph.onward(node, end)
    }


# --- the same in picture, table and list


@pytest.mark.parametrize("name", NAMES)
def test_every_node_of_the_chain_stands_in_both_pictures(name):
    programme = example(name)
    kinds = ("problem", "figure", "main", *COLUMNS)
    nodes = {node.path for kind in kinds for node in theory(programme).of(kind)}
    drawn = svgs(programme)
    assert nodes_of(drawn["wide"]) == nodes_of(drawn["narrow"]) == nodes


@pytest.mark.parametrize("name", NAMES)
def test_every_link_between_columns_is_a_line_of_the_wide_picture(name):
    programme = example(name)
    kinds = (("factor", "goal"), ("goal", "module"), ("module", "element"))
    drawn = svgs(programme)
    assert links_of(drawn["wide"]) == wanted_links(theory(programme), *kinds)
    assert links_of(drawn["narrow"]) == wanted_links(theory(programme), *kinds[:2])


@pytest.mark.parametrize("name", NAMES)
def test_the_narrow_picture_names_the_elements_of_every_module(name):
    telling = telling_of(example(name))
    told = " ".join(drawn_words(narrow(telling)).split())
    for module in telling.theory.of("module"):
        elements = telling.theory.onward(module, "element")
        if elements:
            assert telling.names(elements) in told


@pytest.mark.parametrize("name", NAMES)
def test_the_number_of_sources_stands_beside_every_element(name):
    telling = telling_of(example(name))
    marks = ElementTree.fromstring(wide(telling)).iter(f"{SVG}g")
    told = {
        g.get("data-sources"): g.findtext(f"{SVG}title") for g in marks if g.get("data-sources")
    }
    elements = telling.theory.of("element")
    assert told == {element.path: telling.sources(element) for element in elements}


@pytest.mark.parametrize("name", NAMES)
def test_every_node_and_link_stands_in_the_table(name):
    telling = telling_of(example(name))
    html, _ = words_of(chain_html(telling))
    rows = {row.name: row for row in chain_rows(telling)}
    for node in telling.theory.nodes:
        assert telling.name(node) in html
        assert telling.name(node) in rows
    by_path = {node.path: node for node in telling.theory.nodes}
    for link in telling.theory.links:
        start, end = by_path[link.start], by_path[link.end]
        assert telling.short(end) in rows[telling.name(start)].after
        assert telling.short(start) in rows[telling.name(end)].before


@pytest.mark.parametrize("name", NAMES)
def test_every_node_and_hole_of_the_chain_stands_in_the_list(name):
    telling = telling_of(example(name))
    told, _ = words_of(list_html(telling))
    for kind in ("problem", "figure", "main", *COLUMNS):
        for node in telling.theory.of(kind):
            assert telling.name(node) in told
            for hole in telling.holes(node):
                assert telling.say("gap", told=hole) in told


def test_the_list_holds_every_link_below_the_right_item():
    telling = telling_of(example("kompas"))
    items = re.findall(r"<li>(.*?)(?=</?li|<ul)", list_html(telling))
    for kinds in (("factor", "goal"), ("goal", "module"), ("module", "element")):
        for start, end in wanted_links(telling.theory, kinds):
            nodes = {node.path: node for node in telling.theory.nodes}
            child = nodes[start] if kinds[0] == "factor" else nodes[end]
            name = telling.name(child).replace("'", "&#x27;")
            assert any(item.startswith(name) for item in items)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rows", ["factor", "module"])
def test_a_matrix_says_yes_exactly_where_a_row_is_linked_with_a_goal(name, rows):
    telling = telling_of(example(name))
    matrix = telling.theory.matrix(rows, "goal")
    table = matrix_table(telling, rows)
    goals = slice(1, 1 + len(matrix.columns))
    rows_told = table.rows[: len(matrix.rows)]
    said = [[cell[0].text != "–" for cell in row[goals]] for row in rows_told]
    assert said == [[matrix.has(row, goal) for goal in matrix.columns] for row in matrix.rows]
    body = matrix_html(telling, rows).partition("<tbody>")[2]
    cells = [row.split("<td")[1:] for row in body.split("<tr>")[1:]]
    assert [['class="theory-yes"' in cell for cell in row] for row in cells] == said


def test_the_matrix_says_how_a_module_is_used():
    telling = telling_of(example("kompas"))
    said = {cell[0].text for row in matrix_table(telling, "module").rows for cell in row[1:]}
    assert said == {"V", "I", "M", "–"}
    key = matrix_key(telling, "module")[0]
    assert key == "V = Vast voor iedereen; I = Op indicatie; M = Op maat"
    assert "op indicatie" in words_of(matrix_html(telling, "module"))[0]


def test_a_hole_in_a_matrix_stands_at_its_row_below_its_column_and_in_the_key():
    telling = telling_of(example("veerkracht"))
    loose = next(m for m in telling.theory.of("module") if m.id == "traumabehandeling")
    table = matrix_table(telling, "module")
    assert table.header[-1] == "Wat ontbreekt"
    by_name = {row[0][0].text: row for row in table.rows}
    assert by_name[telling.short(loose)][-1] == (Paragraph("geen doel", "gap"),)
    holes = [code for code, cell in zip(table.header, by_name["Wat ontbreekt"], strict=True)
             if cell == (Paragraph("▲", "gap"),)]  # fmt: skip
    assert holes
    for code in holes:
        (told,) = (line for line in matrix_key(telling, "module") if line.startswith(f"{code} "))
        assert told.endswith("▲ Ontbreekt: geen onderdeel")


@pytest.mark.parametrize("name", NAMES)
def test_every_module_stands_on_the_line_of_time_in_its_phases(name):
    programme = example(name)
    graph = theory(programme)
    drawn = svgs(programme)
    expected = {node.path for kind in ("phase", "module") for node in graph.of(kind)}
    for picture in ("phases", "phases narrow"):
        assert nodes_of(drawn[picture]) == expected
        assert links_of(drawn[picture]) == wanted_links(graph, ("phase", "module"))


def test_the_table_of_phases_tells_fixed_from_tailored_and_when_a_phase_runs():
    programme = example("kompas")
    telling = telling_of(programme)
    table = phases_table(telling, timeline(programme, telling.theory))
    _, length, fixed, indicated, tailored = table.rows[1]
    assert [part.text for part in length] == [
        "3 tot 4 maanden", "begint na 4 tot 9 weken, klaar na 17 tot 26 weken",
    ]  # fmt: skip
    assert "O2 Dagelijks leven op de groep; " in fixed[0].text
    assert indicated[0].text == "O6 Traumabehandeling; O14 Steun bij aangifte en rechten"
    assert tailored[0].text == "O7 Vaktherapie; O11 Netwerkberaad"


# --- holes


def test_the_complete_examples_show_no_holes():
    for name in ("kompas", "haven"):
        assert theory(example(name)).holes == ()
        assert 'stroke-dasharray="6 3"' not in svgs(example(name))["wide"]


def test_a_hole_is_marked_by_its_words_a_broken_edge_and_an_open_end():
    telling = telling_of(example("veerkracht"))
    root = ElementTree.fromstring(wide(telling))
    for path, told in (
        ("goals.subgoals.dag", ["geen factor", "geen onderdeel"]),
        ("approach.modules.traumabehandeling", ["geen doel"]),
        ("factors.eenzaamheid", ["geen doel en geen reden"]),
    ):
        (card,) = (g for g in root.iter(f"{SVG}g") if g.get("data-node") == path)
        words = ["".join(text.itertext()) for text in card.iter(f"{SVG}text")]
        assert set(told) <= set(words)
        assert "!" in words
        assert any(shape.get("stroke-dasharray") == "6 3" for shape in card.iter(f"{SVG}rect"))
    ends = [c for c in root.iter(f"{SVG}circle") if c.get("r") == "5"]
    assert len(ends) == len([h for h in telling.theory.holes if h.kind.startswith(
        ("factor_", "goal_", "module_without_goal", "element_without_module"))])  # fmt: skip


def test_the_pictures_of_an_empty_description_say_what_there_is_not_yet():
    telling = telling_of(Programme())
    for svg in (wide(telling), narrow(telling)):
        told = " ".join(drawn_words(svg).split())
        for kind in ("figure", *COLUMNS):
            assert telling.nothing(kind) in told
    assert telling.nothing("phase") in drawn_words(svgs(Programme())["phases"])


# --- safe, whole and always alike


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_picture_has_a_role_a_title_and_a_description(name, language):
    for svg in svgs(example(name), language).values():
        root = ElementTree.fromstring(svg)
        title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert title.text
        assert desc.text


def hostile(value):
    if isinstance(value, dict):
        return {key: hostile(part) if key not in CODED else part for key, part in value.items()}
    if isinstance(value, list):
        return [hostile(part) if isinstance(part, dict) else part for part in value]
    return HOSTILE if isinstance(value, str) else value


CODED = {
    "id", "type", "level", "audience", "deployment", "unit", "date", "status", "kind", "sex",
    "basis", "facets", "colophon", "about", "delivery", "research", "core_elements", "chain",
    "safety", "practice_example", "target_group", "subgoal",
}  # fmt: skip


def test_what_somebody_typed_is_never_markup():
    programme = Programme.model_validate(hostile(example("kompas").plain()), context=WORDS.options)
    for svg in svgs(programme).values():
        root = ElementTree.fromstring(svg)
        assert not {element.tag for element in root.iter()} & {f"{SVG}script", f"{SVG}b", "script"}
    for page in pages(programme).values():
        assert not {"script", "b", "svg", "title"} & words_of(page)[1]
    assert "<script>alert(1)</script>" in words_of(list_html(telling_of(programme)))[0]


@given(programmes())
def test_any_description_gives_whole_pictures_and_pages(programme):
    for svg in svgs(programme).values():
        ElementTree.fromstring(svg)
    for page in pages(programme).values():
        words_of(page)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_description_always_gives_the_same_picture(name):
    assert svgs(example(name)) == svgs(example(name))
    assert pages(example(name)) == pages(example(name))


@pytest.mark.parametrize("name", NAMES)
def test_cards_stand_within_the_picture_and_never_over_each_other(name):
    for svg in (svgs(example(name))["wide"], wide(telling_of(example(name)), 900)):
        root = ElementTree.fromstring(svg)
        width, height = float(root.get("width")), float(root.get("height"))
        cards = [
            tuple(
                float(card.find(f"{SVG}rect").get(side)) for side in ("x", "y", "width", "height")
            )
            for card in root.iter(f"{SVG}g")
            if (card.get("data-node") or "").startswith(
                ("factors", "goals.s", "approach", "active")
            )
        ]
        assert all(x >= 0 and x + w <= width and y >= 0 and y + h <= height for x, y, w, h in cards)
        over = [
            (a, b) for n, a in enumerate(cards) for b in cards[n + 1 :]
            if a[0] < b[0] + b[2] and b[0] < a[0] + a[2]
            and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
        ]  # fmt: skip
        assert not over


# --- letters and order


def test_no_line_is_longer_than_its_room_and_no_word_is_lost():
    text = "Een zin met eenheelergverschrikkelijklangwoordzonderspaties en daarna gewone woorden"
    wrapped = lettering.lines(text, 80, 13)
    assert all(lettering.length(line, 13) <= 80 for line in wrapped)
    assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")


def test_what_does_not_fit_in_the_lines_ends_in_an_ellipsis():
    wrapped = lettering.lines("woord " * 40, 100, 13, most=2)
    assert len(wrapped) == 2
    assert wrapped[1].endswith("…")
    assert lettering.length(wrapped[1], 13) <= 100


def test_the_order_of_the_cards_takes_away_crossings_that_need_not_be():
    columns = (("a", "b", "c"), ("x", "y", "z"))
    pairs = frozenset({("a", "z"), ("b", "y"), ("c", "x")})
    assert crossings(columns, pairs) == 3
    assert crossings(ordered(columns, pairs), pairs) == 0


def test_the_order_never_has_more_crossings_than_the_description():
    graph = theory(example("kompas"))
    columns = tuple(tuple(node.path for node in graph.of(kind)) for kind in COLUMNS)
    pairs = frozenset((link.start, link.end) for link in graph.links)
    better = ordered(columns, pairs)
    assert [sorted(column) for column in better] == [sorted(column) for column in columns]
    assert crossings(better, pairs) < crossings(columns, pairs) / 2
