"""Lines of the log format, and parts joined to lines."""

from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.runtime.logs.cri import BOUNDARY, EPOCH, LONG, MAX_TEXT, Assembler, Line, parse
from cnet_agent.runtime.logs.cursor import Cursor

T0 = b"2026-01-28T19:00:02.000000Z"
T1 = b"2026-01-28T19:00:02.900000Z"
T2 = b"2026-01-28T19:00:03.100000Z"
START = Cursor(1, 0, 0)


def cri(*lines: tuple[bytes, str, str, bytes]) -> bytes:
    return b"".join(
        time + f" {stream} {tag} ".encode() + text + b"\n" for time, stream, tag, text in lines
    )


def texts(lines: list[Line]) -> list[bytes]:
    return [line.text for line in lines]


def test_a_line_says_when_where_and_what() -> None:
    line = parse(b"2026-01-28T19:00:02.123456Z stderr F message with  spaces\r")
    assert line.time == b"2026-01-28T19:00:02.123456Z"
    assert (line.stream, line.partial) == ("stderr", False)
    assert line.text == b"message with  spaces\r"


def test_other_writers_times_and_tags_are_read_too() -> None:
    line = parse(b"2016-10-06T00:17:09.669794202Z stdout P:TAG more")
    assert (line.stream, line.partial, line.text) == ("stdout", True, b"more")


def test_what_is_not_cri_is_shown_as_it_is() -> None:
    line = parse(b"\x00garbage")
    assert (line.time, line.stream, line.text) == (EPOCH, "stdout", b"\x00garbage")


def test_parts_are_joined_with_what_follows_of_their_stream() -> None:
    block = cri(
        (T0, "stdout", "P", b"one "),
        (T0, "stderr", "F", b"between"),
        (T1, "stdout", "P", b"two "),
        (T1, "stdout", "F", b"three"),
    )
    lines = Assembler().feed(block, START)
    assert texts(lines) == [b"between", b"one two three"]
    assert lines[1].time == T0
    assert lines[1].cursor == Cursor(1, 0, len(block))


def test_a_part_whose_end_is_late_is_a_line_of_its_own_where_patience_is_limited() -> None:
    block = cri((T0, "stdout", "P", b"one "), (T2, "stdout", "F", b"two"))
    lines = Assembler(patience=1.0).feed(block, START)
    assert texts(lines) == [b"one ", b"two"]
    assert texts(Assembler().feed(block, START)) == [b"one two"]
    assert block[lines[0].cursor.offset : lines[0].cursor.offset + 1] == b"\n"


def test_a_line_without_end_flows_as_records_of_bounded_size() -> None:
    assembler = Assembler()
    seen, size, offset = 0, 100_000_000, 0
    part = b"x" * 65_536
    block = cri((T0, "stdout", "P", part))
    for _ in range(size // len(part)):
        for line in assembler.feed(block, Cursor(1, 0, offset)):
            assert len(line.text) <= LONG + BOUNDARY + len(part)
            seen += len(line.text)
        offset += len(block)
    seen += sum(len(line.text) for line in assembler.flush())
    assert seen == size // len(part) * len(part)


def test_one_line_of_the_file_may_be_longer_than_a_record() -> None:
    text = bytes(range(65, 91)) * 30_000
    lines = Assembler().feed(cri((T0, "stdout", "F", text)), START)
    assert b"".join(texts(lines)) == text
    assert max(map(len, texts(lines))) == MAX_TEXT


def test_text_that_keeps_growing_is_given_out_each_second() -> None:
    block = b"".join(
        cri((b"2026-01-28T19:00:%02d.%d00000Z" % divmod(tenth, 10), "stdout", "P", b"."))
        for tenth in range(50)
    )
    lines = Assembler(patience=1.0).feed(block, START)
    assert [len(line.text) for line in lines] == [10, 10, 10, 10]


def test_the_bare_end_of_a_line_that_was_given_out_adds_nothing() -> None:
    assembler = Assembler(patience=1.0)
    block = cri((T0, "stdout", "P", b"Password: "))
    assert assembler.feed(block, START) == []
    assert texts(assembler.flush()) == [b"Password: "]
    end = cri((T2, "stdout", "F", b""), (T2, "stdout", "F", b""))
    assert texts(assembler.feed(end, Cursor(1, 0, len(block)))) == [b""]


def test_text_whose_end_is_far_away_is_given_out_before() -> None:
    block = cri((T0, "stdout", "P", b"one"), *[(T0, "stderr", "F", b"x" * 1000)] * 300)
    lines = Assembler().feed(block, START)
    assert texts(lines).index(b"one") < 270


_PIECES = st.lists(
    st.tuples(
        st.sampled_from(["stdout", "stderr"]),
        st.binary(min_size=1, max_size=30).map(lambda text: text.replace(b"\n", b"\r")),
        st.booleans(),
    ),
    max_size=40,
)


@given(_PIECES, st.sets(st.integers(0, 40)))
def test_any_cut_of_a_log_into_blocks_gives_each_streams_own_text(
    pieces: list[tuple[str, bytes, bool]], cuts: set[int]
) -> None:
    assembler, lines, offset = Assembler(), list[Line](), 0
    block = b""
    for number, (stream, text, partial) in enumerate(pieces):
        block += cri((T0, stream, "P" if partial else "F", text))
        if number in cuts:
            lines += assembler.feed(block, Cursor(1, 0, offset))
            offset, block = offset + len(block), b""
    if block:
        lines += assembler.feed(block, Cursor(1, 0, offset))
    lines += assembler.flush()
    for stream in ("stdout", "stderr"):
        written = b"".join(
            text + (b"" if partial else b"\n") for which, text, partial in pieces if which == stream
        )
        read = b"\n".join(line.text for line in lines if line.stream == stream)
        assert read == written.removesuffix(b"\n")
