"""What a benchmark finds: rows of a table, each of ours beside a peer or a limit. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """What the design asks for: of the ratio, or of our own figure."""

    of: str  # "ratio" or "ours"
    limit: float
    at_least: bool

    def text(self, unit: str) -> str:
        """Return it as a person reads it."""
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {self.limit:g} {'×' if self.of == 'ratio' else unit}"

    def met(self, ours: float | None, ratio: float | None) -> bool | None:
        """Return whether it is met, None where there is nothing to judge by."""
        value = ratio if self.of == "ratio" else ours
        if value is None:
            return None
        return value >= self.limit if self.at_least else value <= self.limit


def ratio_at_least(limit: float) -> Bar:
    """Return a bar that our figure be ``limit`` times the peer's, or more."""
    return Bar("ratio", limit, at_least=True)


def at_most(limit: float) -> Bar:
    """Return a bar that our figure, whatever its peers', be no more than ``limit``."""
    return Bar("ours", limit, at_least=False)


@dataclass(frozen=True)
class Row:
    """One comparison."""

    what: str
    peer: str  # with its version; "" where there is none
    unit: str
    ours: float | None
    theirs: float | None = None
    ratio: float | None = None  # ours to theirs: the median of the rounds' own ratios
    bar: Bar | None = None
    missing: str = ""  # why there is no figure of the peer
    noisy: bool = False  # others used the machine

    def cells(self) -> tuple[str, ...]:
        """Return the row as the table shows it."""
        met = self.bar.met(self.ours, self.ratio) if self.bar else None
        return (
            self.what,
            self.peer,
            figure(self.ours, self.unit) or "no figure",
            self.missing or figure(self.theirs, self.unit),
            f"{self.ratio:.2f}" if self.ratio is not None else "",
            self.bar.text(self.unit) if self.bar else "",
            ({True: "yes", False: "**no**", None: ""}[met] + " ~" * self.noisy).strip(),
        )


HEADINGS = ("what", "peer or limit", "ours", "theirs", "ratio", "bar", "met")


def figure(value: float | None, unit: str) -> str:
    """Return a figure with three digits that mean something, and its unit."""
    if value is None:
        return ""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    return f"{value:,.{digits}f} {unit}".strip()


def table(rows: list[Row]) -> str:
    """Return the rows as Markdown."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
