"""The handlers of the routes, a noun a file; each file lists its routes."""
