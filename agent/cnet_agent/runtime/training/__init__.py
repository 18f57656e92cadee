"""The training service: jobs that are tasks, with their curves, log files and statistics."""
