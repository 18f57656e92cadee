"""Keeps what was found as JSON lines, and writes it as the table of docs/performance.md."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from _harness.machine import describe
from _harness.rows import Bar, Row, table

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "performance.md"
KEPT = ROOT / "benchmarks" / "results.jsonl"
BEGIN = "<!-- Made by `python benchmarks --write` from benchmarks/results.jsonl. -->\n"
END = "<!-- The end of what is made. -->\n"
LEGEND = (
    "Figures are medians of the rounds; a ratio is ours to theirs, the median of the ratios of each"
    " round. ~: other processes used the machine."
)


@dataclass(frozen=True)
class Report:
    """What one benchmark found, when and where."""

    benchmark: str
    date: str
    machine: str
    rounds: int
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, benchmark: str, rows: Iterable[Row], rounds: int) -> "Report":
        """Return what was found just now, on this machine."""
        date = datetime.now(UTC).date().isoformat()
        return cls(benchmark, date, describe(), rounds, tuple(rows))

    @classmethod
    def read(cls, line: str) -> "Report":
        """Return a report that was kept."""
        kept: dict[str, Any] = json.loads(line)
        rows = [Row(**{**row, "bar": row["bar"] and Bar(**row["bar"])}) for row in kept["rows"]]
        return cls(**{**kept, "rows": tuple(rows)})

    def line(self) -> str:
        """Return it as a line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False) + "\n"


def append(file: Path, report: Report) -> None:
    """Add a report to a file of JSON lines."""
    with file.open("a", encoding="utf-8") as lines:
        lines.write(report.line())


def kept() -> list[Report]:
    """Return the reports that are kept, one of each benchmark."""
    lines = KEPT.read_text(encoding="utf-8").splitlines() if KEPT.exists() else []
    return [Report.read(line) for line in lines]


def write(found: Report) -> None:
    """Keep a report in place of the earlier one of its benchmark, and write the page's table."""
    by_name = {report.benchmark: report for report in [*kept(), found]}
    reports = [by_name[name] for name in sorted(by_name)]
    KEPT.write_text("".join(report.line() for report in reports), encoding="utf-8")
    PAGE.write_text(page(reports), encoding="utf-8")


def page(reports: list[Report]) -> str:
    """Return the page with the table of some reports in place of its own."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return before + BEGIN + section(reports) + END + rest.partition(END)[2]


def section(reports: list[Report]) -> str:
    """Return when and where reports were made, and their rows as one table. Pure."""
    origins: dict[str, list[str]] = {}
    for report in reports:
        said = f"{report.date}, rounds: {report.rounds}. {report.machine}."
        origins.setdefault(said, []).append(report.benchmark.replace("_", " "))
    lines = [f"- {', '.join(names).capitalize()}: {said}" for said, names in origins.items()]
    rows = [row for report in reports for row in report.rows]
    return "\n" + "\n".join(lines) + f"\n\n{table(rows)}\n\n{LEGEND}\n\n"
