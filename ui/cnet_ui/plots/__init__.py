"""Charts of what a node uses."""
