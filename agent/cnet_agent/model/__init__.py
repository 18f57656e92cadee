"""What the agent knows, as pure values: no I/O, no asyncio, no clock, no randomness."""
