"""The only room that uses the network: a built site put where readers find it, and links that are asked for."""
