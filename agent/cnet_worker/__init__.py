"""The process that holds a served model: it loads it and answers framed requests on a socket.

It runs in the model's own Python, where the agent is not installed and nothing but the standard
library may be: numpy and the frameworks are imported where a model needs them.
"""
