"""Which area a row is in: by a column, a heading above it, a sheet's name or an answer."""
