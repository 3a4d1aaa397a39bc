"""The formats a report comes in: what makes it, and how the file is known to other programs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workbench.documents.blocks import Report
from workbench.documents.data import json_bytes, yaml_bytes
from workbench.documents.html import html
from workbench.documents.markdown import markdown
from workbench.documents.pdf import pdf
from workbench.documents.word import word


@dataclass(frozen=True)
class Format:
    """One format."""

    render: Callable[[Report], bytes]
    mime: str
    extension: str


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: Mapping[str, Format] = {
    "docx": Format(word, _WORD, "docx"),
    "pdf": Format(pdf, "application/pdf", "pdf"),
    "html": Format(html, "text/html", "html"),
    "md": Format(markdown, "text/markdown", "md"),
    "json": Format(json_bytes, "application/json", "json"),
    "yaml": Format(yaml_bytes, "application/yaml", "yaml"),
}


def render(report: Report, format_name: str) -> bytes:
    """Return the report in a format; raise KeyError for a format that does not exist."""
    return FORMATS[format_name].render(report)
