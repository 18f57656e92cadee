"""The node agent: it runs work as tasks, watches resources and answers over HTTP."""

__version__ = "0.1.0"
