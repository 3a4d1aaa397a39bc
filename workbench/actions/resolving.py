"""Looking up a source by its DOI at a resolver on the network, if somebody switched that on."""

import ipaddress
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from workbench.actions.desk import Refused
from workbench.domain.csl_reading import Reading, reading_of
from workbench.domain.doi import doi_in

ASKS_FOR = "application/vnd.citationstyles.csl+json"
MOST_BYTES = 1_000_000
SECONDS = 6.0
_AT_ONCE = 16_384
_UNKNOWN = (404, 410)
_ON = {"1", "ja", "yes", "aan", "on", "true"}
_PUBLIC = "https://doi.org"
_LOCAL = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Resolver:
    """Where DOIs are looked up, and how long somebody waits for it."""

    address: str
    seconds: float = SECONDS

    def look_up(self, typed: str) -> Reading:
        """Return what the resolver knows of a DOI.

        Raises:
            Refused: when there is no DOI in the text, nobody knows it, or no good answer came.
        """
        doi = doi_in(typed)
        if not doi:
            raise Refused("doi_wrong")
        try:
            item = json.loads(self._answer(f"{self.address}/{quote(doi, safe='/')}"))
        except HTTPError as error:
            raise Refused(
                "doi_unknown" if error.code in (404, 410) else "doi_unreachable"
            ) from None
        except (OSError, HTTPException):
            raise Refused("doi_unreachable") from None
        except (ValueError, RecursionError):
            raise Refused("doi_no_answer") from None
        if not isinstance(item, Mapping):
            raise Refused("doi_no_answer")
        reading = reading_of({"DOI": doi, **{key: _decoded(value) for key, value in item.items()}})
        return Reading({**reading.fields, "doi": doi}, reading.left)

    def _answer(self, address: str) -> bytes:
        """Return the body of an answer; raise OSError when it takes too long or is too large."""
        until = time.monotonic() + self.seconds
        opener = build_opener(ProxyHandler(), _OnlyOutside(self.address))
        request = Request(address, headers={"Accept": ASKS_FOR, "User-Agent": "werkbank"})
        with opener.open(request, timeout=self.seconds) as answer:
            return _body(answer, until)


def resolver(setting: str) -> Resolver | None:
    """Return where to look up DOIs, or None while it is off.

    Args:
        setting: empty for off, `on` for doi.org, or the address of another resolver: https, or
            http on this machine itself.

    Raises:
        ValueError: for another address.
    """
    if not setting.strip():
        return None
    address = _PUBLIC if setting.strip().lower() in _ON else setting.strip().rstrip("/")
    place = urlsplit(address)
    is_local = place.scheme == "http" and place.hostname in _LOCAL
    if not (is_local or (place.scheme == "https" and place.hostname)):
        raise ValueError(f"WORKBENCH_DOI_LOOKUP is no https address, and not `on`: {setting}")
    return Resolver(address)


class _OnlyOutside(HTTPRedirectHandler):
    """Follows an answer elsewhere only over https, and never to an address of this network."""

    max_redirections = 5

    def __init__(self, resolver_address: str) -> None:
        self.own = urlsplit(resolver_address)[:2]

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Any:
        place = urlsplit(newurl)
        if place[:2] != self.own and (place.scheme != "https" or _is_inside(place.hostname or "")):
            raise OSError(f"not followed: {place.scheme}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _is_inside(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host in _LOCAL or "." not in host


def _body(answer: HTTPResponse, until: float) -> bytes:
    parts, size = [], 0
    while part := answer.read1(_AT_ONCE):
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES or time.monotonic() > until:
            raise OSError("too much or too slow")
    return b"".join(parts)


def _decoded(value: Any) -> Any:
    """Return a value of Crossref with characters for its `&amp;`."""
    return unescape(value) if isinstance(value, str) else value
