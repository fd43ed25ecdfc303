"""Files that records name: there, inside the LAO's folder, and in truth what their names end in."""
