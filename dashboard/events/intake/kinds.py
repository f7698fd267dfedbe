"""Suggests the type of an event from the words of a clause; "" where none of them says it."""

import re

_KINDS = [
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        ("breach", r"violat\w*|(?:broke|broken|breaking) the (?:truce|cease)"),
        ("call", r"(?:spoke|spoken|speak|talked|conversation|call(?:ed)?)\b.*\b(?:phone|telephone)"
                 r"|(?:phone|telephone) (?:call|conversation)|discussed"
                 r"|(?:spoke|spoken) (?:to|with)\b"),
        ("resolution", r"resolutions?\b"),
        ("judgment", r"judg(?:e)?ment|court .*ruled"),
        ("figure", r"per ?cent\b|square (?:km|kilomet|miles)|\d+ ?%"),
        ("act", r"signed|decree|voted|referendum|declared independence|ratified"),
        ("strike", r"shell(?:ed|ing|s)?\b|struck|strikes?\b|missiles?\b|rockets?\b|bomb\w*|fired on"
                   r"|(?:was|were) hit|artillery|explosions?\b"),
        ("ceasefire", r"cease-?fires?\b|truces?\b"),
        ("territory", r"captur\w+|occup\w+|liberat\w+|seiz\w+|advanc\w+|took control|handed over"
                      r"|(?:have|has|had) held|been (?:taken|lost)|withdr\w+"),
        ("fighting", r"clash\w*|fighting|fought|battles?\b|attack\w*|offensive|operations?\b"
                     r"|war\b"),
        ("meeting", r"met\b|meet\b|meetings?\b|summit|talks\b|congress\b"),
        ("statement", r"support\w*|backs?\b|backed|call(?:ed|s)? for|demand\w*|urged?\b|spoke\b"
                      r"|tension|tense\b|speak\b"),
    )
]  # fmt: skip


def kind_of_event(text: str) -> str:
    """The id of an event type."""
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "")
