"""The app on Textual: screens, prompts, widgets, keys and themes; it decides nothing about the plan."""
