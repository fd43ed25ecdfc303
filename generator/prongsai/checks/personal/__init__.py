"""Personal data: what is published, what each kind looks like, and what an LAO publishes of itself on purpose."""
