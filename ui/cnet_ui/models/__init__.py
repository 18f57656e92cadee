"""What tables and logs show, kept apart from how they look."""
