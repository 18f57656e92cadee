"""Numbers as people type them."""


def read_number(text: str) -> int | float | str:
    """Return the number that a text is, or the text, for which the agent's model has words."""
    for read in (int, float):
        try:
            return read(text)
        except ValueError:
            continue
    return text
