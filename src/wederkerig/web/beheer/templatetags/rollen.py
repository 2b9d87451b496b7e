"""Roles in words."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from wederkerig.web.accounts.models import Rol

register = template.Library()


@register.filter
def rolnamen(rollen: Iterable[str]) -> str:
    """Roles in one line: lezer, bewerker."""
    return ", ".join(str(Rol(rol).label) for rol in rollen)
