"""Lists that this program wrote, changed elsewhere and brought back."""
