"""The page about the HTTP API is made from the table of routes."""

from pathlib import Path

from cnet_agent.server.document import page
from cnet_agent.server.table import TABLE

PAGE = Path(__file__).parents[3] / "docs" / "api.md"


def test_the_page_about_the_api_is_current() -> None:
    assert PAGE.read_text() == page(), "run make docs"


def test_the_page_names_every_route_with_its_role() -> None:
    for route in TABLE:
        if not route.hidden:
            path = route.path.replace("...}", "}")
            assert f"| `{route.method} {path}` | {route.access} |" in page()
