"""The model server: a process of its own that answers for one model.

It holds the port, the queue and the figures; the model itself lives in a worker, a further
process in the model's own Python (``cnet_worker``), so that a crash of the model takes no
connection along and unloading gives all memory back.
"""
