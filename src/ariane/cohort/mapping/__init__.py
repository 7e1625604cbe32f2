"""Tables as registries have them, read as facts by a file that says what each column means."""
