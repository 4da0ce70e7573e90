"""Headings as people write them, and the field that each means."""
