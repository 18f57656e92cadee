"""From a path to its route."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

from cnet_agent.server.routes import Method, Route


@dataclass(slots=True)
class _Node:
    """A place in the tree of path segments."""

    literal: dict[str, "_Node"] = field(default_factory=dict)
    any: "tuple[str, _Node] | None" = None
    rest: "tuple[str, _Node] | None" = None
    routes: dict[Method, Route] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """What a path leads to: the routes of its methods, and its variable segments."""

    routes: dict[Method, Route]
    path: dict[str, str]

    def route(self, method: str) -> Route | None:
        """Return the route of a method; HEAD is a GET whose body stays away."""
        return self.routes.get("GET" if method == "HEAD" else method)  # type: ignore[call-overload,no-any-return]


class Dispatcher:
    """Finds routes by segment, each decoded once; what is not in the table is not found."""

    def __init__(self, table: Iterable[Route]) -> None:
        self._root = _Node()
        for route in table:
            self._add(route)

    def find(self, raw_path: str) -> Match | None:
        """Return what a path as it came leads to."""
        segments = [unquote(part) for part in raw_path.removeprefix("/").split("/")]
        node, values = self._root, {}
        for index, segment in enumerate(segments):
            if segment in node.literal:
                node = node.literal[segment]
            elif node.any is not None and segment:
                name, node = node.any
                values[name] = segment
            elif node.rest is not None:
                name, node = node.rest
                values[name] = "/".join(segments[index:])
                break
            else:
                return None
        return Match(node.routes, values) if node.routes else None

    def _add(self, route: Route) -> None:
        node = self._root
        for segment in route.path.removeprefix("/").split("/"):
            name = segment.strip("{}")
            if segment.endswith("...}"):
                node.rest = node.rest or (name.removesuffix("..."), _Node())
                node = node.rest[1]
            elif segment.startswith("{"):
                node.any = node.any or (name, _Node())
                assert node.any[0] == name, f"two names for one segment: {route.path}"
                node = node.any[1]
            else:
                node = node.literal.setdefault(segment, _Node())
        assert route.method not in node.routes, f"two routes: {route.method} {route.path}"
        node.routes[route.method] = route
