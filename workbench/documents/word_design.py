"""How a Word report looks: its styles, its page and the empty document that every report fills."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from workbench.documents.blocks import Layout
from workbench.documents.word_layouts import MARGINS, styles
from workbench.documents.word_xml import NAMESPACE
from workbench.domain.wording import Language

LOCALES: Mapping[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
_FONT = "Calibri"


@cache
def blank(language: Language, layout: Layout = "book") -> bytes:
    """Return an empty document with the styles, the page and the language of a report."""
    document = Document()
    known_styles = document.styles.element
    known = {style.get(qn("w:styleId")): style for style in known_styles.findall(qn("w:style"))}
    for style in styles(layout):
        made = parse_xml(_style(*style))
        if style[0] in known:
            known_styles.replace(known[style[0]], made)
        else:
            known_styles.append(made)
    _set_defaults(known_styles, LOCALES[language])
    _set_page(document, layout)
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


def _set_page(document: Any, layout: Layout) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    sides, ends = MARGINS[layout]
    section.left_margin = section.right_margin = sides
    section.top_margin = section.bottom_margin = ends
    section.different_first_page_header_footer = True


def _set_modern(settings: Any, locale: str) -> None:
    """Let Word open the document as one of today, in the language of the report."""
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    language = settings.find(qn("w:themeFontLang"))
    language.set(qn("w:val"), locale)
