"""What a form asks of the agent: a task, or a preset with values; as JSON, as a curl line. Pure."""

import json
import shlex
from dataclasses import dataclass
from typing import Any

from cnet_agent.wire.task import MASK, is_secret

TOKEN = "CNET_TOKEN"  # noqa: S105 - the name of a variable


@dataclass(frozen=True, slots=True)
class Request:
    """A task to run. ``body`` is the task itself, or the values of the preset's fields.

    ``service`` is the path of a service of the agent that takes the body instead.
    """

    body: dict[str, Any]
    preset_id: str = ""
    service: str = ""

    @property
    def path(self) -> str:
        """Where it is sent."""
        if self.service:
            return self.service
        return f"/api/presets/{self.preset_id}/run" if self.preset_id else "/api/tasks"

    @property
    def content(self) -> dict[str, Any]:
        """What is sent."""
        return {"params": self.body} if self.preset_id else self.body

    def as_json(self) -> str:
        """Return what is sent, in lines to read."""
        return json.dumps(self.content, indent=2, ensure_ascii=False)

    def as_curl(self, url: str, *, with_token: bool) -> str:
        """Return a command for a shell that asks the same.

        A token is read from the variable ``CNET_TOKEN``, never written out.
        """
        lines = [f"curl -X POST {shlex.quote(url + self.path)}"]
        if with_token:
            lines.append(f'  -H "Authorization: Bearer ${TOKEN}"')
        lines.append("  -H 'Content-Type: application/json'")
        lines.append(f"  -d {shlex.quote(json.dumps(self.content, ensure_ascii=False))}")
        return " \\\n".join(lines)

    def covered(self) -> "Request":
        """Return the same with secret-looking values masked, to be shown."""
        return Request(_cover(self.body), self.preset_id, self.service)


def _cover(body: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _cover(value)
        if isinstance(value, dict)
        else (MASK if is_secret(name) and isinstance(value, str) and value else value)
        for name, value in body.items()
    }
