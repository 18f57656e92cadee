"""What a store's trouble is to the person who asked for something."""

from collections.abc import Iterator
from contextlib import contextmanager

from cnet_agent.model.errors import StorageFull
from cnet_agent.model.sentence import Sentence
from cnet_agent.store.base import StoreFull


@contextmanager
def saving() -> Iterator[None]:
    """Turn a store's trouble into the answer for the one who asked."""
    try:
        yield
    except StoreFull as error:
        raise StorageFull(
            Sentence("It could not be saved: {why}. Free some space.", why=str(error))
        ) from error
