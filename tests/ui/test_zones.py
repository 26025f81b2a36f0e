from django import forms
from django.utils import translation

from askwell.ui.zones import ZoneField


class Clock(forms.Form):
    zone = ZoneField()


def test_zones_are_named_by_city_those_of_canada_first() -> None:
    with translation.override("zh-hans"):
        first, *others = [zones for _name, zones in ZoneField().choices]

    assert first[1] == ("America/Vancouver", "温哥华")
    named = [zone for group in (first, *others) for zone, _city in group]
    assert len(named) == len(set(named))
    assert {"UTC", "Asia/Shanghai", "Africa/Abidjan"} <= {zone for group in others for zone, _city in group}
    assert named.count("US/Indiana-Starke") == named.count("Asia/Calcutta") == 0


def test_an_older_name_that_was_chosen_stays_chosen() -> None:
    page = str(Clock(initial={"zone": "Asia/Calcutta"})["zone"])

    assert '<option value="Asia/Calcutta" selected>' in page
    assert "Asia/Calcutta" not in str(Clock(initial={"zone": "Asia/Kolkata"})["zone"])
    assert Clock({"zone": "Asia/Calcutta"}).is_valid()
    assert not Clock({"zone": "Mars/Olympus"}).is_valid()
