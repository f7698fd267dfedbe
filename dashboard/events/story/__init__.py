"""A story: records as steps in an order of one's own, and which records are under way on a day."""

from .days import STATES, Stretch, on_day, say_hours, stretches
from .file import LARGEST, read_story, write_story
from .story import LONGEST_TITLE, MOST_STEPS, Steps, Story, moved, plain_title, steps_of, view_of

__all__ = [
    "LARGEST",
    "LONGEST_TITLE",
    "MOST_STEPS",
    "STATES",
    "Steps",
    "Story",
    "Stretch",
    "moved",
    "on_day",
    "plain_title",
    "read_story",
    "say_hours",
    "steps_of",
    "stretches",
    "view_of",
    "write_story",
]
