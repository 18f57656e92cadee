"""What keeps an agent from starting, before it has one loop turned."""


class BadConfiguration(Exception):
    """Settings that cannot be used: one sentence per problem, each with its place."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class DataDirectoryInUse(Exception):
    """Another agent owns the data directory; ``pid`` is its process, None if it does not say."""

    def __init__(self, message: str, pid: int | None) -> None:
        super().__init__(message)
        self.pid = pid


class UnusableDataDirectory(Exception):
    """The data directory cannot hold an agent's state; the message says why."""


class UnusableWorkspace(Exception):
    """Tasks cannot run in the workspace; the message says why."""


class DataDirectoryFull(Exception):
    """There is no room to open what lies in the data directory, or its disk is failing."""
