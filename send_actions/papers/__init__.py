"""The papers of every kind, made of what is read from the store; nothing here writes to a plan."""
