"""Figures of the models for Prometheus, as their servers told them last. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from cnet_agent.runtime.models.registry import Model
from cnet_agent.wire.exposition import Family, Histogram, counter, gauge


def families(models: Iterable[tuple[Model, Mapping[str, Any]]]) -> list[Family]:
    """Return the figures of models, each with what its server told; nothing of one without."""
    ready = gauge("cnet_model_ready", "Whether the model is loaded, warmed up and answers.")
    pending = gauge("cnet_model_pending_requests", "Requests that wait or are computed.")
    errors = counter("cnet_model_errors", "Requests that got an error, by kind.")
    took = Family("cnet_model_request_seconds", "histogram", "How long answered requests took.")
    for model, told in models:
        for name, state in (told.get("versions") or {model.live.name: {}}).items():
            labels = {"model": model.name, "version": name}
            ready.add(float(state.get("state") == "running"), **labels)
            if not state:
                continue
            figures = state["metrics"]
            pending.add(state["pending"], **labels)
            took.add(Histogram(figures["bounds"], figures["counts"], figures["seconds"]), **labels)
            for kind, count in figures["errors"].items():
                errors.add(count, **labels, kind=kind)
    return [ready, pending, took, errors]
