import sys
from types import SimpleNamespace

import pytest

from cnet_app import main as entry
from cnet_app.flags import Options
from cnet_app.main import main, no_desktop


def test_without_a_display_the_way_without_one_is_named() -> None:
    assert no_desktop({}, "linux") == (
        "There is no display to open a window on; run cnet-console --agent-only for the agent"
        " alone."
    )


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_kind_of_display_will_do(name: str) -> None:
    assert no_desktop({name: "x"}, "linux") == ""
    assert no_desktop({name: ""}, "linux") != ""


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_there_is_always_a_display(platform: str) -> None:
    assert no_desktop({}, platform) == ""


def test_without_qt_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "find_spec", lambda name: None if name == "PySide6" else object())
    assert no_desktop({"DISPLAY": ":0"}, "linux").startswith(
        "The window needs PySide6: pip install 'cnet-console[desktop]'."
    )


def test_no_display_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(entry, "no_desktop", lambda *_: "There is none.")
    assert main([]) == 1
    assert capsys.readouterr().err == "There is none.\n"


def test_a_bundle_becomes_the_server_of_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    folders: list[str] = []

    def serve(folder: str) -> int:
        folders.append(folder)
        return 78

    monkeypatch.setattr("cnet_agent.model_server.run.main", serve)
    assert main(["--serve", "/folder"]) == 78
    assert folders == ["/folder"]


def test_a_bundle_becomes_its_launcher_before_anything_heavy_is_imported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Became(Exception):
        pass

    def launcher(descriptor: int) -> None:
        raise Became(descriptor)

    monkeypatch.setattr("cnet_agent.supervisor.launcher.main", launcher)
    for name in [name for name in sys.modules if name.startswith(("cnet_app.", "pydantic"))]:
        monkeypatch.setitem(sys.modules, name, None)  # importing it now is an error
    with pytest.raises(Became) as became:
        main(["--launcher", "7"])
    assert became.value.args == (7,)


def test_with_a_display_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Options] = []

    def open_window(options: Options) -> int:
        opened.append(options)
        return 5

    desktop = SimpleNamespace(main=open_window)
    monkeypatch.setitem(sys.modules, "cnet_app.desktop", desktop)
    monkeypatch.setattr(entry, "no_desktop", lambda *_: "")
    assert main(["--port", "0"]) == 5
    assert opened[0].flags == {"--port": "0"}
