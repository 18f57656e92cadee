"""The files of a task's own directory."""

import asyncio
import os
from urllib.parse import quote

from aiohttp import web

from cnet_agent.model.errors import AgentError
from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.outputs import named_outputs, own_outputs
from cnet_agent.runtime.task_folder import OpenFile, list_beneath, open_beneath, supported
from cnet_agent.runtime.workspace import working_dir
from cnet_agent.server.guard import SECURITY_HEADERS
from cnet_agent.server.routes import Call, NoQuery, Reply, Route
from cnet_agent.wire.task import FileView, OutputView

CHUNK = 256 * 1024


async def list_files(call: Call[NoQuery, None]) -> Reply:
    """Answer what lies in a task's own directory."""
    folders = await _place(call)
    views, cut = await asyncio.to_thread(list_beneath, call.services.layout.tasks, folders)
    return Reply(views, headers={"X-Truncated": "true"} if cut else {})


async def list_outputs(call: Call[NoQuery, None]) -> list[OutputView]:
    """Answer which files a task made, wherever they lie."""
    folders = await _place(call)
    services = call.services
    task = await services.runtime.get(call.path["id"])
    own = services.layout.task(task.id).work

    def look() -> list[OutputView]:
        place = working_dir(services.runtime.workspace, task.spec)
        named = named_outputs(task, place, own)
        return named + own_outputs(list_beneath(services.layout.tasks, folders)[0], own)

    return await asyncio.to_thread(look)


async def download(call: Call[NoQuery, None]) -> web.StreamResponse:
    """Answer a file's content, always as something to save and never to show."""
    folders = await _place(call)
    root, path = call.services.layout.tasks, call.path["path"]
    file = await asyncio.to_thread(open_beneath, root, folders, path)
    try:
        return await _send(call.request, file)
    finally:
        os.close(file.descriptor)


async def _place(call: Call[NoQuery, None]) -> tuple[str, str]:
    if not supported():
        raise AgentError(Sentence("Files of tasks are not served on this system."), status=501)
    task = await call.services.runtime.get(call.path["id"])
    return task.id, call.services.layout.task(task.id).work.name


async def _send(request: web.BaseRequest, file: OpenFile) -> web.StreamResponse:
    name = quote(file.name.encode("utf-8", "replace"))
    response = web.StreamResponse(
        headers={
            **SECURITY_HEADERS,
            "Content-Type": "application/octet-stream",
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Content-Length": str(file.size),
        }
    )
    await response.prepare(request)
    if request.method == "HEAD":
        return response
    left = file.size
    while left:
        chunk = await asyncio.to_thread(os.read, file.descriptor, min(CHUNK, left))
        if not chunk:  # it has shrunk; a short answer must not look like a whole one
            response.force_close()
            if request.transport is not None:
                request.transport.abort()
            break
        await response.write(chunk)
        left -= len(chunk)
    return response


ROUTES = (
    Route(
        "GET",
        "/api/tasks/{id}/files",
        "read",
        list_files,
        "What lies in a task's own directory",
        "Tasks",
        list[FileView],
    ),
    Route(
        "GET",
        "/api/tasks/{id}/outputs",
        "read",
        list_outputs,
        "The files that a task made, in its own directory and where its command line says",
        "Tasks",
        list[OutputView],
    ),
    Route(
        "GET",
        "/api/tasks/{id}/files/{path...}",
        "read",
        download,
        "Download a file of a task",
        "Tasks",
        media=("application/octet-stream",),
    ),
)
