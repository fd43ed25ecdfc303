"""Small pages that stand inside pages of other sites (``<iframe>``): an LAO in short, a project, a chart."""
