"""The pages on which a document is brought in, settled and adopted, one module a step."""
