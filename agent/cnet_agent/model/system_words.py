"""What a system says of errors, so that the commonest of it can be translated."""

from cnet_agent.model.sentence import Sentence

_KNOWN = {
    str(sentence): sentence
    for sentence in (
        Sentence("Argument list too long"),
        Sentence("Cannot allocate memory"),
        Sentence("Device or resource busy"),
        Sentence("Disk quota exceeded"),
        Sentence("Exec format error"),
        Sentence("File name too long"),
        Sentence("Input/output error"),
        Sentence("Is a directory"),
        Sentence("No space left on device"),
        Sentence("No such file or directory"),
        Sentence("Not a directory"),
        Sentence("Operation not permitted"),
        Sentence("Permission denied"),
        Sentence("Read-only file system"),
        Sentence("Resource temporarily unavailable"),
        Sentence("Too many levels of symbolic links"),
        Sentence("Too many open files"),
    )
}


def system_words(error: OSError) -> str:
    """Return what the system says of an error, as a sentence where it is a common one."""
    return system_sentence(error.strerror or str(error))


def system_sentence(text: str) -> str:
    """Return ``text`` as a sentence if it is a common one of systems, else as it is."""
    return _KNOWN.get(text, text)
