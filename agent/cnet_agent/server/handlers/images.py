"""The images that training jobs run in: listed, built, and followed while they are."""

import json
from collections.abc import AsyncGenerator, AsyncIterator

from aiohttp import web

from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.server.sse import stream
from cnet_agent.wire.images import BuildBody, BuildView, ImagesView
from cnet_agent.wire.sse import encode


async def list_images(call: Call[NoQuery, None]) -> ImagesView:
    """Answer the images that jobs can run in, and the latest builds."""
    return await call.services.builds.images()


async def build(call: Call[NoQuery, BuildBody]) -> Reply:
    """Begin to build the standard training image; the answer is the build."""
    view = call.services.builds.start(call.body)
    call.account.detail |= {"tag": view.tag}
    return Reply(view, headers={"Location": f"/api/images/{view.id}/build"})


async def follow(call: Call[NoQuery, None]) -> web.StreamResponse:
    """Answer what a build printed and prints, until it has ended."""
    builds, build_id = call.services.builds, call.path["id"]
    builds.view(build_id)
    return await stream(call, _frames(builds.follow(build_id)))


async def cancel(call: Call[NoQuery, None]) -> BuildView:
    """End a build; what it finished is taken from the cache by the next one."""
    return call.services.builds.cancel(call.path["id"])


async def _frames(items: AsyncIterator[list[str] | BuildView]) -> AsyncGenerator[bytes, None]:
    async for item in items:
        if isinstance(item, BuildView):
            yield encode("build", item.model_dump_json())
        else:
            yield encode("lines", json.dumps(item))


ROUTES = (
    Route(
        "GET", "/api/images", "read", list_images, "The images for training", "Training", ImagesView
    ),
    Route(
        "POST",
        "/api/images",
        "operate",
        build,
        "Build the standard training image",
        "Training",
        BuildView,
        body=BuildBody,
        status=202,
    ),
    Route(
        "GET",
        "/api/images/{id}/build",
        "read",
        follow,
        "A build as it goes on",
        "Training",
        media=("text/event-stream",),
    ),
    Route(
        "DELETE",
        "/api/images/{id}/build",
        "operate",
        cancel,
        "Cancel a build",
        "Training",
        BuildView,
    ),
)
