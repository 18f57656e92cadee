"""Requests to models, by way of the agent."""

import json
import time
from collections.abc import Callable
from http import HTTPStatus

from pydantic import JsonValue

from cnet_agent.config.schema import Settings
from cnet_agent.model.errors import (
    AgentError,
    Conflict,
    FieldError,
    InvalidRequest,
    ModelFailed,
    ModelTooSlow,
    ModelUnavailable,
    NotFound,
)
from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.models import changes, views
from cnet_agent.runtime.models.link import Link
from cnet_agent.runtime.models.links import Links
from cnet_agent.runtime.models.looks import Looks
from cnet_agent.runtime.models.registry import Model, Registry
from cnet_agent.serving.asking import pack_versioned
from cnet_agent.wire.models import Prediction
from cnet_worker.frames import PREDICT, Reply

_GRACE = 5.0  # seconds beyond a request's own limit for the server to say that it is late
_RETRY_AFTER = 1.0  # seconds
_REFUSALS: dict[int, type[AgentError]] = {
    HTTPStatus.BAD_REQUEST: InvalidRequest,
    HTTPStatus.UNPROCESSABLE_ENTITY: InvalidRequest,
    HTTPStatus.SERVICE_UNAVAILABLE: ModelUnavailable,
    HTTPStatus.GATEWAY_TIMEOUT: ModelTooSlow,
}


class Requests:
    """Passes them on to the models' servers.

    Every method raises ``Conflict`` where the model is not being served, ``ModelUnavailable``
    where it is being loaded or has too much to do, ``InvalidRequest`` where the input does not fit
    it, ``ModelTooSlow`` and ``ModelFailed``.

    Args:
        registry: has the models.
        looks: finds their tasks.
        links: to their servers.
        settings: in force.
    """

    def __init__(
        self, registry: Registry, looks: Looks, links: Links, settings: Callable[[], Settings]
    ) -> None:
        self._registry = registry
        self._looks = looks
        self._links = links
        self._settings = settings

    def named(self, name: str, version: str = "") -> Model:
        """Return a model by its name, and perhaps a version that it must have.

        Raises:
            NotFound: there is none.
        """
        model = self._registry.named(name)
        if model is None:
            raise NotFound(Sentence("There is no model named {name}.", name=repr(name[:100])))
        if version:
            changes.check_known(model, version)
        return model

    async def predict(self, model_id: str, input_data: JsonValue) -> Prediction:
        """Return what a model answers.

        Raises:
            NotFound: there is no such model.
        """
        model = self._registry.find(model_id)
        began = time.perf_counter()
        body = json.dumps({"input_data": input_data}).encode()
        told = json.loads((await self.ask(model, PREDICT, body)).body)
        return Prediction(
            prediction=told["prediction"],
            model_id=model.id,
            model_name=model.name,
            version=told["version"],
            latency_ms=round((time.perf_counter() - began) * 1000, 3),
        )

    async def ask(self, model: Model, kind: int, body: bytes, version: str = "") -> Reply:
        """Return what a model answers, which is no error.

        Args:
            model: that is asked.
            kind: of ``cnet_worker.frames``.
            body: the request.
            version: that is to answer; the one whose turn it is if empty.
        """
        link = await self._link(model)
        kind, body = pack_versioned(kind, body, version)
        reply = await link.ask(kind, body, self._settings().ml.timeout + _GRACE)
        if reply is None:
            raise ModelUnavailable(
                Sentence("The model's server ended before it answered."), retry_after=_RETRY_AFTER
            )
        if reply.status != HTTPStatus.OK:
            raise _refusal(reply.status, json.loads(reply.body)["error"])
        return reply

    async def _link(self, model: Model) -> Link:
        """Return the connection to a model's server."""
        task = await self._looks.task(model)
        link = await self._links.of(task) if task is not None else None
        if link is not None:
            return link
        status, reason = views.condition(task, {}, "")
        if status in ("stopped", "failed"):
            raise Conflict(
                Sentence(
                    "The model {name} is not being served ({status}); start it.",
                    name=model.name,
                    status=status,
                )
            )
        raise ModelUnavailable(
            reason or Sentence("The model waits to be loaded."), retry_after=_RETRY_AFTER
        )


def _refusal(status: int, why: str) -> AgentError:
    kind = _REFUSALS.get(status, ModelFailed)
    if kind is InvalidRequest:
        return InvalidRequest(why, errors=(FieldError(("input_data",), why),))
    return kind(why, retry_after=_RETRY_AFTER if kind is ModelUnavailable else None)
