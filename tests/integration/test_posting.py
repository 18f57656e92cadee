"""kill -9 while tasks are posted: every 201 is there afterwards, and a key makes one task."""

import random
import sqlite3
import threading
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until_sync

pytestmark = pytest.mark.integration

KILLS = 30  # the promise was seen to hold for 120
POSTERS = 4


class Poster:
    """Posts tasks, each with its key until it is answered, and remembers the answers."""

    def __init__(self, agent: LiveAgent, name: str, up: threading.Event) -> None:
        self.answers: dict[str, str] = {}  # ids by key
        self.unlike: list[Any] = []  # keys that were answered with two tasks
        self._agent = agent
        self._name = name
        self._up = up
        self._done = threading.Event()
        self._chance = random.Random(name)
        self._thread = threading.Thread(target=self._post, daemon=True)
        self._thread.start()

    def finish(self) -> None:
        self._done.set()
        self._thread.join(60)
        assert not self._thread.is_alive()

    def _post(self) -> None:
        number = 0
        while not self._done.is_set():
            number += 1
            self._ask(f"{self._name}-{number}")
            if self._chance.random() < 0.2:  # a client that did not believe its answer
                self._ask(self._chance.choice(list(self.answers)))

    def _ask(self, key: str) -> None:
        body = {"command": "sh", "args": ["-c", 'echo run >> "runs/$0"', key], "name": key}
        while True:
            try:
                answer = self._agent.ask("POST", "/api/tasks", body, {"Idempotency-Key": key})
            except OSError:
                self._up.wait(30)
                continue
            if self.answers.setdefault(key, answer["id"]) != answer["id"]:
                self.unlike.append((key, self.answers[key], answer["id"]))
            return


def answers_of(posters: list[Poster]) -> int:
    return sum(len(poster.answers) for poster in posters)


def have_answers(posters: list[Poster], wanted: int) -> bool:
    return answers_of(posters) >= wanted


def found_in(database: Path) -> tuple[str, dict[str, str]]:
    """Return what SQLite says of a database, and the ids of the tasks in it by name."""
    with closing(sqlite3.connect(database)) as connection:
        verdict = connection.execute("PRAGMA quick_check").fetchone()[0]
        rows = connection.execute("SELECT document ->> '$.spec.name', id FROM tasks").fetchall()
    assert len(rows) == len(dict(rows)), "two tasks of one key"
    return verdict, dict(rows)


@pytest.mark.timeout(240)
def test_every_201_is_there_after_the_kills_and_each_task_ran_once(tmp_path: Path) -> None:
    up = threading.Event()
    up.set()
    with live_agent(tmp_path, tasks={"max_concurrent": 4}) as agent:
        (agent.workspace / "runs").mkdir()
        posters = [Poster(agent, f"p{number}", up) for number in range(POSTERS)]
        chance = random.Random(20261125)
        for _ in range(KILLS):
            wanted = answers_of(posters) + chance.randint(1, 6)
            until_sync(partial(have_answers, posters, wanted), 30)
            up.clear()
            agent.kill()
            agent.start()
            up.set()
        for poster in posters:
            poster.finish()
        answers = {key: task for poster in posters for key, task in poster.answers.items()}
        assert len(answers) > KILLS
        assert not [pair for poster in posters for pair in poster.unlike]
        for task_id in answers.values():
            assert agent.reaches(task_id, seconds=120)["status"] == "completed"
        agent.kill()
        verdict, kept = found_in(agent.data_dir / "agent.db")
        assert verdict == "ok"
        assert kept == answers
        runs = {path.name: path.read_text() for path in (agent.workspace / "runs").iterdir()}
        assert runs == dict.fromkeys(answers, "run\n")
        assert "Traceback" not in agent.stderr()
