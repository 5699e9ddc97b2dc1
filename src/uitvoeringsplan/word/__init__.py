"""Word files: what a template is, and filling it. Knows the model, not YAML or terminals."""
