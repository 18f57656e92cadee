from cnet_ui.dialogs.node_words import node_has
from helpers.fake_agent import NODE, make_usage


def test_what_the_node_has_stands_in_one_sentence() -> None:
    assert node_has(NODE, make_usage()) == (
        "The node has CPU cores: 2, memory: 8 GB, free disk: 90 GB."
    )


def test_nothing_is_said_of_what_is_not_known() -> None:
    assert node_has(None, None) == ""
    assert node_has(NODE, None) == "The node has CPU cores: 2, memory: 8 GB."
