"""All views of a comparison, in the order in which they are shown."""

from collections.abc import Callable, Mapping

from workbench.documents.comparing.answers_view import answers_view, facets_view
from workbench.documents.comparing.common_view import common_view
from workbench.documents.comparing.factors_view import factors_view
from workbench.documents.comparing.levels_view import evidence_view, levels_view
from workbench.documents.comparing.modules_view import modules_view, phases_view
from workbench.documents.comparing.saying import Saying
from workbench.documents.comparing.view import View

VIEWS: Mapping[str, Callable[[Saying], View]] = {
    "common": common_view,
    "modules": modules_view,
    "phases": phases_view,
    "factors": factors_view,
    "facets": facets_view,
    "evidence": evidence_view,
    "levels": levels_view,
    "answers": answers_view,
}
"""What makes each view, by the name under which addresses ask for it."""


def view(saying: Saying, name: str, *, only_differences: bool = False) -> View:
    """Return one view; raise KeyError for a name that does not exist."""
    made = VIEWS[name](saying)
    return made.differing if only_differences else made


def views(saying: Saying, *, only_differences: bool = False) -> tuple[View, ...]:
    """Return every view."""
    return tuple(view(saying, name, only_differences=only_differences) for name in VIEWS)
