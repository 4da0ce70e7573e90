"""What a word, a letter or a colour says of how an action stands."""
