"""A picture without what tells who made it, where and with what; its pixels stay as they are."""
