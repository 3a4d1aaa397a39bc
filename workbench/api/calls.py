"""Whether a call may come in: from our own pages, with a permit, no larger than a text can be."""

from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from workbench.actions.permits import NoPermit, Permit, permitted
from workbench.store.protocol import ProgrammeId

LARGEST = 2_000_000
"""Bytes in one call: the longest text that an answer can hold, and the one it goes on from."""


class Body(BaseModel):
    """What a field sends: its text, and what its writer had seen."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str
    seen: int = Field(ge=0)
    base: str | None = None
    field: str = ""
    """The name by which the open screen knows the field."""


class Declined(Exception):
    """The call is not served; `status` says why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


def from_our_pages(request: Request) -> None:
    """Raise Declined for a call that a browser makes from another place than our own pages."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    ours = site == "same-origin" if site else urlsplit(origin or "").netloc == _host(request)
    if (site or origin) and not ours:
        raise Declined(403, "origin")


def permit_of(request: Request, secret: str) -> Permit:
    """Return the permit of a call for its programme; raise Declined."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    try:
        permit = permitted(token if scheme.lower() == "bearer" else "", secret)
    except NoPermit:
        raise Declined(401, "permit") from None
    asked = ProgrammeId(request.path_params["institution"], request.path_params["name"])
    if permit.programme != asked:
        raise Declined(403, "programme")
    return permit


async def body_of(request: Request) -> Body:
    """Return what a call holds; raise Declined if it is too large or not what a field sends."""
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > LARGEST:
            raise Declined(413, "too_large")
    try:
        return Body.model_validate_json(bytes(content))
    except ValidationError:
        raise Declined(400, "body") from None


def _host(request: Request) -> str:
    return request.headers.get("host", "")
