"""The console: Qt over the agent's client, and nothing of the agent's inside."""
