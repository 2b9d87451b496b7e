"""The look: templates, styles and scripts that all pages share."""
