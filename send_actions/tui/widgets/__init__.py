"""Widgets that take values and post messages; none of them knows a plan's place or the store."""
