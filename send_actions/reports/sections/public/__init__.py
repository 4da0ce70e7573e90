"""What the public and families are told."""
