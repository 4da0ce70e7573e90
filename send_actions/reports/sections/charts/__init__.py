"""What is drawn in papers, each chart beside the table of its numbers."""
