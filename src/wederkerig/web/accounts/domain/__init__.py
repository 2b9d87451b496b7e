"""What happens to people and organisations, as plain functions: invite, give roles, leave, merge."""
