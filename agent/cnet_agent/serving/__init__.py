"""What the agent and a model's server both know: the order, the socket between them, requests."""
