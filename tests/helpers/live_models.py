"""Models of a real agent, for tests of several files."""

import json
import urllib.request
from typing import Any

from helpers.live_agent import LiveAgent
from helpers.waiting import until_sync

SCRIPT = "examples/ml_models/simple_linear_regression.py"


def registered(agent: LiveAgent, **fields: Any) -> str:
    """Register the seeds' model, or another, and return its id."""
    body = {"name": "line", "model_path": "models/model.joblib", "script_path": SCRIPT, **fields}
    found: str = agent.ask("POST", "/api/ml/models", body)["id"]
    return found


def served(agent: LiveAgent, **fields: Any) -> Any:
    """Register a model, and wait until it runs."""
    return turns(agent, registered(agent, **fields), "running")


def turns(agent: LiveAgent, model_id: str, status: str) -> Any:
    """Wait until a model has a status, and return it."""

    def has_turned() -> Any:
        found = agent.ask("GET", f"/api/ml/models/{model_id}")
        assert found["status"] != "failed" or status == "failed", found["reason"]
        return found if found["status"] == status else None

    return until_sync(has_turned, 60, f"model {model_id} {status}")


def predict(agent: LiveAgent, model_id: str, value: Any) -> Any:
    """Ask a model through the agent."""
    asked = {"input_data": value}
    return agent.ask("POST", f"/api/ml/models/{model_id}/predict", asked)["prediction"]


def directly(model: Any, value: Any) -> Any:
    """Ask a model's own server, and return its whole answer."""
    request = urllib.request.Request(
        f"{model['url']}/predict",
        json.dumps({"input_data": value}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def clear(agent: LiveAgent) -> None:
    """Stop and forget all models."""
    for model in agent.ask("GET", "/api/ml/models"):
        path = f"/api/ml/models/{model['id']}"
        agent.ask("DELETE", path)
        agent.ask("DELETE", f"{path}?purge=true")
