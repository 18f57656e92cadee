"""What asks a person for something."""
