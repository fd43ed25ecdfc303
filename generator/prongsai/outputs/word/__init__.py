"""Documents → Word files, for papers that go round for signatures."""
