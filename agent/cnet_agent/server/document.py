"""Writes the page about the HTTP API: ``python -m cnet_agent.server.document``."""

import re
import sys
from collections.abc import Iterator
from typing import Any

from cnet_agent import __version__
from cnet_agent.server.openapi import describe
from cnet_agent.server.table import TABLE

_HEAD = """\
# HTTP API

<!-- Made by `make docs` from the table of routes; change it there. -->

JSON in and out, UTF-8. Times are RFC 3339 in UTC with milliseconds. Sizes are bytes in answers;
requests also take `"512MB"`, `"8g"`, `"1GiB"`. Durations are seconds in answers; requests also take
`"30s"`, `"5m"`, `"2h"`. Fields that are not known are refused with their place. An error is
`application/problem+json`: `{type, title, status, detail, errors: [{loc, msg}]}`.

Sentences for a person are in English. Beside them, `said` tells by field what they were made of, a
template and its figures, so that a client can say them in another language:
`{"detail": {"template": "There is no task {task}.", "figures": {"task": "01a2…"}}}`.
What the system or a person said is not in it.

The same contract as OpenAPI 3.1 is at `/openapi.json`, and to try out at `/docs`. Who may use a
route is its role: `read` < `operate` < `admin`; see [security.md](security.md).
"""

Json = dict[str, Any]


def page() -> str:
    """Return the page as Markdown: a table of routes per noun, then the bodies they take."""
    contract = describe(TABLE, __version__)
    return _HEAD + "".join((*_routes(contract), *_bodies(contract)))


def _routes(contract: Json) -> Iterator[str]:
    for tag in (entry["name"] for entry in contract["tags"]):
        yield f"\n## {tag}\n\n| route | role | what it does | parameters |\n|---|---|---|---|\n"
        for path, methods in contract["paths"].items():
            for method, operation in methods.items():
                if tag in operation["tags"]:
                    names = [
                        f"`{parameter['name']}`"
                        for parameter in operation.get("parameters", [])
                        if parameter["in"] == "query"
                    ]
                    yield (
                        f"| `{method.upper()} {path}` | {operation['x-role']} "
                        f"| {operation['summary']} | {', '.join(names)} |\n"
                    )


def _bodies(contract: Json) -> Iterator[str]:
    schemas = contract["components"]["schemas"]
    yield "\n## Bodies of requests\n"
    for name in sorted(_named(contract)):
        schema = schemas[name]
        yield f"\n### {name}\n\n{_text(schema)}\n\n"
        yield "| field | type | default | |\n|---|---|---|---|\n"
        for field, part in schema.get("properties", {}).items():
            needed = "*required*" if field in schema.get("required", ()) else _default(part)
            yield f"| `{field}` | {_type(part)} | {needed} | {_text(part)} |\n"


def _named(contract: Json) -> set[str]:
    """Return the names of the schemas that requests use, directly or inside others."""
    schemas = contract["components"]["schemas"]
    found: set[str] = set()
    waiting = [
        operation["requestBody"]
        for methods in contract["paths"].values()
        for operation in methods.values()
        if "requestBody" in operation
    ]
    while waiting:
        for name in re.findall(r"#/components/schemas/([\w.-]+)", str(waiting.pop())):
            if name not in found:
                found.add(name)
                waiting.append(schemas[name])
    return {name for name in found if schemas[name].get("type") == "object"}


def _type(schema: Json) -> str:
    if "$ref" in schema:
        return f"`{schema['$ref'].rsplit('/')[-1]}`"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(part) for part in schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return ", ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return str(schema.get("type", "any"))


def _default(schema: Json) -> str:
    return f"`{schema['default']}`" if schema.get("default") not in (None, "", [], {}) else ""


def _text(schema: Json) -> str:
    return str(schema.get("description", "")).replace("\n", " ").replace("|", "\\|").strip()


if __name__ == "__main__":
    sys.stdout.write(page())
