"""The server: which addresses it listens on, from start to end."""

import asyncio
import logging
import socket
import ssl
from contextlib import ExitStack
from dataclasses import dataclass
from ipaddress import ip_address

from aiohttp import web

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import AgentSettings
from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.descriptors import MOST_CONNECTIONS
from cnet_agent.server import problems, tls
from cnet_agent.server.app import Api
from cnet_agent.server.overload import accept_trouble_shortened
from cnet_agent.server.ports import CannotListen, PortInUse, listen
from cnet_agent.server.protocol import Listener
from cnet_agent.server.trust import LocalTrust

logger = logging.getLogger(__name__)

CLOSE_DEADLINE = 5.0  # seconds for requests in progress
_WILDCARDS = ("0.0.0.0", "::")  # noqa: S104 - compared with, and only with TLS or on demand
_ACCEPTED_AT_ONCE = 8  # connections, each a descriptor, before anybody may refuse them
_WAITING = 1024  # connections that the system keeps for us meanwhile
_TRIES = 20  # at a free port that both loopback addresses have


@dataclass(frozen=True, slots=True)
class _Site:
    socket: socket.socket
    context: ssl.SSLContext | None = None


class Service:
    """Listens on loopback in plain HTTP, and beyond it with TLS where the settings say so."""

    def __init__(
        self,
        api: Api,
        settings: AgentSettings,
        layout: Layout,
        *,
        alias_port: int = 0,
        max_connections: int = MOST_CONNECTIONS,
    ) -> None:
        self.port = settings.port  # the true one, once started
        self.notices: list[str] = []  # what did not work but does not matter enough to stop
        self.fingerprint: str | None = None  # of the certificate, if there is a TLS listener
        self._settings = settings
        self._layout = layout
        self._alias_port = alias_port
        self._listener = Listener(
            api,
            LocalTrust(settings.local_trust),
            malformed=problems.malformed,
            max_connections=max_connections,
        )
        self._runner = web.ServerRunner(self._listener)
        self._sites: list[_Site] = []
        self._quiet = ExitStack()
        api.services.tokens.on_revoked = self._listener.end_streams

    @property
    def url(self) -> str:
        """Where the agent answers on this machine."""
        return f"http://127.0.0.1:{self.port}"

    async def bind(self) -> None:
        """Take the ports, so that it is known early whether they can be had.

        Who connects from now on waits until ``start``.

        Raises:
            PortInUse: somebody else has the port.
            CannotListen: the configured address is not one of this machine.
            CertificateError: the certificate's files cannot be used.
        """
        self._sites = await asyncio.to_thread(self._take_ports)

    async def start(self) -> None:
        """Answer on the ports that ``bind`` took."""
        self._runner = web.ServerRunner(self._listener, shutdown_timeout=CLOSE_DEADLINE)
        await self._runner.setup()
        self._quiet.enter_context(accept_trouble_shortened())
        for site in self._sites:
            listening = web.SockSite(
                self._runner, site.socket, ssl_context=site.context, backlog=_ACCEPTED_AT_ONCE
            )
            await listening.start()
            site.socket.listen(_WAITING)  # asyncio takes one figure for this and for the other

    async def close(self) -> None:
        """Stop listening, end the streams, and let requests in progress come to their end."""
        if not self._runner.sites:  # bound and never started
            for unused in self._sites:
                unused.socket.close()
        for site in self._runner.sites:
            await site.stop()
        self._listener.end_streams()
        await self._runner.cleanup()
        self._quiet.close()

    def _take_ports(self) -> list[_Site]:
        sites: list[_Site] = []
        try:
            beyond = self._beyond_loopback()
            sites += self._loopback(self._settings.port, share=beyond in _WILDCARDS)
            self.port = sites[0].socket.getsockname()[1]
            if beyond is not None:
                sites.append(self._beyond(beyond))
            if self._alias_port not in (0, self.port):
                sites += self._alias()
        except BaseException:
            for site in sites:
                site.socket.close()
            raise
        return sites

    def _loopback(self, port: int, *, share: bool = False) -> list[_Site]:
        """Take a port on both loopback addresses, or another user could take the second."""
        for attempt in range(_TRIES):
            if share and port:  # sharing is between ourselves: first see that nobody has it
                listen("127.0.0.1", port).close()
            first = listen("127.0.0.1", port, share=share)
            try:
                second = listen("::1", first.getsockname()[1], share=share)
            except CannotListen as error:
                logger.info("no IPv6 loopback: %s", error)
                return [_Site(first)]
            except PortInUse:
                first.close()
                if port or attempt == _TRIES - 1:
                    raise
                continue
            return [_Site(first), _Site(second)]
        raise AssertionError

    def _alias(self) -> list[_Site]:
        try:
            return self._loopback(self._alias_port)
        except (PortInUse, CannotListen) as error:
            taken = isinstance(error, PortInUse)
            self.notices.append(
                Sentence(
                    "Port {taken} is taken; the agent answers on port {port} only.",
                    taken=self._alias_port,
                    port=self.port,
                )
                if taken
                else Sentence(
                    "Port {closed} cannot be listened on; the agent answers on port {port} only.",
                    closed=self._alias_port,
                    port=self.port,
                )
            )
            logger.warning("the second port stays closed: %s", error)  # it names the holder
            return []

    def _beyond_loopback(self) -> str | None:
        """Return the configured address if it is not a loopback one."""
        address = self._settings.address
        if address in ("", "localhost"):
            return None
        try:
            found = ip_address(address)
        except ValueError:
            found = ip_address(_resolve(address))
        return None if found.is_loopback else str(found)

    def _beyond(self, address: str) -> _Site:
        bound = listen(address, self.port, share=address in _WILDCARDS)
        if self._settings.allow_plain_http:
            return _Site(bound)
        try:
            context = tls.server_context(self._layout.certificate, self._settings.address)
            self.fingerprint = tls.fingerprint(self._layout.certificate)
        except BaseException:
            bound.close()
            raise
        return _Site(bound, context)


def _resolve(name: str) -> str:
    try:
        return str(socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)[0][4][0])
    except OSError as error:
        raise CannotListen(
            Sentence("Cannot listen on {address}: {why}.", address=name, why=error.strerror)
        ) from None
