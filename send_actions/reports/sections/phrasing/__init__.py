"""What sections share: the words of cells and names, numbers of sections, and rules that several tell by."""
