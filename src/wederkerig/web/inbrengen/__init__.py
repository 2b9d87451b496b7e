"""The pages on which a party brings in a document, settles it and adopts it."""
