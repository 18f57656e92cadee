"""What every answer of an agent is."""

from pydantic import BaseModel, ConfigDict


class Answer(BaseModel):
    """Something an agent answers. Clients ignore fields that a newer agent added."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)
