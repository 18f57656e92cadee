"""What the agent decided, kept on disk."""
