"""What is wrong or weak in a document: one small function a check; model in, findings out."""
