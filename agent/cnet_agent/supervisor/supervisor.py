"""Watches over one attempt: runs its command, writes its log, enforces, records how it ended.

A process forked by the launcher, a single thread around ``poll``, one attempt at a time. It needs
nobody: agent and launcher may die at any time. What it promises, and to whom:

* The command runs only after the intent is in the record; whoever finds no intent, and the lock
  free, may start the attempt again.
* The lock on the record is held until the record is complete, or this process dies; no process of
  the task holds it.
* When the lock is free and the record has no exit, how the attempt ended is not known.
* The exit is written as soon as the main process ended, and again once the log is complete and
  nothing of the task is left. ``final`` in it tells the two apart: before, something may be left.
* A process is signalled only while it certainly is the one that is meant: the main process while
  it is not reaped, others through descriptors that pin them.
* It takes another attempt only while the agent that gave it the last one is at the other end of
  that one's channel. So whoever knows an attempt without its channel, an agent that came later, may
  watch and signal this process: it ends with that attempt.
"""

import contextlib
import json
import os
import select
import signal
import socket
import time
from functools import partial

from cnet_agent.supervisor import child, handover, linux, record, tree
from cnet_agent.supervisor.ending import Ending, Status, describe_end, status_of, with_disk
from cnet_agent.supervisor.failpoints import reach
from cnet_agent.supervisor.limits import cgroups
from cnet_agent.supervisor.limits.watch import Excess, Watch
from cnet_agent.supervisor.logwriter import CHUNK, PATIENCE, LogWriter
from cnet_agent.supervisor.order import Order
from cnet_agent.supervisor.poller import FOREVER, Poller
from cnet_agent.supervisor.record import Json
from cnet_agent.supervisor.used import Used

DRAIN = 2.0  # seconds to wait for the end of output that somebody else still could write
GIVE_UP = 10.0  # seconds after which a process that SIGKILL does not end is left alone
_KILL_EVERY = 0.1  # seconds between repeated kills
_PATIENT_KILLS = 3  # by control group alone, before the process table is walked too
_DISK_GRACE = 2.0  # seconds at most for a task that fills the disk


class Supervisor:
    """The state of one attempt under supervision."""

    def __init__(self, record_fd: int, channel_fd: int, *, adopts: bool) -> None:
        self.may_go_on = False  # whether this process is as good as new
        self._record = record_fd
        self._channel = socket.socket(fileno=channel_fd)
        self._adopts = adopts  # whether orphaned descendants become our children
        launch = record.read_from(record_fd).launch
        if launch is None:
            raise ValueError("the record has no launch order")
        self._order = Order.from_json(launch)
        self._log = LogWriter(self._order.log_prefix)
        self._poller = Poller()
        self._used = Used()
        self._is_clean = False  # whether it ended, and nothing of it is left here
        self._kills = 0  # how often everything was killed
        self._child: child.Child
        self._intent: Json = {}
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
        """Run the attempt to its end, let go of its record and tell its agent."""
        end = self._run()
        os.close(self._record)
        self.may_go_on = self._is_clean and self._is_attended()
        self._tell({"ended": end})
        self._channel.close()
        self._poller.close()

    def _run(self) -> Json:
        """Return the end of the attempt, as its record says it."""
        self._poller.watch_signals((signal.SIGTERM, signal.SIGCHLD), self._on_signal)
        reach("before-intent")
        try:
            self._prepare()
            ours = (self._record, self._channel.fileno())
            self._child = child.fork(self._order, ours)
        except child.SpawnError as error:
            self._started_at, self._booted_for = time.time(), _seconds_since_boot()
            return self._could_not_start(error)
        self._write_intent()
        reach("after-intent")
        if (request := record.read_stop(self._record)) is not None:
            return self._do_not_start(request)
        self._child.release()
        reach("after-release")
        self._begin()
        while self._status is None and self._failure is None:
            self._turn(self._next_due())
        if self._failure is not None:
            self._used.reap(self._child.pid)
            return self._could_not_start(self._failure)
        assert self._status is not None
        return self._finish(self._status)

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
        own = linux.read_process(os.getpid())
        self._intent = {
            "supervisor": {
                "pid": os.getpid(),
                "start": own.start if own else None,
                "children_cpu": own.children_cpu if own else 0,  # ticks, of earlier attempts
            },
            "child": {"pid": pid, "start": linux.start_of(pid)},
            "boot_id": linux.boot_id(),
            "started_at": self._started_at,
            "limits": self._order.limits.in_force,
            "limited_by": self._order.limits.mechanism,
        }
        record.write_intent(self._record, self._intent)

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
        self._poller.watch(self._channel.fileno(), self._on_channel)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGTERM, signal.SIGCHLD))

    def _finish(self, status: Status) -> Json:
        """Record how the main process ended, end what is left of the task, complete the log."""
        end = self._describe_end(status)
        reach("before-exit")
        record.write_exit(self._record, {**end, "final": False})
        reach("after-exit")
        left = self._end_the_rest()
        self._is_clean = self._drain() and not left
        self._log.close()
        cgroups.remove(self._order.limits, patience=1.0)
        if left and not end["detail"]:
            end["detail"] = "Some of its processes could not be killed."
        end = with_disk(end, self._watch.disk_used(), self._order.limits.watch_disk)
        return self._record_end({**end, **self._figures()})

    def _could_not_start(self, error: child.SpawnError) -> Json:
        """Record that the command could not be run. Nothing of it is left."""
        end = describe_end(Status(), None, 0) | {
            "reason": "spawn_error",
            "detail": str(error),
            "stage": error.stage,
            "retryable": error.retryable,
        }
        return self._record_without_run(end)

    def _do_not_start(self, request: record.StopRequest) -> Json:
        """End an attempt that was stopped before its command ran."""
        self._child.withhold()
        self._used.reap(self._child.pid)
        end = describe_end(Status(), Ending(request.reason), 0) | {"stage": "stopped"}
        return self._record_without_run(end)

    def _record_without_run(self, end: Json) -> Json:
        cgroups.remove(self._order.limits, patience=1.0)
        reach("before-exit")
        end = self._record_end({**end, **self._times()})
        reach("after-exit")
        return end

    def _record_end(self, end: Json) -> Json:
        """Write the end of the attempt, of which nothing is left, and return it."""
        final = {**end, "final": True}
        record.write_exit(self._record, final)
        return final

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
        if now >= self._watch.due:
            excess = self._watch.look(now)
            if excess is not None:
                self._exceeded(excess, now)
        self._flush_silent(now)

    def _on_signal(self, number: int) -> None:
        if number == signal.SIGTERM:
            self._terminated = True
        elif self._status is None:
            self._look_at_children()

    def _on_channel(self) -> None:
        """Hear that there is a stop request, or that the agent is gone."""
        if handover.heard(self._channel) == handover.LOOK:
            request = record.read_stop(self._record)
            if request is not None:
                self._end(Ending(request.reason), request.grace, time.monotonic())
        else:
            self._poller.forget(self._channel.fileno())

    def _look_for_request(self, now: float) -> None:
        """Take a stop request; a signal without one is somebody else's wish."""
        self._terminated = False
        request = record.read_stop(self._record)
        if request is not None:
            self._end(Ending(request.reason), request.grace, now)
        else:
            self._end(Ending("signal"), self._order.grace, now)

    def _exceeded(self, excess: Excess, now: float) -> None:
        if self._ending is not None:  # it was told to end, and takes more all the same
            self._kill_at = min(self._kill_at, now)
            return
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
            self._tell({"started": self._intent})

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
                self._used.reap(ended.si_pid)

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
        self._used.reap(self._child.pid)
        deadline = time.monotonic() + GIVE_UP
        while self._used.reap_ended():
            self._kill_everything()
            self._turn(time.monotonic() + 0.005)
            if time.monotonic() > deadline:
                return True
        if not self._adopts:
            tree.sweep(self._order.task_id, self._order.attempt, self._order.limits)
        return False

    def _drain(self) -> bool:
        """Take the output that is still in the pipes; tell whether they came to their end."""
        deadline = time.monotonic() + DRAIN
        while any(output in self._poller for output in self._child.output):
            if time.monotonic() >= deadline:
                return False
            self._turn(deadline)
        return True

    def _describe_end(self, status: Status) -> Json:
        oom_kills = cgroups.oom_kills(self._order.limits)
        file_limit = self._order.file_size is not None
        end = describe_end(status, self._ending, oom_kills, file_limit=file_limit)
        return {**end, **self._times()}

    def _times(self) -> dict[str, float]:
        """Return start and end in Unix seconds, their difference by the steady clock."""
        ran = _seconds_since_boot() - self._booted_for
        return {"started_at": self._started_at, "ended_at": self._started_at + ran}

    def _figures(self) -> Json:
        return {
            "dropped_bytes": self._log.dropped,
            "log_segment": self._log.index,
            "cpu_seconds": round(self._used.cpu_seconds, 3),
            "peak_memory": cgroups.peak_memory(self._order.limits)
            or self._watch.peak_memory
            or self._used.peak_of_largest(),
        }

    # -- plumbing -----------------------------------------------------------------------------

    def _is_attended(self) -> bool:
        """Tell whether the agent is at the other end of the channel."""
        other = select.poll()
        other.register(self._channel, 0)
        return not other.poll(0)

    def _tell(self, report: Json) -> None:
        with contextlib.suppress(OSError):  # nobody listens any more
            self._channel.send(json.dumps(report).encode(), socket.MSG_DONTWAIT)


def _seconds_since_boot() -> float:
    """Return a time that goes on through suspension and that nobody can set."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)
