"""Watches over one attempt: runs its command, writes its log, enforces, records how it ended.

One process per attempt, forked by the launcher, a single thread around ``poll``. It needs nobody:
agent and launcher may die at any time. What it promises, and to whom:

* The command runs only after the intent is in the record; whoever finds no intent, and the lock
  free, may start the attempt again.
* The lock on the record is held until this process dies, and no process of the task holds it.
* When the lock is free and the record has no exit, how the attempt ended is not known.
* The exit is written as soon as the main process ended, and again once the log is complete and
  nothing of the task is left. ``final`` in it tells the two apart: before, something may be left.
* A process is signalled only while it certainly is the one that is meant: the main process while
  it is not reaped, others through descriptors that pin them.
"""

import contextlib
import json
import os
import resource
import signal
import sys
import time
from functools import partial
from typing import Any, NoReturn

from cnet_agent.supervisor import child, linux, record, tree
from cnet_agent.supervisor.ending import Ending, Status, describe_end, status_of
from cnet_agent.supervisor.failpoints import reach
from cnet_agent.supervisor.limits import cgroups
from cnet_agent.supervisor.limits.watch import Excess, Watch
from cnet_agent.supervisor.logwriter import CHUNK, PATIENCE, LogWriter
from cnet_agent.supervisor.order import Order
from cnet_agent.supervisor.poller import FOREVER, Poller

DRAIN = 2.0  # seconds to wait for the end of output that somebody else still could write
GIVE_UP = 10.0  # seconds after which a process that SIGKILL does not end is left alone
_KILL_EVERY = 0.1  # seconds between repeated kills
_PATIENT_KILLS = 3  # by control group alone, before the process table is walked too
_DISK_GRACE = 2.0  # seconds at most for a task that fills the disk


def supervise(record_fd: int, report_fd: int) -> NoReturn:
    """Supervise the attempt of an open, locked record; report its start; never return.

    Args:
        record_fd: the record, whose lock this process now holds.
        report_fd: takes one JSON line: ``{"ok": true}``, or what went wrong and at which stage.
    """
    code = 70
    try:
        Supervisor(record_fd, report_fd).run()
        code = 0
    except BaseException:  # what is left of the task is swept by the agent: it finds it lost
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
    os._exit(code)


class Supervisor:
    """The state of one attempt under supervision."""

    def __init__(self, record_fd: int, report_fd: int) -> None:
        self._record = record_fd
        self._report = report_fd
        launch = record.read_from(record_fd).launch
        if launch is None:
            raise ValueError("the record has no launch order")
        self._order = Order.from_json(launch)
        self._log = LogWriter(self._order.log_prefix)
        self._poller = Poller()
        self._adopts = False  # whether orphaned descendants become our children
        self._kills = 0  # how often everything was killed
        self._child: child.Child
        self._watch: Watch
        self._failure: child.SpawnError | None = None  # the command could not be run
        self._status: Status | None = None  # of the main process, once it ended
        self._ending: Ending | None = None  # why it is being ended
        self._terminated = False  # SIGTERM came: somebody wants the end
        self._started_at = 0.0  # Unix seconds
        self._booted_for = 0.0  # seconds since boot, at the start
        self._timeout_at = FOREVER  # monotonic, as all below
        self._kill_at = FOREVER
        self._flush_at = [FOREVER, FOREVER]

    # -- from start to end --------------------------------------------------------------------

    def run(self) -> None:
        """Run the attempt to its end."""
        self._poller.watch_signals((signal.SIGTERM, signal.SIGCHLD), self._on_signal)
        self._adopts = linux.become_subreaper()
        reach("before-intent")
        try:
            self._prepare()
            self._child = child.fork(self._order, self._record)
        except child.SpawnError as error:
            self._started_at, self._booted_for = time.time(), _seconds_since_boot()
            self._could_not_start(error)
            return
        self._write_intent()
        reach("after-intent")
        if (request := record.read_stop(self._record)) is not None:
            self._do_not_start(request)
            return
        self._child.release()
        reach("after-release")
        self._begin()
        while self._status is None and self._failure is None:
            self._turn(self._next_due())
        if self._failure is not None:
            os.waitpid(self._child.pid, 0)
            self._could_not_start(self._failure)
        elif self._status is not None:
            self._finish(self._status)

    def _prepare(self) -> None:
        """Make directories and control groups."""
        for directory in self._order.directories:
            try:
                os.mkdir(directory, 0o700)
            except FileExistsError:
                continue
            except OSError as error:
                raise child.SpawnError.of("directory", error, directory) from error
        try:
            cgroups.create(self._order.limits)
        except OSError as error:
            raise child.SpawnError.of("cgroup", error, str(error.filename or "")) from error

    def _write_intent(self) -> None:
        pid = self._child.pid
        self._started_at, self._booted_for = time.time(), _seconds_since_boot()
        record.write_intent(
            self._record,
            {
                "supervisor": {"pid": os.getpid(), "start": linux.start_of(os.getpid())},
                "child": {"pid": pid, "start": linux.start_of(pid)},
                "boot_id": linux.boot_id(),
                "started_at": self._started_at,
                "limits": self._order.limits.in_force,
            },
        )

    def _begin(self) -> None:
        """Watch the child that was just released."""
        now = time.monotonic()
        if self._order.timeout is not None:
            self._timeout_at = now + self._order.timeout
        work = self._order.directories[0] if self._order.directories else ""
        self._watch = Watch(self._order.limits, work, os.getpid(), now)
        for number, descriptor in enumerate(self._child.output):
            self._poller.watch(descriptor, partial(self._read, number, descriptor))
        self._poller.watch(self._child.errors, self._read_result)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGTERM, signal.SIGCHLD))

    def _finish(self, status: Status) -> None:
        """Record how the main process ended, end what is left of the task, complete the log."""
        end = self._describe_end(status)
        reach("before-exit")
        record.write_exit(self._record, {**end, "final": False})
        reach("after-exit")
        left = self._end_the_rest()
        self._drain()
        self._log.close()
        cgroups.remove(self._order.limits, patience=1.0)
        if left and not end["detail"]:
            end["detail"] = "Some of its processes could not be killed."
        record.write_exit(self._record, {**end, **self._figures(), "final": True})

    def _could_not_start(self, error: child.SpawnError) -> None:
        """Record and report that the command could not be run. Nothing of it is left."""
        end = describe_end(Status(), None, 0) | {
            "reason": "spawn_error",
            "detail": str(error),
            "stage": error.stage,
            "retryable": error.retryable,
        }
        self._record_without_run(end)
        self._tell({"error": str(error), "stage": error.stage, "retryable": error.retryable})

    def _do_not_start(self, request: record.StopRequest) -> None:
        """End an attempt that was stopped before its command ran."""
        self._child.withhold()
        os.waitpid(self._child.pid, 0)
        end = describe_end(Status(), Ending(request.reason), 0) | {"stage": "stopped"}
        self._record_without_run(end)
        self._tell({"error": "It was stopped before it ran.", "stage": "stopped"})

    def _record_without_run(self, end: dict[str, Any]) -> None:
        cgroups.remove(self._order.limits, patience=1.0)
        reach("before-exit")
        record.write_exit(self._record, {**end, **self._times(), "final": True})
        reach("after-exit")

    # -- waiting and what may happen ----------------------------------------------------------

    def _turn(self, until: float) -> None:
        """Wait for something to happen, at most until ``until``, and deal with it."""
        self._poller.wait(until)
        if self._status is None and self._failure is None:
            self._on_time(time.monotonic())

    def _next_due(self) -> float:
        return min(self._timeout_at, self._kill_at, self._watch.due, *self._flush_at)

    def _on_time(self, now: float) -> None:
        if self._terminated:
            self._look_for_request(now)
        if now >= self._timeout_at:
            self._timeout_at = FOREVER
            self._end(Ending("timeout"), self._order.grace, now)
        if now >= self._kill_at:
            self._kill_at = now + _KILL_EVERY
            self._kill_everything()
        if self._ending is None and now >= self._watch.due:
            excess = self._watch.look(now)
            if excess is not None:
                self._exceeded(excess, now)
        self._flush_silent(now)

    def _on_signal(self, number: int) -> None:
        if number == signal.SIGTERM:
            self._terminated = True
        elif self._status is None:
            self._look_at_children()

    def _look_for_request(self, now: float) -> None:
        """Take a stop request; a signal without one is somebody else's wish."""
        self._terminated = False
        request = record.read_stop(self._record)
        if request is not None:
            self._end(Ending(request.reason), request.grace, now)
        else:
            self._end(Ending("signal"), self._order.grace, now)

    def _exceeded(self, excess: Excess, now: float) -> None:
        grace = min(self._order.grace, _DISK_GRACE) if excess.reason == "disk_limit" else 0.0
        self._end(Ending(excess.reason, excess.detail), grace, now)

    def _end(self, ending: Ending, grace: float, now: float) -> None:
        """Begin to end the task, or shorten the time it still has. The first reason stays."""
        if self._ending is not None:
            self._kill_at = min(self._kill_at, now + grace)
            return
        self._look_at_children()
        if self._status is not None:
            return
        self._ending = ending
        self._kill_at = now + grace
        if grace > 0:
            self._signal_group(getattr(signal, self._order.stop_signal, signal.SIGTERM))
            self._signal_group(signal.SIGCONT)

    def _read(self, number: int, descriptor: int) -> None:
        chunk = os.read(descriptor, CHUNK)
        if not chunk:
            self._poller.forget(descriptor)
            os.close(descriptor)
            self._flush_at[number] = FOREVER
        elif self._log.feed(number, chunk):
            self._flush_at[number] = time.monotonic() + PATIENCE
        else:
            self._flush_at[number] = FOREVER

    def _flush_silent(self, now: float) -> None:
        for number, due in enumerate(self._flush_at):
            if now >= due:
                self._flush_at[number] = FOREVER
                self._log.flush(number)

    def _read_result(self) -> None:
        """Learn whether the command runs."""
        self._poller.forget(self._child.errors)
        self._failure = self._child.result()
        if self._failure is None:
            self._tell({"ok": True})

    def _look_at_children(self) -> None:
        """See whether the main process ended, without reaping it; reap adopted descendants."""
        while self._status is None:
            ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if ended is None:
                return
            if ended.si_pid == self._child.pid:
                if self._child.errors in self._poller:  # it may have ended for want of a command
                    self._read_result()
                self._status = status_of(ended.si_code, ended.si_status)
            else:
                os.waitpid(ended.si_pid, 0)

    # -- ending -------------------------------------------------------------------------------

    def _signal_group(self, number: int) -> None:
        """Signal the main process's group; it is not reaped, so its pid is its own."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._child.pid, number)
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self._child.pid, number)  # it has not made its group yet

    def _kill_everything(self) -> None:
        limits = self._order.limits
        self._kills += 1
        if self._status is None:
            self._signal_group(signal.SIGKILL)
        grouped = limits.kill is not None or limits.pids is not None
        if grouped:
            cgroups.kill(limits)
        if not grouped or self._kills > _PATIENT_KILLS:  # a process of root can leave its group
            tree.kill_descendants(os.getpid())

    def _end_the_rest(self) -> bool:
        """Kill and reap all that the task left; tell whether something would not die."""
        self._signal_group(signal.SIGKILL)
        os.waitpid(self._child.pid, 0)
        deadline = time.monotonic() + GIVE_UP
        while _has_children():
            self._kill_everything()
            self._turn(time.monotonic() + 0.005)
            if time.monotonic() > deadline:
                return True
        if not self._adopts:
            tree.sweep(self._order.task_id, self._order.attempt, self._order.limits)
        return False

    def _drain(self) -> None:
        """Take the output that is still in the pipes."""
        deadline = time.monotonic() + DRAIN
        while any(output in self._poller for output in self._child.output):
            if time.monotonic() >= deadline:
                return
            self._turn(deadline)

    def _describe_end(self, status: Status) -> dict[str, Any]:
        oom_kills = cgroups.oom_kills(self._order.limits)
        file_limit = self._order.file_size is not None
        end = describe_end(status, self._ending, oom_kills, file_limit=file_limit)
        return {**end, **self._times()}

    def _times(self) -> dict[str, float]:
        """Return start and end in Unix seconds, their difference by the steady clock."""
        ran = _seconds_since_boot() - self._booted_for
        return {"started_at": self._started_at, "ended_at": self._started_at + ran}

    def _figures(self) -> dict[str, Any]:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return {
            "dropped_bytes": self._log.dropped,
            "log_segment": self._log.index,
            "cpu_seconds": round(used.ru_utime + used.ru_stime, 3),
            "peak_memory": cgroups.peak_memory(self._order.limits)
            or self._watch.peak_memory
            or _peak_of_largest(used),
        }

    # -- plumbing -----------------------------------------------------------------------------

    def _tell(self, report: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):  # nobody waits for it any more
            os.write(self._report, json.dumps(report).encode() + b"\n")
        os.close(self._report)
        self._report = -1


def _has_children() -> bool:
    """Reap what has ended; tell whether any child is left."""
    try:
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            continue
    except ChildProcessError:
        return False
    return True


def _seconds_since_boot() -> float:
    """Return a time that goes on through suspension and that nobody can set."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def _peak_of_largest(used: resource.struct_rusage) -> int | None:
    """Return the most bytes any one process held, None if this process itself held more.

    The kernel counts what a forked child shared with this process before it became the command.
    """
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used.ru_maxrss * 1024 if used.ru_maxrss > own else None
