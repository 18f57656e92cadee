"""What would happen to a task: at once, later, or not, and what one can do. Pure but for words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.errors import AgentError, ExecutorUnavailable, InvalidRequest, QueueFull
from cnet_agent.wire.task import DryRunView
from cnet_ui.agent_words import error_text, worded
from cnet_ui.words import Tone

translate = QCoreApplication.translate
_NAMED = 3  # tasks that hold what is short


@dataclass(frozen=True, slots=True)
class Outlook:
    """A sentence on what would happen, and below it what to know or do; ``can_run`` or not."""

    text: str
    more: str = ""
    icon: str = "info"
    tone: Tone = "neutral"
    can_run: bool = True

    @property
    def reason(self) -> str:
        """All of it, for where there is room."""
        return f"{self.text} {self.more}".strip()


def unknown() -> Outlook:
    """Return what is said before the agent has answered."""
    return Outlook(translate("outlook", "Asking what would happen…"))


def away(reason: str) -> Outlook:
    """Return what is said while the agent cannot be asked."""
    more = translate("outlook", "What you typed stays; it can be run when the agent answers.")
    return Outlook(worded(reason), more, "unplug", "waiting", can_run=False)


def unfinished(problems: Sequence[tuple[str, str]]) -> Outlook:
    """Return what is said of a form with ``problems``: a field's name, and what is wrong.

    Nothing is wrong with one that is still empty.
    """
    missing = ", ".join(name for name, what in problems if not what)
    needed = translate("outlook", "Still to be filled in: {fields}").format(fields=missing)
    wrong = [(name, what) for name, what in problems if what]
    if not wrong:
        return Outlook(needed, can_run=False)
    text = translate("outlook", "{field}: {problem}").format(field=wrong[0][0], problem=wrong[0][1])
    more = needed if missing else ""
    if len(wrong) > 1:
        others = ", ".join(name for name, _ in wrong[1:])
        more = translate("outlook", "Wrong as well: {fields}").format(fields=others)
    return Outlook(text, more, "circle-alert", "bad", can_run=False)


def answered(answer: DryRunView, names: Mapping[str, str]) -> Outlook:
    """Return what the agent's answer means; ``names`` are those of tasks by id."""
    if answer.problems:
        fields = answer.problem_fields
        more = _mend(fields[0] if fields else "", answer.command[0] if answer.command else "")
        return Outlook(worded(answer.problems[0]), more, "triangle-alert", "bad", can_run=False)
    if answer.fits:
        return Outlook(worded(answer.starts), worded(answer.environment), "zap", "good")
    holders = answer.waiting.holders if answer.waiting else []
    known = list(dict.fromkeys(names[each] for each in holders if each in names))
    more = ""
    if known:
        held = ", ".join(known[:_NAMED]) + (", …" if len(known) > _NAMED else "")
        more = translate("outlook", "Held by {tasks}").format(tasks=held)
    return Outlook(worded(answer.starts), more, "clock", "waiting")


def refused(error: AgentError, others: Sequence[str] = ()) -> Outlook:
    """Return what the agent's refusal means; ``others`` are problems of no field."""
    text = others[0] if others else error_text(error)
    match error:
        case ExecutorUnavailable():
            more = translate("outlook", "Choose another kind of task, or another node.")
        case QueueFull():
            more = translate("outlook", "Try again when some tasks have ended.")
            return Outlook(text, more, "clock", "waiting")
        case _:
            more = ""
    cannot = isinstance(error, InvalidRequest)  # anything else may be over when one tries again
    return Outlook(text, more, "triangle-alert", "bad", can_run=not cannot)


def _mend(field: str, command: str) -> str:
    match field:
        case "working_dir":
            return translate("outlook", "Choose a folder that is there, or make it first.")
        case "command" if " " in command:
            return translate("outlook", "Put what follows the program under its arguments.")
        case "command":
            return translate(
                "outlook", "Give its whole path, or install it where the agent finds it."
            )
    return ""
