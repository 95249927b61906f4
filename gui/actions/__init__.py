"""Everything a person can trigger, declared once; menus, toolbar and context menus are built from the lists."""

from .build import Actions
from .declare import Action, Context

__all__ = ["Action", "Actions", "Context"]
