"""The app on Textual: screens, foot strips, widgets, keys and themes; it decides nothing about the plan."""
