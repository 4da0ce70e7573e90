"""A plan turned into lines of text: pure functions of values and a width, without Textual."""
