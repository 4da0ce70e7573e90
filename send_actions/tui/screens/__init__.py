"""What fills the terminal: the views of the `g` line, help, the palette, and the first run."""
