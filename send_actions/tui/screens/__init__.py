"""What fills the terminal: home, needs attention, meetings, history, help and the command palette."""
