"""The web page stands on its own, is accessible, and shows what was typed as it was typed."""

import re
from html.parser import HTMLParser

from hypothesis import given

from tests.awkward_strings import AWKWARD
from tests.documents.made import answered, described, example, marked, report_of, shows
from tests.strategies import descriptions
from workbench.documents.html import html
from workbench.domain.words import Words


class Page(HTMLParser):
    """A page that was read: its words, and its tags with their attributes."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@given(data=descriptions())
def test_every_text_stands_on_the_page_once(words: Words, data: dict[str, object]) -> None:
    with_marks, marks = marked(data)
    content = html(report_of(described(with_marks, words), words, gaps=True)).decode()
    body = answered(content.partition("<body>")[2])
    assert [path for path, mark in marks.items() if body.count(mark) != 1] == []


def test_awkward_texts_show_as_they_were_typed(words: Words) -> None:
    factors = [{"id": f"a{n}", "name": f"begin {text} eind"} for n, text in enumerate(AWKWARD)]
    text = Page(html(report_of(described({"factors": factors}, words), words))).text
    missing = [t for t in AWKWARD if not shows(text, f"begin {t} eind")]
    assert missing == []


def test_nothing_that_was_typed_becomes_a_tag(words: Words) -> None:
    title = '<script>alert(1)</script><img src=x onerror="x">'
    page = Page(html(report_of(described({"title": title}, words), words)))
    assert {"script", "img"} & {tag for tag, _ in page.tags} == set()


def test_the_page_says_its_language_and_its_tables_say_their_headers(words: Words) -> None:
    page = Page(html(report_of(example("kompas", words), words)))
    assert page.all("html") == [{"lang": "nl"}]
    assert {cell["scope"] for cell in page.all("th")} == {"row", "col"}
    assert len(page.all("caption")) == len(page.all("table"))


def test_the_contents_lead_to_headings_that_are_there(words: Words) -> None:
    page = Page(html(report_of(example("kompas", words), words)))
    names = {attributes.get("id") for tag, attributes in page.tags if re.match(r"h\d", tag)}
    links = [str(link["href"]) for link in page.all("a")]
    inside = {link.removeprefix("#") for link in links if not link.startswith("https://doi.org/")}
    assert inside
    assert inside <= names


def test_the_page_needs_nothing_from_elsewhere(words: Words) -> None:
    page = Page(html(report_of(example("kompas", words), words)))
    assert page.all("link") == page.all("script") == page.all("img") == []
    assert not re.search(r"url\((?!#)", html(report_of(example("kompas", words), words)).decode())
