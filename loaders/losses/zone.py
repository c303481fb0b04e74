"""Where the days of the series begin and end."""

from zoneinfo import ZoneInfo

KYIV = ZoneInfo("Europe/Kyiv")
