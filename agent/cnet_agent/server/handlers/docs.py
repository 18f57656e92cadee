"""The contract for people and programs: OpenAPI text and Swagger UI, offline."""

import asyncio
from pathlib import Path

from aiohttp import web

from cnet_agent.model.errors import NotFound
from cnet_agent.model.sentence import Sentence
from cnet_agent.server.openapi import describe
from cnet_agent.server.routes import Call, NoQuery, Reply, Route

_ASSETS = {
    "swagger-ui.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
    "favicon-32x32.png": "image/png",
}
_CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>CNET agent</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
"""
_START = """window.ui = SwaggerUIBundle({
  url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null,
  persistAuthorization: false,
});
"""


async def root(_call: Call[NoQuery, None]) -> web.Response:
    """Lead to the documentation until there is a page for browsers."""
    return web.Response(status=302, headers={"Location": "/docs"})


async def openapi(call: Call[NoQuery, None]) -> web.Response:
    """Answer the contract as OpenAPI 3.1."""
    version = call.services.node.view().version
    trust = call.connection.trusts_locally
    contract = await asyncio.to_thread(describe, call.table, version, local_trust=trust)
    return web.json_response(contract)


async def page(call: Call[NoQuery, None]) -> Reply:
    """Answer Swagger UI's page."""
    _folder(call)
    return _file(_PAGE.encode(), "text/html")


async def asset(call: Call[NoQuery, None]) -> Reply:
    """Answer a part of Swagger UI; only those named here are there."""
    name = call.path["name"]
    if name == "start.js":
        return _file(_START.encode(), "text/javascript")
    media = _ASSETS.get(name)
    if media is None:
        raise NotFound(Sentence("There is no such file."))
    try:
        return _file(await asyncio.to_thread((_folder(call) / name).read_bytes), media)
    except OSError:
        raise NotFound(Sentence("There is no such file.")) from None


def _folder(call: Call[NoQuery, None]) -> Path:
    if call.assets is None:
        raise NotFound(Sentence("Swagger UI is not part of this installation; see /openapi.json."))
    return call.assets


def _file(content: bytes, media: str) -> Reply:
    headers = {"Content-Security-Policy": _CONTENT_POLICY}
    return Reply(
        web.Response(body=content, content_type=media, charset="utf-8", headers=headers)
        if media.startswith("text/")
        else web.Response(body=content, content_type=media)
    )


ROUTES = (
    Route("GET", "/", "read", root, "Leads to /docs", "Agent", hidden=True),
    Route("GET", "/openapi.json", "read", openapi, "This description", "Agent", hidden=True),
    Route("GET", "/docs", "read", page, "This description as a page", "Agent", hidden=True),
    Route("GET", "/docs/{name}", "read", asset, "Parts of that page", "Agent", hidden=True),
)
