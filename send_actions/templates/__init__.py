"""Plans to begin from: the eighteen areas of a self-evaluation, an empty plan, and the invented sample."""
