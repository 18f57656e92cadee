"""What a model's server says of itself, in sentences that can be translated. Pure."""

import re

from cnet_agent.model.sentence import Sentence

_LOADING = Sentence("The model is being loaded.")
_STOPPING = Sentence("The model is being stopped.")
_ENDED = Sentence("The model's process has ended; it is started again.")
_FIXED = {str(sentence): sentence for sentence in (_LOADING, _STOPPING, _ENDED)}
_ENDED_SO = re.compile(r"The model's process has ended \((?P<how>.*)\); it is started again\.")
_UNLOADED = re.compile(
    r"It is unloaded: nobody asked it for (?P<seconds>\S+) s\. The next request loads it\."
)


def sentence_of(text: str) -> str:
    """Return a sentence that can be translated; as it is where it is the model's own."""
    if text in _FIXED:
        return _FIXED[text]
    if found := _ENDED_SO.fullmatch(text):
        return Sentence(
            "The model's process has ended ({how}); it is started again.", **found.groupdict()
        )
    if found := _UNLOADED.fullmatch(text):
        return Sentence(
            "It is unloaded: nobody asked it for {seconds} s. The next request loads it.",
            **found.groupdict(),
        )
    return text
