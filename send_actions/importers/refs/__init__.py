"""Which action of the plan a row is, by its ref and its words."""
