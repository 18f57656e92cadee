"""Hooks of schemathesis: what it must know of the agent's contract that OpenAPI cannot say.

Loaded by its command line in a process of its own; see ``integration/test_contract.py``.
"""

from typing import Any

import schemathesis
from schemathesis.checks import CheckContext
from schemathesis.core.transport import Response
from schemathesis.openapi.checks import IgnoredAuth, RejectedPositiveData
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

# What these take depends on something else: settings on their key, a preset on its fields.
_DEPENDENT = {"patch_api_config", "put_api_presets_id", "post_api_presets_id_run"}
_BEYOND_A_SCHEMA = (
    "The task asks for more than this node has",
    "longer than 1 MiB together",
    "This node cannot run",  # a kind of task: what the node has for it
    "requirements are provided to a script",
    "follow goes on from a cursor",
    "is not a regular expression",
    "command: string should have at least 1 character",  # but a container may leave it out
    "for containers",  # fields that go with the kind of a task
    "for a container",
    "a place in the container",
    "is no port",
    "is no volume",
    "No image can be built here",
    "lies outside the workspace",
    "neither one of",  # a dataset
    "There is no file",
    "is no folder",
    "File name too long",
    "has no GPU",
    "gpu_limit must be the number of gpus",
    "Name the model's file",
    "There is no engine",
    "for tasks of one's own",  # a model
    "must not be less than min",
    "must be 100 percent together",
)


@schemathesis.hook
def before_call(context: Any, case: Any, **_: Any) -> None:
    """Keep streams out: they do not end."""
    if case.operation.definition.raw["operationId"] == "get_api_tasks_id_logs" and case.query:
        case.query.pop("follow", None)


@schemathesis.check
def valid_requests_are_accepted(ctx: CheckContext, response: Response, case: Any) -> bool | None:
    """Do what ``positive_data_acceptance`` does, but for rules that no schema can hold."""
    try:
        return positive_data_acceptance(ctx, response, case)
    except RejectedPositiveData:
        if response.status_code != 422 or not _is_beyond_a_schema(response, case):
            raise
        return None


def _is_beyond_a_schema(response: Response, case: Any) -> bool:
    if case.operation.definition.raw["operationId"] in _DEPENDENT:
        return True
    return any(sentence in response.json()["detail"] for sentence in _BEYOND_A_SCHEMA)


@schemathesis.check
def wrong_tokens_are_refused(ctx: CheckContext, response: Response, case: Any) -> bool | None:
    """Do what ``ignored_auth`` does; but after many wrong tokens the refusal is 429."""
    try:
        return ignored_auth(ctx, response, case)
    except IgnoredAuth as error:
        if "got `429 Too Many Requests`" not in error.message:
            raise
        return None
