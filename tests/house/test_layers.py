"""Who may import whom, as pyproject.toml has it."""

import os
import subprocess
import sys

from helpers.tree import ROOT, SOURCE_ROOTS

ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join(str(ROOT / root) for root in SOURCE_ROOTS),
}


def run(code: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def test_imports_point_one_way() -> None:
    result = run(
        "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_an_agent_bears_no_cryptography_until_it_makes_a_certificate() -> None:
    modules = run("import sys, cnet_agent.agent; print(*sys.modules)").stdout.split()
    packages = {module.partition(".")[0] for module in modules}
    assert "aiohttp" in packages
    assert "cryptography" not in packages
