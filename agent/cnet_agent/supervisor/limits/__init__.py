"""Limits of one attempt: planned by the agent, carried out and watched by its supervisor."""
