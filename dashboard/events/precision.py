"""Says how well a date is known, in words."""

_DATED = {
    "minute": "dated to the minute",
    "day": "dated to the day",
    "days": "dated to a few days",
    "month": "dated to the month",
    "year": "dated to the year",
    "decade": "dated to the decade",
    "unknown": "date not known",
}


def say_precision(precision: str, extent: str) -> str:
    """How well a date is known: "dated to the month, some time within"."""
    if precision in ("minute", "day", "unknown"):
        return _DATED[precision]
    within = "some time within" if extent == "moment" else "throughout"
    return f"{_DATED.get(precision, f'dated to the {precision}')}, {within}"
