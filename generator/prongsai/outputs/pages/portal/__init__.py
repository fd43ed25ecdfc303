"""The portal: all LAOs of a site at a glance, by province and district, by rank, and by project; from summaries only."""
