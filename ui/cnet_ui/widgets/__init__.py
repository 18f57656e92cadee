"""The parts that pages and dialogs are made of."""
