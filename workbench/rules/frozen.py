"""A fingerprint of what a description says, whatever the form in which it is written down."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from workbench.domain.changes import Change, Data


def fingerprint_of(data: Data) -> str:
    """Return the sha256 of the canonical form of a description.

    The order of fields does not count, nor does a field in which nothing stands: neither says
    anything. A number counts by its value: 2 and 2.0 are the same answer.
    """
    canonical = json.dumps(
        _said(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _said(value: Any) -> Any:
    if isinstance(value, Mapping):
        parts = {key: _said(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [_said(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def named(data: Data, name: str) -> Change:
    """Return the change that gives a description as it stands a name."""
    return Change("version", "", None, {"name": name, "sha256": fingerprint_of(data)})
