"""Who else has a description open is shown: who works there, and who reads along."""

import pytest

from tests.ui.conftest import ADVISOR, EDITOR
from tests.ui.test_screens import all_html, is_whole, show
from workbench.domain.people import Person
from workbench.store.presence import FilePresence
from workbench.store.protocol import ProgrammeId

KOMPAS = ProgrammeId("voorbeeld", "kompas")
SAM = Person(name="Sam <b>Voorbeeld</b>", role="editor", institution="voorbeeld")
HERE = {"programme": "voorbeeld/kompas", "section": "goals"}


def company(app):
    [line] = [html for html in map(str, bodies(app)) if 'class="company"' in html]
    return line


def bodies(app):
    return [element.proto.body for element in app.get("html")]


def test_alone_nobody_is_shown(enter, programmes):
    app = show(enter(), "describe", **HERE)
    assert is_whole(app)
    assert company(app) == '<p class="company" role="status"></p>'


def test_colleagues_see_each_other_and_advisors_read_along(enter, programmes):
    show(enter(SAM), "describe", **HERE)
    show(enter(ADVISOR), "describe", programme="voorbeeld/kompas", section="setup")
    line = company(show(enter(EDITOR), "describe", **HERE))
    sam = "Sam &lt;b&gt;Voorbeeld&lt;/b&gt; (Voorbeeldinstelling (fictief)) werkt nu ook in deze"
    assert sam in line
    assert "Ada Voorbeeld (Adviseur NJi) leest mee bij " in line
    advisor = company(show(enter(ADVISOR, "en"), "describe", **HERE))
    assert "Noor Voorbeeld (Voorbeeldinstelling (fictief)) is working in this section" in advisor


def test_a_second_window_of_ones_own_is_told_once_it_is_heard_of_again(enter, programmes):
    first = show(enter(), "describe", **HERE)
    second = show(enter(), "describe", **HERE)
    assert "ander venster" not in company(second)  # the first may have been refreshed or closed
    first.run()
    assert "ook in een ander venster open" in company(second.run())


@pytest.mark.parametrize("screen", ["check", "overview"])
def test_whoever_goes_to_another_screen_has_left(enter, programmes, screen):
    sam = show(enter(SAM), "describe", **HERE)
    assert "Sam" in company(show(enter(EDITOR), "describe", **HERE))
    show(sam, screen, programme="voorbeeld/kompas")
    assert [visit.person for visit in FilePresence(programmes).visits(KOMPAS)] == [EDITOR]


def test_whoever_goes_to_another_programme_is_there_only(enter, programmes):
    sam = show(enter(SAM), "describe", **HERE)
    show(sam, "describe", programme="voorbeeld/haven", section="goals")
    presence = FilePresence(programmes)
    assert presence.visits(KOMPAS) == []
    assert [visit.person for visit in presence.visits(ProgrammeId("voorbeeld", "haven"))] == [SAM]


def test_the_description_itself_knows_nothing_of_it(enter, programmes):
    before = (programmes / "voorbeeld" / "kompas.yaml").read_bytes()
    show(enter(SAM), "describe", **HERE)
    assert (programmes / "voorbeeld" / "kompas.yaml").read_bytes() == before
    assert "company" in all_html(show(enter(EDITOR), "describe", **HERE))
