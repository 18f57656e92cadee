"""Interpreters that are asked what they are and what they have."""

import sys
from pathlib import Path

from cnet_agent.runtime.environments.command import MAX_LINE
from cnet_agent.runtime.environments.interpreters import Interpreters


def python(folder: Path, line: str) -> str:
    """Return an interpreter that runs a line before what it is asked."""
    made = folder / "python"
    made.write_text(f"#!{sys.executable}\nimport sys\n{line}\nexec(sys.argv[2])\n")
    made.chmod(0o755)
    return str(made)


async def test_an_interpreter_with_very_many_packages_answers(tmp_path: Path) -> None:
    needs = "".join(f"Requires-Dist: a-package-of-some-length-{n}>=1.0\n" for n in range(40))
    for number in range(200):
        about = tmp_path / "site" / f"big_{number}-1.0.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Name: big_{number}\nVersion: 1.0\n{needs}")
    asked = Interpreters(tmp_path)
    (found,) = await asked.ask([python(tmp_path, f"sys.path.append({str(tmp_path / 'site')!r})")])
    assert found.distributions["big-7"].version == "1.0"
    assert sum(len("".join(each.requires)) for each in found.distributions.values()) > 2 * MAX_LINE
    assert asked.silent == {}


async def test_what_is_said_around_the_answer_does_not_matter(tmp_path: Path) -> None:
    noise = "import atexit; print('before', end=''); atexit.register(print, 'after {')"
    (found,) = await Interpreters(tmp_path).ask([python(tmp_path, noise)])
    assert found.version.startswith(f"{sys.version_info[0]}.{sys.version_info[1]}.")


async def test_why_one_does_not_answer_is_known_until_it_does(tmp_path: Path) -> None:
    asked = Interpreters(tmp_path)
    path = python(tmp_path, "sys.exit('no licence')")
    assert await asked.ask([path]) == []
    assert asked.silent == {path: "no licence"}
    python(tmp_path, "")
    assert len(await asked.ask([path])) == 1
    assert asked.silent == {}
