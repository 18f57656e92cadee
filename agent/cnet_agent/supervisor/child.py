"""Forks the process that becomes the task's command, and tells whether it did.

The child gets ready at once and then waits: it runs the command only after a byte on the release
pipe, which the supervisor writes when the intent is in the record. If the supervisor dies before,
the child reads the end of that pipe, or is killed by the kernel, and nothing ever ran.

Forked in Python, not by ``posix_spawn``, though that takes half the time: only a child that runs
code of ours can join its control groups before its first fork, be tied to the supervisor's death,
wait for the intent, and hang on a dead network directory without the supervisor hanging too.
"""

import contextlib
import errno
import json
import os
import resource
import signal
from dataclasses import dataclass
from typing import Any, NoReturn

from cnet_agent.supervisor import linux
from cnet_agent.supervisor.hints import hint, misses_interpreter
from cnet_agent.supervisor.limits import cgroups
from cnet_agent.supervisor.order import Order

# Signals that the launcher or Python itself ignore or handle; the command starts with defaults.
_RESET = (
    signal.SIGTERM,
    signal.SIGINT,
    signal.SIGHUP,
    signal.SIGCHLD,
    signal.SIGPIPE,
    signal.SIGXFSZ,
)
HELD_BACK = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD)

# What would fail in the same way another time.
_PERMANENT = {
    errno.ENOENT,
    errno.EACCES,
    errno.EPERM,
    errno.ENOEXEC,
    errno.E2BIG,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.ELOOP,
    errno.ENAMETOOLONG,
}
_NICE = 5  # of a task whose share of the processor is only a wish


class SpawnError(Exception):
    """The command could not be run: ``stage`` is where (exec, cwd, cgroup, fork …)."""

    def __init__(self, stage: str, error: str, *, retryable: bool) -> None:
        super().__init__(error)
        self.stage = stage
        self.retryable = retryable

    @classmethod
    def of(cls, stage: str, error: OSError, about: str = "") -> "SpawnError":
        """Return the error for what the system said about ``about``."""
        text = os.strerror(error.errno) if error.errno else str(error)
        text = f"{text}: {about!r}" if about else text
        likely = hint(stage, about, error.errno)
        text = f"{text}; {likely}" if likely else text
        return cls(stage, text, retryable=error.errno not in _PERMANENT)


@dataclass(frozen=True, slots=True)
class Child:
    """A forked child and the pipes to it; all descriptors are the supervisor's ends."""

    pid: int
    output: tuple[int, int]  # stdout, stderr
    errors: int  # at its end once the command runs, before that what went wrong
    go: int

    def release(self) -> None:
        """Let the command run."""
        with contextlib.suppress(BrokenPipeError):  # it failed to get ready; ``errors`` says why
            os.write(self.go, b"1")
        os.close(self.go)

    def withhold(self) -> None:
        """Let the child end without running the command."""
        os.close(self.go)

    def result(self) -> SpawnError | None:
        """Read what the error pipe says once it is readable, and close it."""
        text = os.read(self.errors, 65_536)
        os.close(self.errors)
        if not text:
            return None
        fields: dict[str, Any] = json.loads(text)
        return SpawnError(fields["stage"], fields["error"], retryable=fields["retryable"])


def fork(order: Order, ours: tuple[int, ...]) -> Child:
    """Fork the child of ``order``; it waits to be released.

    It closes ``ours`` at once: the record, whose lock must not outlive the supervisor, and the
    channel, whose end must tell of the supervisor's. Signals of ``HELD_BACK`` must be blocked, so
    that the child loses none before it has its own dispositions.

    Raises:
        SpawnError: there is no room for another process.
    """
    out_read, out_write = os.pipe()
    err_read, err_write = os.pipe()
    errors_read, errors_write = os.pipe()
    go_read, go_write = os.pipe()
    parent = os.getpid()
    try:
        pid = os.fork()
    except OSError as error:
        raise SpawnError.of("fork", error) from error
    if pid == 0:
        for descriptor in (*ours, go_write):
            os.close(descriptor)
        _become(order, parent, (out_write, err_write), errors_write, go_read)
    for descriptor in (out_write, err_write, errors_write, go_read):
        os.close(descriptor)
    return Child(pid, (out_read, err_read), errors_read, go_write)


def _become(order: Order, parent: int, output: tuple[int, int], errors: int, go: int) -> NoReturn:
    stage, about = "process", ""
    try:
        os.setsid()
        linux.die_with_parent()
        if os.getppid() != parent:
            os._exit(70)
        for number in _RESET:
            signal.signal(number, signal.SIG_DFL)
        linux.accept_oom()
        stage = "cgroup"
        cgroups.join(order.limits)
        stage = "limits"
        _limit(order)
        os.dup2(output[0], 1)
        os.dup2(output[1], 2)
        stage, about = "cwd", order.cwd
        os.chdir(order.cwd)
        if os.read(go, 1) != b"1":
            os._exit(70)
        stage, about = "exec", order.argv[0]
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        os.execvpe(order.argv[0], order.argv, order.env)  # noqa: S606 - what the task asked for
    except OSError as error:
        failure = SpawnError.of(stage, error, about or str(error.filename or ""))
        if stage == "exec" and (missed := misses_interpreter(about, error.errno)):
            failure = SpawnError(stage, missed, retryable=False)
        _tell(errors, failure)
    except BaseException as error:  # nothing may return into the supervisor's code
        _tell(errors, SpawnError(stage, f"{type(error).__name__}: {error}", retryable=False))
    os._exit(127)


def _tell(errors: int, failure: SpawnError) -> None:
    fields = {
        "stage": failure.stage,
        "error": str(failure)[:1000],
        "retryable": failure.retryable,
    }
    os.write(errors, json.dumps(fields).encode())


def _limit(order: Order) -> None:
    _lower(resource.RLIMIT_CORE, 0)
    if order.open_files is not None:
        _lower(resource.RLIMIT_NOFILE, order.open_files)
    if order.file_size is not None:
        _lower(resource.RLIMIT_FSIZE, order.file_size)
    if order.limits.cpus is not None:
        allowed = sorted(os.sched_getaffinity(0))
        first = os.getpid() % len(allowed)
        chosen = (allowed[first:] + allowed[:first])[: order.limits.cpus]
        os.sched_setaffinity(0, chosen)
        os.nice(_NICE)


def _lower(kind: int, value: int) -> None:
    """Set a soft limit, and the hard one too except for descriptors, which may be raised again."""
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(kind, (value, hard if kind == resource.RLIMIT_NOFILE else value))
