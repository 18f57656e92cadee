"""The real models that the pictures show, and who asks them."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from cnet_agent.client.client import AgentClient
from cnet_agent.model.errors import AgentError

# Fits a forest on flowers, one on which customers leave, and a line, all within a second.
FIT = """
# /// script
# dependencies = ["scikit-learn", "pandas"]
# ///
import joblib, numpy, pandas
from sklearn.datasets import load_iris, load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

rows, labels = load_iris(return_X_y=True, as_frame=True)
rows.columns = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
kinds = numpy.array(["setosa", "versicolor", "virginica"])[labels]
for version, trees in ((1, 5), (2, 40)):
    joblib.dump(RandomForestClassifier(trees).fit(rows, kinds), f"iris-{version}.joblib")
random = numpy.random.default_rng(7)
table = pandas.DataFrame({
    "tenure_months": random.integers(1, 72, 2000),
    "monthly_charge": random.uniform(20, 120, 2000),
    "support_calls": random.poisson(1.4, 2000),
    "contract_months": random.choice([1, 12, 24], 2000),
})
leaves = 0.03 * table.monthly_charge + table.support_calls - 0.06 * table.tenure_months
model = make_pipeline(StandardScaler(), Ridge())
joblib.dump(model.fit(table, leaves), "churn.joblib")
wine, kinds = load_wine(return_X_y=True, as_frame=True)
joblib.dump(LogisticRegression(max_iter=5000).fit(wine, kinds), "wine.joblib")
"""
SLOW = "import time\ndef load(path):\n    time.sleep(600)\ndef predict(model, rows): ...\n"


async def models(client: AgentClient) -> dict[str, str]:
    """Fit models, have them served, and return their ids by a short name."""
    folder = Path((await client.node()).workspace)
    await asyncio.to_thread((folder / "fit.py").write_text, FIT)
    await asyncio.to_thread((folder / "embeddings.py").write_text, SLOW)
    task = await client.submit({"name": "fit-models", "command": "python3", "args": ["fit.py"]})
    async with asyncio.timeout(120):
        while not (await client.task(task.id)).phase.is_final:  # noqa: ASYNC110 - over HTTP
            await asyncio.sleep(0.2)
    ids: dict[str, str] = {}
    for name, file in (
        ("churn-forecast", "churn.joblib"),
        ("iris", "iris-1.joblib"),
        ("wine", "wine.joblib"),
    ):
        packages = ["scikit-learn", "pandas", "joblib"]
        body = {"name": name, "model_path": file, "requirements": packages}
        ids[name] = (await client.models.register(body)).id
    body = {"name": "embeddings", "script_path": "embeddings.py"}
    ids["embeddings"] = (await client.models.register(body)).id
    await _run(client, ids["iris"])
    await _run(client, ids["wine"])
    await client.models.add_version(ids["iris"], {"version": "2", "model_path": "iris-2.joblib"})
    await client.models.stop(ids["wine"])
    await _run(client, ids["churn-forecast"])
    return ids


async def _run(client: AgentClient, model_id: str) -> None:
    """Wait until a model runs."""
    async with asyncio.timeout(60):
        while (await client.models.info(model_id)).status != "running":  # noqa: ASYNC110 - the same
            await asyncio.sleep(0.2)


@asynccontextmanager
async def asked(client: AgentClient, ids: dict[str, str]) -> AsyncIterator[None]:
    """Have the models asked by others all the time."""

    async def ask() -> None:
        while True:
            row = [random.randrange(72), random.uniform(20, 120), 2, 12]  # noqa: S311 - figures
            with suppress(AgentError):
                await client.models.predict(ids["churn-forecast"], row)
                await client.models.predict(ids["iris"], [5.1, 3.5, 1.4, 0.2])
            await asyncio.sleep(random.uniform(0.01, 0.08))  # noqa: S311 - the same

    asking = asyncio.ensure_future(ask())
    try:
        yield
    finally:
        asking.cancel()
