"""The OpenAPI 3.1 text, made from the table of routes and the wire models."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

from cnet_agent.server.routes import NoQuery, Route
from cnet_agent.wire.problems import MEDIA_TYPE, Problem

_REF = "#/components/schemas/{model}"
_REFUSALS = {
    "400": "It cannot be read.",
    "401": "A token is needed.",
    "403": "Not allowed.",
    "404": "There is no such thing.",
    "409": "Not possible now.",
    "413": "The body is too large.",
    "415": "The body is not JSON.",
    "421": "The agent does not answer for that host.",
    "422": "The request is not valid; `errors` says where.",
    "429": "Too many wrong tokens.",
    "503": "The queue is full; `Retry-After` says when to come back.",
    "507": "The agent's disk is full.",
}
_FREE: dict[str, Any] = {
    "application/json": {"type": "object"},
    "application/octet-stream": {"type": "string", "format": "binary"},
}
_SHORT: dict[str, Any] = {
    "description": "An error as the inference protocol has it.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["error"],
                "properties": {"error": {"type": "string"}},
            }
        }
    },
}
_PATH_PATTERNS = {"path": r"^[^\u0000\\]+$"}  # the others are ids, of which any text may be tried
_OF_BODIES = frozenset({"409", "413", "415", "422", "503", "507"})

Json = dict[str, Any]
_Key = tuple[int, str]  # index of the route, and what of it: query, body, answer, a status


@cache
def describe(table: tuple[Route, ...], version: str, *, local_trust: bool = True) -> Json:
    """Return the contract as JSON data. Slow (tens of milliseconds) the first time.

    Args:
        table: the routes.
        version: of the agent.
        local_trust: whether programs of the agent's own user need no token.
    """
    shown = [route for route in table if not route.hidden]
    schemas, components = _schemas(shown)
    paths: dict[str, Json] = {}
    for index, route in enumerate(shown):
        path = route.path.replace("...}", "}")
        paths.setdefault(path, {})[route.method.lower()] = _operation(route, index, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "CNET agent",
            "version": version,
            "description": (
                "Programs of the agent's own user need no token on the machine itself;"
                " everybody else sends one in the header `Authorization: Bearer`."
                if local_trust
                else "Everybody sends a token in the header `Authorization: Bearer`."
            ),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "security": [*([{}] if local_trust else []), {"token": []}],
        "tags": [{"name": tag} for tag in dict.fromkeys(route.tag for route in shown)],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": {code: _refusal(text) for code, text in _REFUSALS.items()},
        },
    }


def _schemas(shown: Sequence[Route]) -> tuple[dict[_Key, Json], Json]:
    """Return the schema of each part of each route, and what they share."""
    inputs: list[tuple[_Key, JsonSchemaMode, Any]] = [((-1, "problem"), "serialization", Problem)]
    for index, route in enumerate(shown):
        if route.query is not NoQuery:
            inputs.append(((index, "query"), "validation", route.query))
        if route.body is not None:
            inputs.append(((index, "body"), "validation", route.body))
        if route.answer is not None:
            inputs.append(((index, "answer"), "serialization", route.answer))
        for status, kind in route.also:
            inputs.append(((index, str(status)), "serialization", kind))
    generated, definitions = TypeAdapter.json_schemas(
        [(key, mode, TypeAdapter(kind)) for key, mode, kind in inputs],
        ref_template=_REF,
        schema_generator=GenerateJsonSchema,
    )
    components = definitions["$defs"]
    schemas = {key: schema for (key, _mode), schema in generated.items()}
    # Parameters are written out one by one, so their models need not be components.
    queries = {key: schemas[key]["$ref"].rsplit("/")[-1] for key in schemas if key[1] == "query"}
    schemas |= {key: components[name] for key, name in queries.items()}
    return schemas, {k: v for k, v in components.items() if k not in queries.values()}


def _operation(route: Route, index: int, schemas: dict[_Key, Json]) -> Json:
    operation: Json = {
        "operationId": _operation_id(route),
        "summary": route.summary,
        "tags": [route.tag],
        "x-role": route.access,
        "responses": {
            **_responses(route, schemas.get((index, "answer"))),
            **{
                str(status): _success(route, schemas[index, str(status)])
                for status, _ in route.also
            },
        },
    }
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": _path_schema(name)}
        for name in re.findall(r"\{(\w+)(?:\.\.\.)?\}", route.path)
    ]
    if query := schemas.get((index, "query")):
        parameters += _query_parameters(query)
    if parameters:
        operation["parameters"] = parameters
    if body := schemas.get((index, "body")):
        operation["requestBody"] = {
            "required": route.body_required,
            "content": {"application/json": {"schema": body}},
        }
    if route.raw_body:
        content = {media: {"schema": _FREE.get(media, {})} for media in route.raw_body if media}
        operation["requestBody"] = {"required": True, "content": content}
    if route.access == "public":
        operation["security"] = [{}]
    return operation


def _path_schema(name: str) -> Json:
    pattern = _PATH_PATTERNS.get(name)
    return {"type": "string", "minLength": 1, **({"pattern": pattern} if pattern else {})}


def _query_parameters(schema: Json) -> list[Json]:
    return [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "schema": _without_title(part),
        }
        for name, part in schema["properties"].items()
    ]


def _without_title(schema: Json) -> Json:
    return {key: value for key, value in schema.items() if key != "title"}


def _responses(route: Route, answer: Json | None) -> Json:
    success: Json = {"description": route.summary}
    if route.status != 204:
        success = _success(route, answer)
    has_body = route.body is not None or bool(route.raw_body)
    codes = [code for code in _REFUSALS if has_body or code not in _OF_BODIES]
    if route.method != "GET" and "409" not in codes:
        codes.append("409")
    if route.query is not NoQuery and "422" not in codes:
        codes.append("422")
    if route.status == 201:  # a rerun, which has no body, is refused as any other task is
        codes += [code for code in ("422", "503", "507") if code not in codes]
    if route.refused is not None:
        codes += [code for code in ("503", "504") if code not in codes]
        return {str(route.status): success, **dict.fromkeys(sorted(codes), _SHORT)}
    refusals = {code: {"$ref": f"#/components/responses/{code}"} for code in sorted(codes)}
    return {str(route.status): success, **refusals}


def _success(route: Route, answer: Json | None) -> Json:
    content = {
        media: {"schema": answer if answer and "json" in media else {"type": "string"}}
        for media in route.media
    }
    return {"description": route.summary, "content": content}


def _refusal(text: str) -> Json:
    schema = {"$ref": _REF.format(model="Problem")}
    return {"description": text, "content": {MEDIA_TYPE: {"schema": schema}}}


def _operation_id(route: Route) -> str:
    return "_".join([route.method.lower(), *re.findall(r"\w+", route.path)])
