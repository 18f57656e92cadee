"""Settings: their schema, and how they are read from file, environment and flags."""
