"""The models of a node: registered, served by tasks, asked for predictions."""
