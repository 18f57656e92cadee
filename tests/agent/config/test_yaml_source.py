"""Settings files that are broken in every way people break them."""

from pathlib import Path

import pytest

from cnet_agent.config.errors import BadConfiguration
from cnet_agent.config.yaml_source import read_file, read_text

ALIAS_BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(
            "agent:\n  port: 1\n region: x",
            "3:2: the indentation does not fit the lines above",
            id="indentation",
        ),
        pytest.param("agent:\n\tport: 1", "2:1: a tab stands where YAML wants spaces", id="tab"),
        pytest.param(
            "agent:\n  port: 1\n  port: 2",
            '3:3: "port" is given twice, first in line 2',
            id="twice",
        ),
        pytest.param(
            ALIAS_BOMB, '1:4: the anchor "&a" is refused; write values out', id="alias bomb"
        ),
        pytest.param("a: *b", '1:4: the alias "*b" is refused; write the value out', id="alias"),
        pytest.param(
            "a: !!python/object/apply:os.system [id]",
            '1:4: the tag "tag:yaml.org,2002:python/object/apply:os.system" is refused; '
            "write a plain value",
            id="python tag",
        ),
        pytest.param("a: !x 1", '1:4: the tag "!x" is refused; write a plain value', id="tag"),
        pytest.param("[" * 5000, "1:1: is nested too deeply", id="depth"),
        pytest.param("a: [1,", "1:7: ends in the middle of a value", id="open list"),
        pytest.param('a: "1', "1:6: ends in the middle of a value", id="open quote"),
        pytest.param(
            "a: b: c",
            '1:5: a second ":" in one line; put the value in quotes',
            id="second colon",
        ),
        pytest.param(
            "a: 1\n---\nb: 2", "2:1: a second document starts here; one is enough", id="documents"
        ),
        pytest.param("- a\n- b", '1:1: must be sections of settings, such as "agent:"', id="list"),
        pytest.param(
            "just words", '1:1: must be sections of settings, such as "agent:"', id="words"
        ),
        pytest.param("a: {[1]: 2}", "1:5: a setting's name must be a word", id="list as key"),
        pytest.param(
            "a: 1\nb: \x07", "2:4: the character U+0007 cannot stand in settings", id="control"
        ),
        pytest.param("a: " + "9" * 5000, "1:4: the number is too long", id="long number"),
    ],
)
def test_what_is_not_plain_data_is_refused_in_one_sentence_with_its_place(
    text: str, problem: str
) -> None:
    with pytest.raises(BadConfiguration) as caught:
        read_text(text, "config.yaml")
    assert caught.value.problems == (f"config.yaml:{problem}",)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"a: 1\nb: \xff\xfe", "2:4: is not text in UTF-8", id="binary"),
        pytest.param(
            b"#" * (2 * 1024 * 1024),
            "1:1: is larger than 1 MiB, too large for a configuration",
            id="2 MiB",
        ),
    ],
)
def test_a_file_that_cannot_be_settings_is_refused(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(content)
    with pytest.raises(BadConfiguration) as caught:
        read_file(file)
    assert str(caught.value) == f"{file}:{problem}"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "none.yaml"
    with pytest.raises(BadConfiguration) as caught:
        read_file(file)
    assert str(caught.value) == f"{file}:1:1: cannot be read: No such file or directory"


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"---\n", b"\xef\xbb\xbf", b"~"])
def test_an_empty_file_says_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(content)
    assert read_file(file).values == {}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("agent: {port: 1}", encoding=encoding)
    source = read_file(file)
    assert source.values == {"agent": {"port": 1}}
    assert source.keys[("agent",)] == f"{file}:1:1"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("True", True),
        ("12:30:45", "12:30:45"),
        ("2026-01-01", "2026-01-01"),
        ("08", 8),
        ("0o17", 15),
        ("0x1f", 31),
        ("1e3", 1000.0),
        (".5", 0.5),
        (".inf", ".inf"),
        ("~", None),
        ("", None),
        ("'8080'", "8080"),
        ("[a, 1]", ("a", 1)),
        ("<<", "<<"),
    ],
)
def test_scalars_follow_yaml_1_2(text: str, value: object) -> None:
    assert read_text(f"a: {text}", "config.yaml").values == {"a": value}


def test_every_value_knows_where_it_stands() -> None:
    source = read_text("agent:\n  port: 1\nml:\n  engines: [a,\n    b]", "c.yaml")
    assert source.places[("agent", "port")] == "c.yaml:2:9"
    assert source.keys[("agent", "port")] == "c.yaml:2:3"
    assert source.places[("ml", "engines", 1)] == "c.yaml:5:5"
