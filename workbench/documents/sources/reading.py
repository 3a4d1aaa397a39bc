"""A file or a pasted text with literature, in whatever of the known forms it is."""

import re

from workbench.documents.sources.batch import MOST_BYTES, MOST_RECORDS, Batch, NotRead
from workbench.documents.sources.bibtex import bibtex
from workbench.documents.sources.csl_json import csl_json
from workbench.documents.sources.ris import ris
from workbench.domain.values import made_writable

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BIBTEX = re.compile(r"^[^\S\n]*@\s*\w+\s*[{(]", re.MULTILINE)
_RIS = re.compile(r"^\s*TY {1,2}-", re.MULTILINE)


def read(content: bytes) -> Batch:
    """Return what a file holds.

    Raises:
        NotRead: when it is too large, holds too many records, or is no such file at all.
    """
    if len(content) > MOST_BYTES:
        raise NotRead("too_large", most=MOST_BYTES // 1_000_000)
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    for is_it, count, reader in (
        (text.lstrip()[:1] in ("[", "{") and text.strip(), None, csl_json),
        (_RIS.search(text), _RIS, ris),
        (_BIBTEX.search(text), _BIBTEX, bibtex),
    ):
        if is_it:
            if count and (records := len(count.findall(text))) > MOST_RECORDS:
                raise NotRead("too_many", records=records, most=MOST_RECORDS)
            return reader(text)
    raise NotRead("unknown" if text.strip() else "nothing")


def _decoded(content: bytes) -> str:
    """Return the text of a file, in UTF-8 or in the encoding of older Windows programs."""
    encoding = next((name for bom, name in _BOMS.items() if content.startswith(bom)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return made_writable(text)
