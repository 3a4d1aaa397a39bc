"""How a Word report looks: its styles, its page and the empty document that every report fills."""

from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from workbench.documents.word_xml import INK, LINE, NAMESPACE, OCHRE, SAND, TEAL, WIDTH
from workbench.domain.wording import Language

LOCALES: Mapping[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
_FONT = "Calibri"
_MARGIN, _TOP = Mm(25), Mm(27)

_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_KEEP = "<w:keepNext/><w:keepLines/>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def _colour(code: str) -> str:
    return f'<w:color w:val="{code}"/>'


def _space(before: float, after: float, line: float = 1.15) -> str:
    return (
        f'<w:spacing w:before="{int(before * 20)}" w:after="{int(after * 20)}" '
        f'w:line="{int(line * 240)}" w:lineRule="auto"/>'
    )


def _box(fill: str, sides: Iterable[str], colour: str, width: int, space: int) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'
        for side in sides
    )
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f"<w:pBdr>{lines}</w:pBdr>{shading}"


def _heading(level: int, size: float, before: float, colour: str = TEAL) -> tuple[str, ...]:
    page = "<w:pageBreakBefore/>" if level == 1 else ""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return (
        f"Heading{level}",
        f"heading {level}",
        "Normal",
        f"{_KEEP}{page}{_space(before, 4, 1.05)}{outline}",
        f"{_BOLD}{_colour(colour)}{_size(size)}",
    )


_COVER = _box(SAND, ("left",), TEAL, 48, 12)
_TABS = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{WIDTH}"/></w:tabs>'

# Id, name, based on, paragraph, characters; the order inside the last two is that of the standard.
_STYLES: tuple[tuple[str, ...], ...] = (
    ("Normal", "Normal", "", _space(0, 6), f"{_colour(INK)}{_size(10.5)}"),
    _heading(1, 20, 0),
    _heading(2, 15, 18),
    _heading(3, 12, 14),
    _heading(4, 11, 12, INK),
    (
        "Title", "Title", "Normal",
        f"{_COVER}{_space(4, 4, 1)}", f"{_BOLD}{_colour(TEAL)}{_size(30)}",
    ),
    ("Subtitle", "Subtitle", "Normal", f"{_COVER}{_space(0, 0)}", _size(14)),
    (
        "CoverKind", "Cover Kind", "Normal",
        f"{_COVER}{_space(90, 0)}", f"{_BOLD}{_colour(TEAL)}{_size(12)}",
    ),
    (
        "CoverMark", "Cover Mark", "Normal",
        f"{_COVER}{_space(6, 24)}", f"{_BOLD}{_colour(OCHRE)}",
    ),
    ("QuestionLabel", "Question Label", "Normal", f"{_KEEP}{_space(8, 2)}", _BOLD),
    ("Gap", "Gap", "Normal", _space(0, 6), f"{_ITALIC}{_colour(OCHRE)}"),
    ("Remark", "Remark", "Normal", _box("", ("left",), LINE, 18, 8) + _space(0, 6), _ITALIC),
    (
        "Reference", "Reference", "Normal",
        f'{_space(0, 6)}<w:ind w:left="425" w:hanging="425"/>', "",
    ),
    (
        "ListBullet", "List Bullet", "Normal",
        '<w:numPr><w:numId w:val="1"/></w:numPr>'
        f'{_space(0, 3)}<w:ind w:left="397" w:hanging="284"/>', "",
    ),
    ("TableText", "Table Text", "Normal", _space(0, 2, 1.05), _size(10)),
    ("TableQuestion", "Table Question", "TableText", _space(0, 2, 1.05), _BOLD),
    (
        "TableHead", "Table Head", "TableText",
        f"{_KEEP}{_space(0, 2, 1)}", f"{_BOLD}{_colour('FFFFFF')}",
    ),
    ("TableGap", "Table Gap", "TableText", _space(0, 2, 1.05), f"{_ITALIC}{_colour(OCHRE)}"),
    ("TableRemark", "Table Remark", "TableText", _space(0, 2, 1.05), _ITALIC),
    (
        "TOCHeading", "TOC Heading", "Normal",
        f"{_KEEP}<w:pageBreakBefore/>{_space(0, 8)}", f"{_BOLD}{_colour(TEAL)}{_size(20)}",
    ),
    ("TOC1", "toc 1", "Normal", f"{_TABS}{_space(6, 2)}", _BOLD),
    ("TOC2", "toc 2", "Normal", f'{_TABS}{_space(0, 1)}<w:ind w:left="340"/>', ""),
    (
        "Header", "header", "Normal",
        f"{_box('', ('bottom',), LINE, 4, 4)}{_space(0, 0)}", f"{_colour(TEAL)}{_size(9)}",
    ),
    (
        "Footer", "footer", "Normal",
        f'{_space(0, 0)}<w:jc w:val="right"/>', f"{_colour(TEAL)}{_size(9)}",
    ),
    ("Closing", "Closing", "Normal", f"{_KEEP}{_space(10, 0)}", _size(9)),
)  # fmt: skip


@cache
def blank(language: Language) -> bytes:
    """Return an empty document with the styles, the page and the language of a report."""
    document = Document()
    styles = document.styles.element
    known = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
    for style in _STYLES:
        made = parse_xml(_style(*style))
        if style[0] in known:
            styles.replace(known[style[0]], made)
        else:
            styles.append(made)
    _set_defaults(styles, LOCALES[language])
    _set_page(document)
    _set_modern(document.settings.element, LOCALES[language])
    filled = BytesIO()
    document.save(filled)
    return filled.getvalue()


def _style(style_id: str, name: str, base: str, paragraph: str, characters: str) -> str:
    default = ' w:default="1"' if style_id == "Normal" else ""
    based = f'<w:basedOn w:val="{base}"/><w:next w:val="Normal"/>' if base else ""
    return (
        f'<w:style xmlns:w="{NAMESPACE}" w:type="paragraph"{default} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
    )


def _set_defaults(styles: Any, locale: str) -> None:
    defaults = styles.find(qn("w:docDefaults")).find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts, language = defaults.find(qn("w:rFonts")), defaults.find(qn("w:lang"))
    fonts.attrib.clear()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), _FONT)
    for kind in ("val", "eastAsia"):
        language.set(qn(f"w:{kind}"), locale)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _TOP
    section.different_first_page_header_footer = True


def _set_modern(settings: Any, locale: str) -> None:
    """Let Word open the document as one of today, in the language of the report."""
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    language = settings.find(qn("w:themeFontLang"))
    language.set(qn("w:val"), locale)
