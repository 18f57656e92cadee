"""The real tasks that the pictures show."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any

from jobs import jobs

from cnet_agent.client.client import AgentClient

LOG = """
import random, time
for epoch in range(1, 4000):
    print(f"INFO  Epoch {epoch}/4000  loss {2 / epoch ** 0.5:.4f}  acc {1 - 0.4 / epoch:.4f}")
    if epoch % 7 == 0:
        print("WARN  validation loss did not improve for 3 epochs")
    if epoch % 11 == 0:
        print("DEBUG dataloader workers=2 prefetch=2")
    if epoch % 17 == 0:
        print("ERROR upload of metrics failed: connection refused, retry 1/3")
    sum(i * i for i in range(random.randrange(3_000_000)))
    time.sleep(0.25)
"""


async def until(found: Callable[[], Awaitable[Any]], seconds: float = 60.0) -> Any:
    """Return the first true value that ``found`` gives."""
    async with asyncio.timeout(seconds):
        while not (value := await found()):  # noqa: ASYNC110 - the agent is asked over HTTP
            await asyncio.sleep(0.1)
        return value


async def work(client: AgentClient) -> dict[str, str]:
    """Run real tasks, and return the ids of some by a short name."""
    ids: dict[str, str] = {}

    async def run(name: str, command: str, *args: str, **more: Any) -> None:
        body = {"name": name, "command": command, "args": list(args), **more}
        ids[name] = (await client.submit(body)).id

    async def ended(name: str) -> None:
        async def is_final() -> bool:
            return (await client.task(ids[name])).phase.is_final

        await until(is_final)

    limits = {"resources": {"cpu_limit": 0.5, "memory_limit": "256MB", "disk_limit": "1GB"}}
    await run("thumbnailer", "sh", "-c", "echo 48 thumbnails; sleep 1")
    await run("nightly-etl", "sh", "-c", "echo reading; sleep 2; echo 1204 rows", timeout=600)
    train = await client.run_preset("ml-linear-regression", {})
    ids["train"] = train.id
    await ended("train")
    predict = {"operation": "predict", "name": "linear-regression-predict"}
    ids["predict"] = (await client.run_preset("ml-linear-regression", predict)).id
    eater = "x = []\nwhile True:\n    x.append(bytearray(4_000_000))"
    await run("feature-matrix", "python3", "-u", "-c", eater, resources={"memory_limit": "96MB"})
    await ended("feature-matrix")
    await run("model-prediction", "python3", "predict.py", "--input", "5.5")
    await ended("model-prediction")
    await run("sensor-ingest", "sh", "-c", "while :; do echo tick; sleep 2; done")
    await run("mnist-cnn", "python3", "-u", "-c", LOG, **limits, labels={"team": "vision"})
    await run("gpu-sweep", "sh", "-c", "true", resources={"cpu_limit": os.cpu_count()})
    return ids | await jobs(client)
