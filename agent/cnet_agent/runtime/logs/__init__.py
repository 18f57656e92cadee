"""The logs of tasks: read a part of one, or follow it as it grows."""
