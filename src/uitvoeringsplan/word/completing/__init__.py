"""What a template lacks for answers is added: styles, lists, the language."""
