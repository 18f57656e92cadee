"""The real training jobs that the pictures show."""

import asyncio
from pathlib import Path
from typing import Any

from cnet_agent.client.client import AgentClient

# Trains on scikit-learn's digits, slower than it could, and loses its data once.
SCRIPT = """
import os, pathlib, sys, time
import joblib
from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

epochs, attempt = int(os.environ["EPOCHS"]), int(os.environ["CNET_ATTEMPT"])
kept = pathlib.Path(os.environ["CNET_CHECKPOINT_DIR"], "checkpoint.joblib")
rows, labels = load_digits(return_X_y=True)
rows, held_out, labels, answers = train_test_split(rows / 16, labels, random_state=1)
rate = float(os.environ["LEARNING_RATE"])
model = MLPClassifier((24,), learning_rate_init=rate, batch_size=64, random_state=1)
done = 0
if kept.exists():
    done, model = joblib.load(kept)
    print(f"[TRAIN] Resumed from epoch {done} of a checkpoint", flush=True)
for epoch in range(done + 1, epochs + 1):
    print(f"[TRAIN] Epoch {epoch}/{epochs} started", flush=True)
    time.sleep(float(os.environ.get("PAUSE", 0)))
    model.partial_fit(rows, labels, classes=range(10))
    figures = []
    for name, data, right in (("", rows, labels), ("val_", held_out, answers)):
        found = model.predict_proba(data)
        figures.append(f"{name}loss={log_loss(right, found):.4f}")
        figures.append(f"{name}accuracy={accuracy_score(right, found.argmax(axis=1)):.4f}")
    print(f"[TRAIN] Epoch {epoch}/{epochs}", *figures, flush=True)
    kept.parent.mkdir(parents=True, exist_ok=True)
    joblib.dump((epoch, model), kept)
    if attempt == 1 and epoch == int(os.environ.get("LOSES_DATA_AT", 0)):
        raise ConnectionResetError(104, "Connection reset by peer")
"""


async def jobs(client: AgentClient) -> dict[str, str]:
    """Run real training jobs, and return their ids by a short name."""
    node = await client.node()
    folder = Path(node.workspace)
    await asyncio.to_thread((folder / "digits_24.py").write_text, SCRIPT)
    await asyncio.to_thread((folder / "graph_net.py").write_text, "import torch_geometric\n")
    ids: dict[str, str] = {}

    async def run(name: str, epochs: int, **more: Any) -> None:
        body = {"name": name, "epochs": epochs, "runner": "process", **more}
        ids[name] = (await client.training.submit(body)).task_id

    resets = {"LOSES_DATA_AT": "9"}
    await run("digits-baseline", 12)
    await run("graph-net", 5, script="graph_net.py")
    await run("small-rate", 40, script="digits_24.py", learning_rate=0.0004)
    await run(
        "digits-24",
        90,
        script="digits_24.py",
        env={"PAUSE": "1.2", **resets},
        retry={"delay": 2.0},
    )
    await run("waits-to-retry", 40, script="digits_24.py", env=resets, retry={"delay": 300.0})
    await run("resnet-finetune", 20, memory_limit=int(node.memory * 0.99))
    return ids
