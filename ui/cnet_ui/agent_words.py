"""What an agent says, in the console's language."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.sentence import Sentence, filled, told

CONTEXT = "agent"  # of the translations; see packaging/agent_messages.py


def worded(text: str) -> str:
    """Return an agent's text in the console's language; what a system or a person said stays."""
    if not isinstance(text, Sentence):
        return text
    template = QCoreApplication.translate(CONTEXT, text.template)
    return filled(template, text.figures, worded)


def error_text(error: BaseException) -> str:
    """Return what an error says in the console's language."""
    return worded(told(error))
