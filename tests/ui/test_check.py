"""The check screen: findings by severity, completeness, and the way to each."""

import pytest

from tests.ui.conftest import EDITOR
from workbench.actions.assessing import assess_opened
from workbench.domain.findings import SEVERITIES
from workbench.store.protocol import ProgrammeId
from workbench.ui.presenters.check import check_view, place, section_of


@pytest.fixture
def view(desk_of, words):
    desk = desk_of(EDITOR)
    found = assess_opened(desk, desk.open(ProgrammeId("voorbeeld", "veerkracht")))
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
