"""What a person should know without being interrupted: cards over the canvas, each with what can be done about it."""

from .card import NoticeCard
from .disk import DiskNotices
from .mishap import MishapNotices
from .recovery import RecoveryNotices
from .stack import NoticeStack

__all__ = ["DiskNotices", "MishapNotices", "NoticeCard", "NoticeStack", "RecoveryNotices"]
