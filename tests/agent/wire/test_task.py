"""A task on the wire."""

from cnet_agent.wire.task import MASK, mask_secrets


def test_values_whose_names_look_secret_are_masked() -> None:
    env = {"API_KEY": "x", "DB_PASSWORD": "y", "AUTH_TOKEN": "z", "PATH": "/bin", "EPOCHS": "5"}
    shown = mask_secrets(env)
    assert {name for name, value in shown.items() if value == MASK} == {
        "API_KEY",
        "DB_PASSWORD",
        "AUTH_TOKEN",
    }
    assert shown["PATH"] == "/bin"
