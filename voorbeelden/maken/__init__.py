"""Makes the example documents: content from `bron/`, one writer for PDF and one for DOCX."""
