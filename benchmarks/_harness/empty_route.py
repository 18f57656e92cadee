"""The limit of every HTTP figure: aiohttp with one route that does nothing."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator

# An application with its router and middlewares, and the low-level server, which the agent uses.
APPLICATION, SERVER = "application", "server"


@contextlib.contextmanager
def empty_route(kind: str) -> Iterator[str]:
    """Run one in a process of its own and give its URL."""
    command = [sys.executable, __file__, kind]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def main() -> None:
    """Serve until killed."""
    import asyncio
    import socket

    from aiohttp import web

    async def answer(request: web.BaseRequest) -> web.Response:
        await request.read()
        return web.json_response({})

    async def serve() -> None:
        if sys.argv[1] == APPLICATION:
            application = web.Application()
            application.router.add_route("*", "/", answer)
            runner: web.BaseRunner = web.AppRunner(application, access_log=None)
        else:
            runner = web.ServerRunner(web.Server(answer, access_log=None))
        await runner.setup()
        bound = socket.create_server(("127.0.0.1", 0))
        await web.SockSite(runner, bound).start()
        print(f"http://127.0.0.1:{bound.getsockname()[1]}", flush=True)
        await asyncio.Event().wait()

    asyncio.run(serve())


if __name__ == "__main__":
    main()
