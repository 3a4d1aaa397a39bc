"""TIDieR as a report: every item with how far it is there, where, and what lacks."""

from typing import Any

import pytest

from tests.documents.made import described, example, report_of, said
from workbench.documents.blocks import Bullets, Heading, Report
from workbench.domain.words import Words


def of(words: Words, language: str = "nl", **data: Any) -> Report:
    return report_of(described(data, words), words, name="tidier", language=language)


def items(report: Report) -> list[str]:
    return [b.text for b in report.body if isinstance(b, Heading) and b.level == 2]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_items_stand_there_in_order_with_how_far_they_can_be_read(
    words: Words, language: str
) -> None:
    report = of(words, language, title="Proef", delivery={"materials": [{"id": "a", "name": "X"}]})
    say = words.texts[language]  # type: ignore[index]
    asked = words.criteria.tidier
    states = {"brief_name": "full", "materials": "partial"}
    assert len(asked) == 13
    assert items(report) == [
        say(
            "report.tidier.item",
            number=item.number,
            name=item.name[language],  # type: ignore[index]
            state=say(f"report.tidier.state.{states.get(item.code, 'none')}"),
        )
        for item in asked
    ]


def test_every_answer_that_reports_an_item_stands_at_it(words: Words) -> None:
    programme = example("kompas", words)
    report = report_of(programme, words, name="tidier")
    text = said(report)
    for module in programme.approach.modules:
        assert (module.name or "") in text
    for material in programme.delivery.materials:
        assert (material.available_at or "") in text
    assert " ".join((programme.problem.causes or "").split())[:200] in " ".join(text.split())


def test_what_lacks_is_named_at_its_item(words: Words) -> None:
    report = of(words, delivery={"materials": [{"id": "a", "name": "Werkboek"}]})
    lacking = [item for block in report.body if isinstance(block, Bullets) for item in block.items]
    assert "materiaal Werkboek: Waar is het te vinden of op te vragen?" in lacking


def test_only_the_sources_that_are_cited_here_stand_in_its_list(words: Words) -> None:
    sources = [
        {"id": "a", "authors": "Alfa, A.", "year": 2020, "title": "Wel genoemd"},
        {"id": "b", "authors": "Beta, B.", "year": 2021, "title": "Niet genoemd"},
    ]
    rationale = {"per_subgoal": [{"id": "r", "mechanism": "Rust", "sources": ["a"]}]}
    text = said(of(words, literature=sources, rationale=rationale))
    assert "Wel genoemd" in text
    assert "Niet genoemd" not in text
    assert "Literatuur bij dit verslag" not in said(of(words, literature=sources))
