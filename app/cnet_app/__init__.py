"""The application: its command line and its two ways to run, with a window and without."""
