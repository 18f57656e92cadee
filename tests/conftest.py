"""What every test stands on: the event loops, Qt without a screen, and services in CI."""

import asyncio
import functools
import gc
import os
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from helpers import services
from helpers.display import virtual_display

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

# The same examples each time, and no clock: a busy machine must not fail a property.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run tests marked gui on a loop that Qt and asyncio share, the others on a plain one."""
    return {"qt": _qt_loop} if item.get_closest_marker("gui") else {"std": asyncio.new_event_loop}


def _qt_loop() -> asyncio.AbstractEventLoop:
    import qasync

    _hold_timers_between_loops()
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(_application())
    return loop


@functools.cache
def _hold_timers_between_loops() -> None:
    """Let coroutines wait while no loop runs: pytest-qt handles events between a test's phases."""
    import qasync

    run = qasync._SimpleTimer.timerEvent

    def run_in_a_loop(timer: Any, event: Any) -> None:
        if asyncio._get_running_loop() is not None:
            run(timer, event)  # else Qt comes back with it

    qasync._SimpleTimer.timerEvent = run_in_a_loop


@functools.cache  # or the first test's application would be collected under the second one
def _application() -> Any:
    from PySide6.QtWidgets import QApplication

    QApplication.setQuitOnLastWindowClosed(False)  # or the loop would end with a window
    return QApplication.instance() or QApplication([])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Let one more test than there are cores run at once, since some only wait.

    Each process takes seconds to begin, so that more than a few make the whole no quicker.
    """
    return min((os.cpu_count() or 1) + 1, 8)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose service is missing, with what is missing."""
    for marker in item.iter_markers("service"):
        reason = services.missing(marker.args[0])
        if reason:
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI every service is there, so that a test skipped for the want of one has failed."""
    report = yield
    if os.environ.get("CI") and report.skipped and item.get_closest_marker("service"):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="module", autouse=True)
def _spare_what_lives() -> None:
    """Let collections look no more at what was imported so far: those of each window would."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _garbage_stays_while_qt_runs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no worker collect an object of Qt, as ``cnet_ui.garbage`` does for the console."""
    if request.node.get_closest_marker("gui") is None:
        yield
        return
    from helpers.widgets import end_those_left

    gc.disable()
    yield
    end_those_left()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_this_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep settings and data of the person who runs the tests out of them, and theirs in peace."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        for name in [name for name in os.environ if name.startswith("CNET_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the name of an X display for real windows; its user is marked ``service("xvfb")``."""
    with virtual_display(tmp_path_factory.mktemp("display")) as name:
        yield name
