"""What owners write into the workbooks they are sent, read back against the record these came from."""
