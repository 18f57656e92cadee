"""The one way in: how the console, the examples and the tests reach an agent."""
