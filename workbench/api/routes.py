"""The addresses that programs ask instead of people."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from workbench import __version__


async def health(_: Request) -> JSONResponse:
    """Answer that the server is up, and which version it is."""
    return JSONResponse({"status": "ok", "version": __version__})


ROUTES = [Route("/api/health", health)]
