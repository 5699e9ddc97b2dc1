"""One module per command: takes paths and options, returns a result, prints nothing."""
