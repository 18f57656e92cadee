import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model.title import LONGEST, title_of


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (["/usr/bin/make", "all"], "make"),
        (["./bin/serve/"], "serve"),
        (["/"], "/"),
        (["sh"], "sh"),
        (["sh", "-c"], "sh"),
        (["sh", "-c", ""], "sh"),
        (["sh", "-c", "# nothing\n\n"], "sh"),
        (["sh", "-c", "sleep 5"], "sleep 5"),
        (["bash", "-lc", "npm run  build\nnpm test"], "npm run build"),
        (["/bin/bash", "-e", "-o", "pipefail", "-c", "make -j4"], "make -j4"),
        (["bash", "-c", "--", "ls"], "ls"),
        (["bash", "--norc", "-c", "ls"], "ls"),
        (["bash", "deploy/run.sh", "-c", "prod"], "run.sh"),
        (["sh", "-c", "#!/bin/sh\n# Nightly\nset -eu\nrsync -a src dst"], "rsync -a src dst"),
        (["sh", "-c", "set -x"], "set -x"),
        (["sh", "-c", "A=1 B=2 ./train.sh"], "./train.sh"),
        (["sh", "-c", "A=1"], "A=1"),
        (["python", "script.py"], "script.py"),
        (["/venv/bin/python3.12", "-u", "-X", "dev", "src/train.py", "--epochs=5"], "train.py"),
        (["python3", "-m", "http.server", "8000"], "http.server"),
        (["python3", "-mpip", "list"], "pip"),
        (["python3", "-m"], "python3"),
        (["python3", "-c", "import time\ntime.sleep(3)"], "time.sleep(3)"),
        (["python3", "-"], "python3"),
        (["python3", "--", "-odd.py"], "-odd.py"),
        (["node", "-e", "console.log(1)"], "console.log(1)"),
        (["node", "--require", "x", "app/server.js"], "server.js"),
        (["env", "X=1", "cmd", "-v"], "cmd"),
        (["env", "-i", "-u", "HOME", "A=b", "python3", "a.py"], "a.py"),
        (["env"], "env"),
        (["env", "X=1"], "env"),
        (["timeout", "-k", "5", "30s", "sh", "-c", "curl example.org"], "curl example.org"),
        (["nice", "-n", "10", "--", "./job"], "job"),
        (["nohup", "python3", "-m", "worker"], "worker"),
    ],
    ids=" ".join,
)
def test_a_command_line_is_called_after_what_it_runs(line: list[str], title: str) -> None:
    assert title_of(line[0], line[1:]) == title


def test_a_long_title_is_cut_between_words() -> None:
    script = "ffmpeg -i input.mkv -c:v libx264 -preset slow -crf 22 output.mkv"
    assert title_of("sh", ["-c", script]) == "ffmpeg -i input.mkv -c:v libx264 -preset slow…"
    assert title_of("sh", ["-c", "x" * 90]) == "x" * (LONGEST - 1) + "…"


@given(st.text(min_size=1), st.lists(st.text(), max_size=6))
def test_any_command_line_has_a_short_title_on_one_line(command: str, args: list[str]) -> None:
    for program in (command, "sh", "bash", "python3", "env", "timeout"):
        title = title_of(program, args)
        assert len(title) <= LONGEST
        assert title.isprintable()


def test_wrappers_in_great_number_end() -> None:
    assert title_of("env", ["env"] * 10_000) == "env"
