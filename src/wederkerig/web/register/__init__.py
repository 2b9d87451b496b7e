"""The agreements as the site keeps them: what was brought in, what was adopted, what happened."""
