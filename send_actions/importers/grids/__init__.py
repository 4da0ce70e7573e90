"""Workbooks and documents as grids of cells, and the tables of actions within them."""
