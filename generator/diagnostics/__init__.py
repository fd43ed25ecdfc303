"""Problems as text for a terminal and as annotations for GitHub."""
