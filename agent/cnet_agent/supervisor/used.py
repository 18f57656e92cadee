"""What the processes of one attempt used, added up as they are waited for."""

import os
import resource


class Used:
    """CPU time and memory of the processes that were reaped, and of those that they had reaped."""

    def __init__(self) -> None:
        self.cpu_seconds = 0.0
        self._largest = 0  # KiB that any one of them held at most

    def reap(self, pid: int) -> None:
        """Wait for a child that has ended or is about to."""
        self._take(os.wait4(pid, 0)[2])

    def reap_ended(self) -> bool:
        """Reap every child that has ended; tell whether any is left."""
        try:
            while True:
                pid, _, used = os.wait4(-1, os.WNOHANG)
                if pid == 0:
                    return True
                self._take(used)
        except ChildProcessError:
            return False

    def peak_of_largest(self) -> int | None:
        """Return the most bytes any one process held, None if this process itself held more.

        The kernel counts what a forked child shared with this process before it became the command.
        """
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return self._largest * 1024 if self._largest > own else None

    def _take(self, used: resource.struct_rusage) -> None:
        self.cpu_seconds += used.ru_utime + used.ru_stime
        self._largest = max(self._largest, used.ru_maxrss)
