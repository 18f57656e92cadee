"""The preset "ML: Neural Network" for real: its environment from the registry, and a model."""

from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, live_agent

pytestmark = [
    pytest.mark.integration,
    pytest.mark.service("registry"),
    pytest.mark.timeout(300),
]


def test_a_network_is_trained_saved_and_loaded_again(tmp_path: Path) -> None:
    with live_agent(tmp_path) as agent:
        trained = run(agent, samples=500, epochs=20)
        assert trained["environment"]["source"] == "built"
        log = agent.log(trained["id"])
        assert [line.split()[1] for line in log if line.startswith("Epoch ")][-1] == "20/20"
        assert (agent.workspace / "models/neural_network.h5").read_bytes()[1:4] == b"HDF"
        predicted = run(agent, operation="predict", values="3.5,2.1")
        assert predicted["environment"]["source"] == "cached"
        [line] = agent.log(predicted["id"])
        assert line.startswith("Input: 3.5, 2.1  Prediction: ")
        assert abs(float(line.split()[-1]) - 1.01) < 0.6


def run(agent: LiveAgent, **params: Any) -> Any:
    made = agent.ask("POST", "/api/presets/ml-neural-network/run", {"params": params})
    task = agent.reaches(made["id"], seconds=250)
    assert task["status"] == "completed", (task["message"], agent.log(task["id"]))
    return task
