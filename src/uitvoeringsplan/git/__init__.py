"""git: running it, its configuration, and the versions of a plan that it keeps."""
