"""Between the px in which marks are laid out and the points in which a sheet is drawn."""

from ..mark_labels import SIZE
from .canvas import TEXT_PT

PT = TEXT_PT / SIZE  # points for a px: the labels of marks become as small as text may be
