"""The commands as Typer sees them: options in, one task, a report out.

Everything heavy is imported inside the command that needs it: a user who asks for `status` should
not wait for the libraries of the conversation.
"""
