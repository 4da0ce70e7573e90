"""What only SQLite can do: its file and header, its settings, its transactions, its words of refusal."""
