"""prongsai (โปร่งใส): from plan YAML to the public pages of a Thai local government."""
