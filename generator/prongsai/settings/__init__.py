"""What a site's ``mkdocs.yml`` may say: what the package sets where it says nothing, and what it refuses."""
