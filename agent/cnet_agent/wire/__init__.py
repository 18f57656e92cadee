"""The HTTP contract, shared by the server and its clients."""
