"""How long to wait before asking again somebody who did not answer."""

import random
from collections.abc import Iterator


def delays(first: float = 0.25, longest: float = 5.0) -> Iterator[float]:
    """Yield seconds: doubling up to ``longest``, a quarter more or less so that none march in step.

    The agent's own console comes back within moments of an agent that was started again.
    """
    delay = first
    while True:
        yield delay * random.uniform(0.75, 1.25)  # noqa: S311 - not a secret
        delay = min(delay * 2, longest)
