from cnet_ui.models.log_lines import BATCH, WAITING, LogLines, Note
from helpers.fake_agent import make_records


def test_lines_are_given_in_order_a_batch_at_a_time() -> None:
    lines = LogLines()
    records = make_records(*(str(number) for number in range(BATCH + 1)))
    lines.add(records)
    assert lines.take() == (0, list(records[:BATCH]))
    assert lines.take() == (0, [records[-1]])
    assert lines.take() == (0, [])


def test_a_flood_keeps_the_newest_lines_and_counts_the_others() -> None:
    lines = LogLines()
    notes = [Note(str(number)) for number in range(WAITING + 7)]
    lines.add(notes)
    assert len(lines) == WAITING
    skipped, first = lines.take()
    assert (skipped, first[0]) == (7, Note("7"))
    assert lines.take()[0] == 0


def test_nothing_waits_after_clearing() -> None:
    lines = LogLines()
    lines.add([Note("a")] * (WAITING + 1))
    lines.clear()
    assert lines.take() == (0, [])
