"""Answers as JSON."""

import asyncio
import json
from typing import Any

import pytest

from cnet_agent.server.encoding import AT_ONCE, encode
from cnet_agent.wire.task import LogRecord

RECORD = LogRecord(cursor="1:0:1", time="2026-01-28T19:00:02.123456Z", stream="stdout", line="…\n")


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE])
async def test_a_list_of_any_length_is_one_list(count: int) -> None:
    lines = [f'line {number} "' for number in range(count)]
    assert json.loads(await encode(lines)) == lines
    assert len(json.loads(await encode([RECORD] * count))) == count


@pytest.mark.parametrize("value", [None, 7, {"a": [1]}])
async def test_other_values_are_what_they_are(value: Any) -> None:
    assert json.loads(await encode(value)) == value


async def test_a_model_is_an_object() -> None:
    assert json.loads(await encode(RECORD))["line"] == "…\n"


async def test_others_have_their_turn_while_a_long_list_is_put_into_words() -> None:
    turns = 0

    async def take_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    others = asyncio.create_task(take_turns())
    await encode(["x"] * (20 * AT_ONCE))
    others.cancel()
    assert turns >= 20
