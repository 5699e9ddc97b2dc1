"""The difference between two plans as tracked changes in the document of the new one."""
