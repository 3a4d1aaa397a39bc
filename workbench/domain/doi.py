"""DOIs: the permanent numbers of articles and reports."""

import re

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
_AFTER = ".,;:'’”!?"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def doi_in(text: str) -> str:
    """Return the DOI in what somebody typed or pasted, as it stands there; empty without one."""
    found = _DOI.search(text)
    return _without_what_follows(found.group()) if found else ""


def doi_link(text: str) -> str:
    """Return the web address of a DOI; empty when there is none in the text."""
    doi = doi_in(text)
    return f"https://doi.org/{doi}" if doi else ""


def same_doi(text: str) -> str:
    """Return the form in which two spellings of one DOI are equal; empty without a DOI."""
    return doi_in(text).casefold()


def _without_what_follows(doi: str) -> str:
    """Return a DOI without the sentence's own marks; a bracket that the DOI opened stays."""
    while doi[-1] in _AFTER or (
        doi[-1] in _PAIRS and doi.count(doi[-1]) > doi.count(_PAIRS[doi[-1]])
    ):
        doi = doi[:-1]
    return doi
