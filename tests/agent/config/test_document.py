from pathlib import Path

from cnet_agent.config.document import page
from cnet_agent.config.fields import FIELDS

ROOT = Path(__file__).parents[3]


def test_the_page_about_settings_is_current() -> None:
    assert (ROOT / "docs" / "configuration.md").read_text() == page(), "run make docs"


def test_the_page_names_every_setting() -> None:
    for key in FIELDS:
        assert f"| `{key}` |" in page()
