"""How each kind of task is run. An executor knows no phase, no store and no event bus."""
