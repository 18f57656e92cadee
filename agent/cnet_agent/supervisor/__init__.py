"""Runs beside the agent and outlives it: standard library only."""
