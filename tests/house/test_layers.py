"""Who may import whom, as pyproject.toml has it."""

import os
import subprocess
import sys

from helpers.tree import ROOT, SOURCE_ROOTS


def test_imports_point_one_way() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    roots = os.pathsep.join(str(ROOT / root) for root in SOURCE_ROOTS)
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": roots},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
