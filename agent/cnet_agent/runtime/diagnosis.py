"""Reads the end of a failed attempt's log for why it failed."""

import asyncio
from dataclasses import replace
from pathlib import Path

from cnet_agent.model.cause import LINES, Diagnosis, diagnose
from cnet_agent.model.phase import Reason
from cnet_agent.model.task import Outcome
from cnet_agent.runtime.logs.page import LogQuery
from cnet_agent.runtime.logs.reader import read_page


async def diagnosed(folder: Path, attempt: int, outcome: Outcome) -> Outcome:
    """Return ``outcome`` with what the attempt's log tells of it.

    Args:
        folder: of the task, with its logs.
        attempt: its number.
        outcome: how it ended, as far as was observed.
    """
    failed = outcome.reason is Reason.EXIT and outcome.exit_code != 0
    if not failed and outcome.reason is not Reason.SIGNAL:
        return outcome
    found = await asyncio.to_thread(_read, folder, attempt)
    if found is None:
        return outcome
    return replace(outcome, cause=found.cause, detail=found.quote)


def _read(folder: Path, attempt: int) -> Diagnosis | None:
    page = read_page(folder, LogQuery(attempt=attempt, tail=LINES))
    return diagnose([record.line for record in page.records])
