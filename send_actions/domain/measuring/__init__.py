"""How the readings of a measure are read: by process limits, against the target, and in their own rhythm."""
