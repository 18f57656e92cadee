"""How many processes shall hold a version of a model, by the requests that wait. Pure."""

from dataclasses import dataclass, field

CROWDED = 8  # requests a process above which another one helps
_PATIENCE = 1.0  # seconds that it must have been crowded
_CALM = 30.0  # seconds without need of the last process after which it is ended


@dataclass(slots=True)
class Scale:
    """Decides by what it is shown, now and then; all times are seconds of one steady clock.

    Attributes:
        least: processes there are at least.
        most: processes there are at most.
        idle: seconds without a request after which there is none; None for never.
    """

    least: int
    most: int
    idle: float | None = None
    _crowded_since: float | None = field(default=None, init=False)
    _needed_at: float | None = field(default=None, init=False)  # the last one of several

    def wanted(self, now: float, *, have: int, pending: int, asked_at: float) -> int:
        """Return how many processes there shall be.

        Args:
            now: the time.
            have: processes that there are.
            pending: requests that wait or are computed.
            asked_at: when the last request came, or the model was loaded.
        """
        if self.idle is not None and not pending and now - asked_at >= self.idle:
            self._crowded_since = self._needed_at = None
            return 0
        if have < self.least:
            return self.least
        if pending <= have * CROWDED:
            self._crowded_since = None
        elif self._crowded_since is None:
            self._crowded_since = now
        if self._needed_at is None or pending > (have - 1) * CROWDED / 2:
            self._needed_at = now
        if self._crowded_since is not None and now - self._crowded_since >= _PATIENCE:
            self._crowded_since, self._needed_at = None, now
            return min(have + 1, self.most)
        if have > self.least and now - self._needed_at >= _CALM:
            self._needed_at = now
            return have - 1
        return min(have, self.most)
