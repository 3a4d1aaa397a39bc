"""The description itself as data: JSON and YAML with everything that was entered."""

import json

from workbench.documents.blocks import Report
from workbench.domain.dialect import written


def json_bytes(report: Report) -> bytes:
    """Return the description as JSON, in the order of the model."""
    text = json.dumps(report.data, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def yaml_bytes(report: Report) -> bytes:
    """Return the description exactly as the file in which it is kept."""
    return written(report.data).encode()
