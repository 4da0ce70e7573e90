"""What opens at the foot of a screen: one line of letters, a few fields, or a question; never a pop-up."""
