"""What stands in the way of readers in a file, by the rules of WCAG 2.2: each rule once, for all formats."""
