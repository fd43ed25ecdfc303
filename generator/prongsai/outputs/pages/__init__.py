"""From records and figures to Markdown pages, one page kind per module. Nothing here touches the disk."""
