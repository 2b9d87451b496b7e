"""Commands of the operator about people and organisations."""
