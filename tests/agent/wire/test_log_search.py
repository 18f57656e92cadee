from cnet_agent.model.log_level import Level
from cnet_agent.wire.log_search import AGENT, FoundLine, LogSearchView


def test_an_answer_is_read_back_as_it_was_written() -> None:
    line = FoundLine(
        source=AGENT,
        name="agent",
        cursor="1769626802:0:42",
        time="2026-01-28T19:00:02.000000Z",
        stream=None,
        level=Level.ERROR,
        line="it failed",
    )
    view = LogSearchView(lines=[line], more=True, next="place")
    assert LogSearchView.model_validate_json(view.model_dump_json()) == view
