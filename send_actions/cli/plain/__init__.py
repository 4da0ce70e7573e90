"""A day's work in plain lines: what is said stays above, what is asked is answered by a number."""
