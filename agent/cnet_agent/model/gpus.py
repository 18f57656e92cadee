"""The GPUs that a task or a model wants for itself. Pure."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from cnet_agent.model.fields import NUMBER, Line, Strict
from cnet_agent.model.sentence import Sentence


class WantsGpus(Strict):
    """Asks for a number of GPUs, or for certain ones; for none if both are left out."""

    gpu_limit: Annotated[int, Field(ge=0, le=64), NUMBER] = Field(
        0, description="Whole GPUs, for it alone."
    )
    gpus: tuple[Line, ...] = Field(
        (),
        max_length=64,
        description="Which, by their UUIDs; any if left out.",
        json_schema_extra={"uniqueItems": True},
    )

    @property
    def gpu_count(self) -> int:
        """How many it wants."""
        return len(self.gpus) or self.gpu_limit

    @model_validator(mode="after")
    def _counts_its_gpus(self) -> Self:
        if self.gpus and self.gpu_limit not in (0, len(self.gpus)):
            raise ValueError(Sentence("gpu_limit must be the number of gpus, or be left out"))
        if len(set(self.gpus)) < len(self.gpus):
            raise ValueError(Sentence("gpus must not name one twice"))
        return self
