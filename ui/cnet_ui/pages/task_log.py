"""Brings a task's log into a view: its last lines, then what is added."""

import asyncio

from cnet_agent.client.backoff import delays
from cnet_agent.client.client import AgentClient, LogLines
from cnet_agent.client.follow import LogGap, LogInterrupted, follow_log
from cnet_agent.model.errors import AgentError, Unreachable
from cnet_ui.session import AgentSession
from cnet_ui.widgets.log_view import LogView

FIRST = 2000  # lines to begin with


async def show_log(session: AgentSession, task_id: str, view: LogView) -> None:
    """Show a task's log in ``view`` until its end; survives an agent that goes and comes.

    Raises:
        AgentError: the task is gone, or may not be read.
    """
    view.clear()
    view.set_live(True)
    view.show_empty(view.tr("Reading the log…"))
    try:
        await _show(session, task_id, view)
    except AgentError as error:
        view.show_empty(str(error))
        view.set_live(False)
        raise
    view.set_live(False)


async def _show(session: AgentSession, task_id: str, view: LogView) -> None:
    client = session.client
    page = await _last_lines(client, task_id)
    task = session.tasks.get(task_id)
    is_final = task is not None and task.phase.is_final
    if page.cut:
        view.note(view.tr("Earlier lines are kept in the log's files."))
    view.add(page.records)
    view.show_empty(
        view.tr("This task wrote no output.")
        if is_final
        else view.tr("This task has written no output yet.")
    )
    if not is_final:
        await _follow(client, task_id, page.cursor or None, view)
        view.show_empty(view.tr("This task wrote no output."))


async def _last_lines(client: AgentClient, task_id: str) -> LogLines:
    for wait in delays():
        try:
            return await client.log(task_id, tail=FIRST)
        except Unreachable:
            await asyncio.sleep(wait)
    raise AssertionError("delays never end")


async def _follow(client: AgentClient, task_id: str, cursor: str | None, view: LogView) -> None:
    async for item in follow_log(client, task_id, cursor=cursor):
        match item:
            case LogGap(lost, unit):
                sentence = view.tr("{lost} {unit} of the log were gone before they could be read.")
                view.note(sentence.format(lost=f"{lost:,}", unit=unit))
            case LogInterrupted():
                view.note(view.tr("The agent does not answer; the log goes on when it does."))
            case records:
                view.add(records)
