"""What looks over a period, an area or the whole plan."""
