"""Which programme works with which tool."""

from collections.abc import Sequence

from workbench.documents.comparing.view import Line, View
from workbench.documents.overviews.telling import Described, Telling
from workbench.domain.briefs import Tool
from workbench.rules.overview.alike import Alike, alike
from workbench.rules.overview.briefing import MATERIAL
from workbench.rules.overview.overseen import Overseen

_Used = tuple[Overseen, Tool]


def tools_view(described: Sequence[Described], telling: Telling) -> View:
    """Return a line per tool: which programmes work with it and for what, most programmes first."""
    used = [(one, tool) for one, contents in described for tool in contents.tools]
    names = alike((tool.name for _, tool in used), telling.words.likeness)
    by_name: dict[str, list[_Used]] = {}
    for one, tool in used:
        by_name.setdefault(names[tool.name].name, []).append((one, tool))
    counts = {name: len({one.programme for one, _ in found}) for name, found in by_name.items()}
    together = {name: sum(counts[other] for other in names[name].group) for name in by_name}

    def order(name: str) -> tuple[object, ...]:
        return -together[name], names[name].group[0].casefold(), -counts[name], name.casefold()

    columns = ("tool", "programmes", "kind", "programmes_with", "alike")
    return View(
        "tools",
        telling.say("tools"),
        telling.say("tools.told"),
        telling.head(*columns),
        tuple(_line(by_name[name], names[name], telling) for name in sorted(by_name, key=order)),
        1,
        telling.say("alike.note"),
    )


def _line(found: Sequence[_Used], name: Alike, telling: Telling) -> Line:
    kinds = (telling.label("material_kind", tool.kind) for _, tool in found)
    said = dict.fromkeys(_told(one, tool, telling) for one, tool in found)
    one, tool = found[0]
    cells = (
        name.name,
        len({one.programme for one, _ in found}),
        "\n".join(dict.fromkeys(filter(None, kinds))) or telling.texts("compare.empty"),
        "\n".join(said),
        "\n".join(name.others),
    )
    return Line(cells, key=f"{one.programme}#{tool.path}")


def _told(one: Overseen, tool: Tool, telling: Telling) -> str:
    """Return which programme works with a tool, in which version, and for what."""
    version = f" ({tool.version})" if tool.version else ""
    return f"{telling.title(one)}{version}: {_used_for(tool, telling)}"


def _used_for(tool: Tool, telling: Telling) -> str:
    if tool.asked != MATERIAL:
        template = telling.template
        section = telling.section(template.section_of(tool.asked))
        return f"{section}, {template.question(tool.asked).label[telling.language]}"
    return ", ".join(tool.modules) or telling.say("tools.no_module")
