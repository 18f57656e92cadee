import pytest

from cnet_ui.addresses import BadAddress, agent_url, is_plain_beyond, is_same, short

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("localhost", "http://localhost:8080"),
        (" 127.0.0.1:9001 ", "http://127.0.0.1:9001"),
        ("::1", "http://[::1]:8080"),
        ("node-7", "https://node-7:8080"),
        ("10.0.0.31:8443", "https://10.0.0.31:8443"),
        ("[fe80::2]:9000", "https://[fe80::2]:9000"),
        ("http://node-7", "http://node-7:8080"),
        ("HTTPS://Node-7:8443/", "https://node-7:8443"),
    ],
)
def test_a_machine_is_found_by_what_people_call_it(typed: str, url: str) -> None:
    assert agent_url(typed) == url


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "node 7",
        "node-7:99999",
        "node-7:0",
        "node-7:http",
        "ftp://node-7",
        "https://node-7:8080/api/tasks",
        "http://user:secret@node-7",
        "http://[::1",
        "1:2:3::x",
        "http://",
    ],
)
def test_what_is_no_address_is_said_in_a_sentence(typed: str) -> None:
    with pytest.raises(BadAddress) as refused:
        agent_url(typed)
    assert str(refused.value).endswith(".")


def test_only_plain_http_beyond_this_machine_can_be_read_on_the_way() -> None:
    assert is_plain_beyond("http://node-7:8080")
    assert not is_plain_beyond("https://node-7:8080")
    assert not is_plain_beyond("http://127.0.0.1:8080")


def test_this_machine_has_several_names_but_one_agent_at_a_port() -> None:
    assert is_same("http://localhost:8080", "http://127.0.0.1:8080")
    assert is_same("https://node-7:8080", "https://node-7:8080")
    assert not is_same("http://localhost:8080", "http://localhost:8081")
    assert not is_same("https://node-7:8080", "https://localhost:8080")
    assert not is_same("", "http://localhost:8080")


def test_an_address_for_people_has_no_scheme() -> None:
    assert short("https://10.0.0.31:8080") == "10.0.0.31:8080"
