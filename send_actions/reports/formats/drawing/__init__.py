"""Charts drawn as SVG in plain code: the same chart, the same drawing, in colour, in grey and in the dark."""
