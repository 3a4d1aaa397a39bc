"""The research screen: fourteen points and the items of TIDieR, as a profile without a verdict."""

from collections.abc import Iterable
from functools import lru_cache

from babel.numbers import format_decimal

from workbench.actions.same import Same
from workbench.domain.wording import Language
from workbench.domain.words import Words
from workbench.rules.coverage import Coverage, Part
from workbench.rules.examination import Examination
from workbench.rules.researchability import Point, Researchability
from workbench.rules.tidier import Item, Tidier
from workbench.ui.presenters.leading import way
from workbench.ui.profile_views import PointView, ResearchView
from workbench.ui.views import Way


def research_view(found: Examination, words: Words, language: Language) -> ResearchView:
    """Return what the research screen shows of one description."""
    return _view(Same(found), Same(words), language)


@lru_cache(maxsize=32)
def _view(found: Same[Examination], words: Same[Words], language: Language) -> ResearchView:
    points, items = found.value.researchability, found.value.tidier
    return ResearchView(
        count=_count(points, words.value, language),
        blocking=_blocking(points, words.value, language),
        points=tuple(_point(point, words.value, language) for point in points.points),
        tidier=_reported(items, words.value, language),
        items=tuple(_item(item, words.value, language) for item in items.items),
    )


def _count(found: Researchability, words: Words, language: Language) -> str:
    number = format_decimal(found.count, locale=language)
    return words.texts[language]("ui.research.count", count=number, all=len(found.points))


def _blocking(found: Researchability, words: Words, language: Language) -> str:
    say, first = words.texts[language], [point for point in found.points if point.blocking]
    if not found.blocking:
        return say("ui.research.first_there", all=len(first))
    named = ", ".join(str(point.number) for point in found.blocking)
    return say("ui.research.first_open", n=len(found.blocking), all=len(first), points=named)


def _reported(found: Tidier, words: Words, language: Language) -> str:
    full, partial = found.number_of("full"), found.number_of("partial")
    values = {"full": full, "partial": partial, "none": found.number_of("none")}
    return words.texts[language]("ui.research.tidier.count", all=len(found.items), **values)


def _point(point: Point, words: Words, language: Language) -> PointView:
    first = words.texts[language]("ui.research.first") if point.blocking else ""
    name = f"{point.number}. {point.name[language]}"
    return _profiled(name, first, point.coverage, words, language)


def _item(item: Item, words: Words, language: Language) -> PointView:
    name = item.name[language]
    numbered = f"{item.number}. {name}" if item.number.isdigit() else name
    return _profiled(numbered, "", item.coverage, words, language)


def _profiled(
    name: str, blocking: str, found: Coverage, words: Words, language: Language
) -> PointView:
    return PointView(
        name=name,
        extent=found.extent,
        state=words.texts[language](f"ui.research.{found.extent}", n=len(found.missing)),
        blocking=blocking,
        there=tuple(_there(found.parts, words, language)),
        lacks=tuple(_lacks(found, words, language)),
    )


def _there(parts: Iterable[Part], words: Words, language: Language) -> Iterable[str]:
    """Yield the questions that are answered, and of how many places where they are asked."""
    for part in parts:
        n, label = len(part.filled), part.label[language]
        if 0 < n < part.asked:
            yield words.texts[language]("ui.research.of", label=label, n=n, all=part.asked)
        elif n:
            yield label


def _lacks(found: Coverage, words: Words, language: Language) -> Iterable[Way]:
    return (way(lack.path, lack.wording, words.template, language) for lack in found.missing)
