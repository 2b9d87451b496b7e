"""Small grammars of the language of agreements: getallen, termijnen, actoren, verwijzingen."""
