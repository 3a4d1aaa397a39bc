"""Literature as CSL-JSON, in and out."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from workbench.documents.sources.batch import MOST_RECORDS, Batch, NotRead
from workbench.domain.csl import item_of


def csl_json(text: str) -> Batch:
    """Return the records of a file in CSL-JSON; raise NotRead when it is no JSON or too long."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotRead("no_json", line=getattr(error, "lineno", 1)) from None
    items = data if isinstance(data, list) else [data]
    if len(items) > MOST_RECORDS:
        raise NotRead("too_many", records=len(items), most=MOST_RECORDS)
    batch = Batch()
    for number, item in enumerate(items, 1):
        if isinstance(item, Mapping):
            batch.take(item, number, str(item.get("id", "")))
        else:
            batch.miss(number, str(item))
    return batch


def csl_json_bytes(sources: Iterable[Mapping[str, Any]]) -> bytes:
    """Return sources as a file that reference managers open."""
    text = json.dumps([item_of(source) for source in sources], ensure_ascii=False, indent=2)
    return f"{text}\n".encode()
