"""What Word's files are made of: elements, tables, sections, styles and the package that holds them."""
