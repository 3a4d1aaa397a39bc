"""The addresses that programs ask instead of people."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from workbench import __version__
from workbench.api.counter import Counter
from workbench.api.typing import Typing


async def health(_: Request) -> JSONResponse:
    """Answer that the server is up, and which version it is."""
    return JSONResponse({"status": "ok", "version": __version__})


def routes(counter: Counter) -> list[BaseRoute]:
    """Return every address, served from what one server process shares."""
    typing = Typing(counter)
    return [
        Route("/api/health", health),
        Route("/api/answers/{institution}/{name}/{path}", typing.answer, methods=["PUT"]),
        Route("/api/notes/{institution}/{name}/{path}/{what}", typing.note, methods=["PUT"]),
    ]
