"""Numbered events for observers: a ring that remembers, and subscribers that cannot hold it up.

An event becomes text when the first observer asks for it, once for all of them, and is kept as
that: it takes a quarter of what the models take. Where nobody observes, nothing is put into words.
"""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

RING = 10_000  # events remembered for subscribers that come back

EventKind = Literal["task", "task_removed", "model", "model_removed", "node", "usage", "reset"]


class Event:
    """Something observers may want to know. ``seq`` is None for unnumbered kinds.

    Args:
        kind: of the event.
        data: a wire model, what JSON can hold, or a function that gives one of them.
        seq: its number.
    """

    __slots__ = ("_data", "_text", "kind", "seq")

    def __init__(self, kind: EventKind, data: Any, seq: int | None = None) -> None:
        self.kind = kind
        self.seq = seq
        self._data = data
        self._text: str | None = None

    @property
    def text(self) -> str:
        """What it says, as JSON."""
        if self._text is None:
            self._text = _text(self._data() if callable(self._data) else self._data)
            self._data = None
        return self._text


class Subscription:
    """One observer's place in the stream: numbered events in order, usage newest only."""

    def __init__(self, bus: "Bus", after: int) -> None:
        self._bus = bus
        self._after = after
        self._usage: Event | None = None
        self._wake = asyncio.Event()

    def notify(self, usage: Event | None = None) -> None:
        """Tell the observer that there is news; never waits."""
        if usage is not None:
            self._usage = usage
        self._wake.set()

    async def batches(self, limit: int = 500) -> AsyncIterator[list[Event]]:
        """Yield what is new, at most ``limit`` events at a time, for ever.

        An observer that fell behind what the ring remembers gets one ``reset`` event, and goes on
        from the present.
        """
        while True:
            self._wake.clear()
            batch = self._bus.since(self._after, limit)
            if batch is None:
                self._after = self._bus.seq
                batch = [Event("reset", {"epoch": self._bus.epoch, "seq": self._bus.seq})]
            elif batch:
                self._after = batch[-1].seq or self._after
            if self._usage is not None:
                batch = [*batch, self._usage]
                self._usage = None
            if batch:
                yield batch
            else:
                await self._wake.wait()


class Bus:
    """The agent's events. An epoch is one life of the agent; sequence numbers start at 1."""

    def __init__(self, epoch: str, ring: int = RING) -> None:
        self.epoch = epoch
        self.seq = 0
        self._ring: deque[Event] = deque(maxlen=ring)
        self._subscriptions: set[Subscription] = set()

    def publish(self, kind: EventKind, data: Any) -> int:
        """Number an event, remember it and wake the observers. Returns its number."""
        self.seq += 1
        self._ring.append(Event(kind, data, self.seq))
        for subscription in self._subscriptions:
            subscription.notify()
        return self.seq

    def publish_usage(self, data: Any) -> None:
        """Hand the newest sample to the observers; an older one not yet taken is replaced."""
        if not self._subscriptions:
            return
        event = Event("usage", data)
        for subscription in self._subscriptions:
            subscription.notify(event)

    def since(self, after: int, limit: int) -> list[Event] | None:
        """Return the events after number ``after``, None if some are forgotten."""
        if after > self.seq:
            return None
        count = self.seq - after
        if count > len(self._ring):
            return None
        start = len(self._ring) - count
        return [self._ring[i] for i in range(start, min(start + limit, len(self._ring)))]

    @contextmanager
    def subscribe(self, after: int | None = None) -> Iterator[Subscription]:
        """Give a place in the stream after event ``after``, or from the present."""
        subscription = Subscription(self, self.seq if after is None else after)
        self._subscriptions.add(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions.discard(subscription)


def _text(data: Any) -> str:
    if not isinstance(data, BaseModel):
        return json.dumps(data)
    try:
        return data.model_dump_json()
    except PydanticSerializationError:  # a name of a file that is no text
        text = json.dumps(data.model_dump(mode="json"), ensure_ascii=False)
        return text.encode(errors="replace").decode()
