"""What a turn costs, measured on the machine it is asked on; nothing of the product imports this."""
