"""Attempts as they lie on disk: reserving, launching, finding out. Blocking; runs in threads."""

import logging
import os
import shutil
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnet_agent.config.layout import Layout
from cnet_agent.executors.base import (
    AttemptKey,
    Ended,
    Launch,
    NeverRan,
    StartError,
    Vanished,
)
from cnet_agent.executors.process_environment import (
    arguments,
    directories,
    limits_of,
    variables,
)
from cnet_agent.executors.process_launcher import Launcher
from cnet_agent.executors.process_outcome import handle_of, lost, outcome_of
from cnet_agent.executors.records import path_of, reserve
from cnet_agent.model.phase import Reason
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.task import Outcome
from cnet_agent.supervisor import linux, record
from cnet_agent.supervisor.limits import cgroups
from cnet_agent.supervisor.limits.plan import Mechanism, Plan, plan
from cnet_agent.supervisor.order import Order
from cnet_agent.supervisor.record import Json, Record, StopRequest
from cnet_agent.supervisor.tree import sweep

logger = logging.getLogger(__name__)

_RELEASE = 2.0  # seconds for the lock of a dead supervisor to be free


@dataclass(frozen=True, slots=True)
class Alive:
    """A supervisor holds the attempt; ``pidfd`` is its, and the finder's to close."""

    pidfd: int
    intent: Json
    plan: Plan


@dataclass(frozen=True, slots=True)
class Pending:
    """Somebody holds the attempt and has not said yet who."""


@dataclass(frozen=True, slots=True)
class Over:
    """Nobody holds the attempt; what the record says is final."""

    record: Record


class Attempts:
    """The attempts below one data directory."""

    def __init__(
        self, layout: Layout, mechanism: Mechanism, inherited: Mapping[str, str], open_files: int
    ) -> None:
        self._layout = layout
        self._mechanism = mechanism
        self._inherited = inherited
        self._open_files = open_files

    # -- before the start ---------------------------------------------------------------------

    def launch(self, launch: Launch, launcher: Launcher, channel: socket.socket) -> Plan | None:
        """Hand an attempt over to a supervisor, with ``channel``, which stays the caller's.

        Returns:
            What enforces its limits; None if it was handed over before.

        Raises:
            StartError: it was stopped before, or no launcher can be started.
            OSError: the disk is full or failing.
        """
        descriptor = self._open(launch)
        try:
            if not record.hold(descriptor):
                return None
            found = record.read_from(descriptor)
            if not found.never_ran:
                return None
            if found.spec is None:  # its writing was cut short
                record.rewrite(descriptor, launch.description)
            if record.read_stop(descriptor) is not None:
                raise StartError(Outcome(Reason.STOPPED, ended_at=time.time()))
            order = self._order(launch, _ready(launcher) or self._mechanism)
            record.append_launch(descriptor, order.to_json())
            try:
                launcher.send(descriptor, channel.fileno())
            except OSError as error:
                raise StartError(_no_launcher(error)) from error
            return order.limits
        finally:
            os.close(descriptor)

    def _open(self, launch: Launch) -> int:
        """Return a descriptor of an attempt's record, which a later attempt does not have yet."""
        path = self._path(launch.key)
        try:
            return record.open_record(path)
        except FileNotFoundError:
            reserve(self._layout, launch.key, launch.description)
            return record.open_record(path)

    def _order(self, launch: Launch, mechanism: Mechanism) -> Order:
        spec, key = launch.spec, launch.key
        paths = self._layout.task(key.task_id)
        name = f"{key.task_id}.{key.number}"
        return Order(
            task_id=key.task_id,
            attempt=key.number,
            argv=arguments(launch),
            env=variables(launch, self._inherited, paths.work),
            cwd=str(launch.working_dir),
            directories=directories(paths.work),
            log_prefix=paths.log_prefix(key.number),
            timeout=spec.timeout,
            stop_signal=spec.stop_signal,
            grace=spec.stop_grace,
            open_files=self._open_files,
            file_size=spec.resources.disk_limit,
            limits=plan(limits_of(spec), mechanism, name, os.cpu_count() or 1),
        )

    # -- what became of it --------------------------------------------------------------------

    def look(self, key: AttemptKey) -> Alive | Pending | Over:
        """Find out who holds an attempt.

        Raises:
            FileNotFoundError: it has no record.
        """
        path = self._path(key)
        if not record.is_held(path):
            return Over(record.read(path))
        found = record.read(path)
        if found.intent is None:
            return Pending()
        pidfd = _pin_supervisor(found.intent)
        if pidfd is None:
            return Pending()  # it died since; the next look tells
        if not record.is_held(path):
            os.close(pidfd)
            return Over(record.read(path))
        return Alive(pidfd, found.intent, _plan_of(found))

    def conclude(self, key: AttemptKey, limits: Plan) -> Ended | Vanished:
        """Return how an attempt ended whose supervisor is gone; end what is left of it."""
        try:
            self.await_release(key)
            end = self.conclusion(key, record.read(self._path(key)))
        except OSError as error:
            logger.warning("The record of task %s cannot be read: %s", key.task_id, error)
            end = NeverRan()
        if not isinstance(end, NeverRan):
            return end
        # It did run, as it was watched: its record was taken away.
        swept = sweep(key.task_id, key.number, limits)
        return Vanished(lost(Record(), linux.boot_id(), time.time(), swept=swept))

    def conclusion(self, key: AttemptKey, found: Record) -> Ended | Vanished | NeverRan:
        """Return what the record of an attempt means that nobody holds."""
        limits = _plan_of(found)
        if found.exit is not None:
            if not found.exit.get("final"):
                sweep(key.task_id, key.number, limits)
            ran = "stage" not in found.exit  # where a start failed
            handle = handle_of(found.intent) if ran and found.intent is not None else None
            return Ended(outcome_of(found.exit, time.time()), handle)
        if found.never_ran:
            cgroups.remove(limits, patience=0.2)
            return NeverRan()
        swept = sweep(key.task_id, key.number, limits)
        return Vanished(lost(found, linux.boot_id(), time.time(), swept=swept))

    # -- what is asked of it ------------------------------------------------------------------

    def ask_to_stop(self, key: AttemptKey, grace: float) -> Json | None:
        """Place a stop request; return the intent of the supervisor to be told, if there is one.

        The request is written before the intent is read, and the supervisor writes its intent
        before it looks for a request: one of the two always sees the other.
        """
        try:
            descriptor = record.open_record(self._path(key))
        except FileNotFoundError:
            return None
        try:
            record.write_stop(descriptor, StopRequest(grace))
            found = record.read_from(descriptor)
        finally:
            os.close(descriptor)
        return found.intent

    def tell_supervisor(self, key: AttemptKey, intent: Json) -> None:
        """Have a supervisor look for the stop request, if it still is what ``intent`` names."""
        pidfd = _pin_supervisor(intent)
        if pidfd is None:
            return
        try:
            if record.is_held(self._path(key)):
                linux.send_signal(pidfd, 15)
        finally:
            os.close(pidfd)

    def discard(self, task_id: str) -> None:
        """Remove all files of a task."""
        shutil.rmtree(self._layout.task(task_id).root, onerror=_open_up)

    def await_release(self, key: AttemptKey) -> None:
        """Wait while a supervisor that is ending, or was killed, lets go of the attempt."""
        deadline = time.monotonic() + _RELEASE
        while record.is_held(self._path(key)) and time.monotonic() < deadline:
            time.sleep(0.001)

    def _path(self, key: AttemptKey) -> Path:
        return path_of(self._layout, key)


def _ready(launcher: Launcher) -> Mechanism | None:
    try:
        return launcher.ready()
    except OSError as error:
        raise StartError(_no_launcher(error)) from error


def _no_launcher(error: OSError) -> Outcome:
    detail = Sentence("The launcher of processes cannot be started: {why}", why=str(error))
    return Outcome(Reason.SPAWN_ERROR, ended_at=time.time(), detail=detail)


def _pin_supervisor(intent: Json) -> int | None:
    """Return a descriptor of the supervisor that an intent names, None if it is gone.

    Raises:
        OSError: this process has no descriptor left, so nothing is known.
    """
    pid = int(intent["supervisor"]["pid"])
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return None
    if linux.start_of(pid) != intent["supervisor"]["start"]:
        os.close(pidfd)
        return None
    return pidfd


def _plan_of(found: Record) -> Plan:
    try:
        return Plan.from_json((found.launch or {}).get("limits", {}))
    except (TypeError, KeyError):
        return Plan()


def _open_up(remove: Any, path: str, error: Any) -> None:
    """Remove what a task made unreadable; what is gone already is fine."""
    if issubclass(error[0], FileNotFoundError):
        return
    Path(path).parent.chmod(0o700)
    if Path(path).is_dir() and not Path(path).is_symlink():
        Path(path).chmod(0o700)
        shutil.rmtree(path)
    else:
        remove(path)
