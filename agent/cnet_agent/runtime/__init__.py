"""The shell around the model: dispatch, recovery, timers, logs, monitoring."""
