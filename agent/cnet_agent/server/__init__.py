"""HTTP: routes and who may use them; thin, a noun a file."""
