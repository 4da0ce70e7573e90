"""Rules that question the plan, how urgent an action is, and the counts of an area."""
