"""What a system says of errors."""

import errno
import os

from cnet_agent.model.sentence import Sentence
from cnet_agent.model.system_words import system_sentence, system_words


def test_the_commonest_is_known_and_the_rest_stays() -> None:
    found = system_words(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert found == "No space left on device"
    assert isinstance(found, Sentence)
    assert system_words(OSError("odd")) == "odd"
    assert not isinstance(system_sentence("Odd"), Sentence)
