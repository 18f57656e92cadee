"""The settings page: the console's own, and those of the agent it is connected to."""
