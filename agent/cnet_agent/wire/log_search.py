"""What a search through several logs answers."""

from typing import Literal

from pydantic import Field

from cnet_agent.model.log_level import Level
from cnet_agent.wire.answer import Answer

AGENT = "agent"
"""The source that is the agent itself."""

TRAINING_AGENT, TRAINING_WORKER = "TrainingAgent", "TrainingWorker"
SERVICES = (TRAINING_AGENT, TRAINING_WORKER)
"""The sources that are the training service."""

OWN = (AGENT, *SERVICES)
"""The sources that are no task; every other one is, by its id."""


class FoundLine(Answer):
    """One line, and whose it is."""

    source: str = Field(
        description='"agent", "TrainingAgent", "TrainingWorker", or the id of a task.'
    )
    name: str = Field(description="Of the task.")
    cursor: str = Field(description="Its place in its own log; of a task as in its log's records.")
    time: str = Field(description="RFC 3339 in UTC with microseconds.")
    stream: Literal["stdout", "stderr"] | None = Field(description="None for the agent's own log.")
    level: Level | None = Field(description="That the line names.")
    line: str


class LogSearchView(Answer):
    """Lines of several logs, newest first."""

    lines: list[FoundLine]
    more: bool = Field(
        description="Whether earlier lines were not looked at: enough were found, or time was up."
    )
    next: str | None = Field(None, description="The search goes on from here: give it as `before`.")
