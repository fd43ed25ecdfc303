"""What is kept from one build to the next, so that an LAO that did not change is not read, written or built again."""

CACHE = ".cache/prongsai"  # beside mkdocs.yml
STATE = "site.json"  # in it: what the whole site was last built of
