"""What looks after a plan: dated copies, and the places it stands in."""
