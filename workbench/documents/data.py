"""The values of a report as JSON and YAML; those of the werkblad are the description itself."""

import json

from workbench.documents.blocks import Report
from workbench.domain.dialect import SCHEMA_COMMENT, written


def json_bytes(report: Report) -> bytes:
    """Return the values as JSON, in their order."""
    text = json.dumps(report.data, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def yaml_bytes(report: Report) -> bytes:
    """Return the values as YAML; a description exactly as the file in which it is kept."""
    comment = SCHEMA_COMMENT if "format_version" in report.data else None
    return written(report.data, comment).encode()
