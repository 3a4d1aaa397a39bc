"""The check screen: findings by severity, completeness, and the way to each."""

import pytest

from tests.ui.conftest import EDITOR
from workbench.actions.assessing import examined
from workbench.actions.describing import answer
from workbench.actions.noting import clear_personal_data
from workbench.domain.findings import SEVERITIES
from workbench.store.protocol import ProgrammeId
from workbench.ui.presenters.check import check_view, cleared_views, place, section_of


@pytest.fixture
def view(desk_of, words):
    desk = desk_of(EDITOR)
    found = examined(desk, desk.open(ProgrammeId("voorbeeld", "veerkracht")))
    return lambda language="nl": check_view(found, words, language)


def test_findings_are_grouped_the_most_serious_first(view):
    groups = view().groups
    assert list(groups) == [severity for severity in SEVERITIES if severity in groups]
    for severity, findings in groups.items():
        assert {finding.severity for finding in findings} == {severity}
        assert findings


def test_every_finding_says_what_and_what_to_do_and_leads_to_its_question(view, words):
    sections = {section.id for section in words.template.sections}
    for language in words.texts:
        for findings in view(language).groups.values():
            for finding in findings:
                assert finding.message
                assert finding.remedy
                assert finding.source
                assert finding.section in sections
                assert finding.place != finding.path


def test_the_bars_say_in_words_what_they_show(view):
    for bar in view().bars:
        done, needed = (int(number) for number in bar.said.split(" van "))
        assert bar.share == pytest.approx(done / needed)


def test_an_address_that_is_asked_nowhere_stands_for_itself(words):
    assert place("nergens.x", words.template, "nl") == "nergens.x"
    assert section_of("nergens.x", words.template) == words.template.sections[0].id


@pytest.mark.parametrize(
    ("language", "by"),
    [
        ("nl", "Vastgelegd door Noor Voorbeeld op 23 november 2026"),
        ("en", "Recorded by Noor Voorbeeld on November 23, 2026"),
    ],
)
def test_what_was_cleared_tells_where_why_by_whom_and_when_and_stays_masked(
    desk_of, words, language, by
):
    desk, programme = desk_of(EDITOR), ProgrammeId("voorbeeld", "veerkracht")
    answer(desk, programme, "goals.main", "Haar BSN is 111222333.")
    opened = desk.open(programme)
    assert examined(desk, opened).cleared == ()
    [mark] = [f.fingerprint for f in examined(desk, opened).findings if f.rule.code == "P01"]
    opened = clear_personal_data(desk, programme, "goals.main", mark, "Een proefnummer.")
    [view] = cleared_views(examined(desk, opened).cleared, opened.programme, words, language)
    assert (view.reason, view.by) == ("Een proefnummer.", by)
    assert (view.finding.path, view.finding.section) == ("goals.main", "goals")
    assert "11*" in view.finding.message
    assert "111222333" not in view.finding.message
