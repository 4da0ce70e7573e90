"""Actions, decisions and requests found in the minutes of meetings."""
