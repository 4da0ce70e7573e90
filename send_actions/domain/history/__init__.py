"""The past of a plan: its state at a date, what is in force, what changed, what undo may take back."""
