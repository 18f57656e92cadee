"""Tells observers of models whose state has changed; figures change all the time, and are asked."""

from collections.abc import Iterable

from cnet_agent.runtime.bus import Bus
from cnet_agent.wire.models import ModelMetrics, ModelView

_FIGURES = {"metrics": ModelMetrics(), "memory": None, "gpu_memory": None}


class Announcer:
    """Compares what is with what was told last.

    Attributes:
        told: the models as observers know them, by id.
    """

    def __init__(self, bus: Bus) -> None:
        self.told: dict[str, ModelView] = {}
        self._bus = bus

    def begin(self, models: Iterable[ModelView]) -> None:
        """Take what there is at first, which nobody has to be told."""
        self.told = {model.id: _state(model) for model in models}

    def tell(self, models: Iterable[ModelView]) -> None:
        """Tell what has changed, and which models are gone."""
        now = {model.id: _state(model) for model in models}
        for model_id, state in now.items():
            if self.told.get(model_id) != state:
                self._bus.publish("model", state)
        for model_id in self.told.keys() - now.keys():
            self._bus.publish("model_removed", {"id": model_id})
        self.told = now


def _state(model: ModelView) -> ModelView:
    return model.model_copy(update=_FIGURES)
