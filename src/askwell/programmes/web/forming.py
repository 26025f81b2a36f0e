"""What forms of seekers and of insiders have in common: weekly free hours, topics, spoken languages, own questions."""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from askwell.lib.text import clean
from askwell.programmes.choices import Level
from askwell.programmes.queries.intake import Asked
from askwell.programmes.rules.topics import idea_of
from askwell.programmes.web.words.people import LEVELS, WEIGHTS
from askwell.programmes.web.words.questions import question_field
from askwell.ui.moments import weekday
from askwell.ui.words import SPOKEN, USUAL

Windows = list[list[Any]]
A_DAY, NIGHT, HOUR = 2, 8 * 60, 60
"""Windows that a form has room for on each day; the longest one over midnight, and the shortest, in minutes."""
MOST_TOPICS, MOST_PICKS, ROWS = 20, 16, 5


class WindowsInput(forms.Widget):
    """A line a day with one from–to, and room for a second behind a press. Works without a script."""

    template_name = "programmes/parts/windows.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        told: list[tuple[int, str, str]] = [tuple(row) for row in value or []]
        context["days"] = [(weekday(day, get_language() or "en"), _day_rows(name, day, told)) for day in range(7)]
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Windows:
        found = []
        for day in range(7):
            for place in range(_places(data, name, day)):
                start, end = (data.get(f"{name}-{day}-{place}-{side}", "").strip() for side in ("from", "to"))
                if start or end:
                    found.append([day, start, end])
        return found

    def value_omitted_from_data(self, *_: Any) -> bool:
        return False

    def id_for_label(self, id_: str) -> str:
        return ""


def _day_rows(name: str, day: int, told: list[tuple[int, str, str]]) -> list[tuple[str, str, str]]:
    """Prefix, from and to of each pair of fields of one day; the last is always free."""
    rows = [(start, end) for at, start, end in told if at == day]
    rows += [("", "")] * max(A_DAY - len(rows), 1 if len(rows) >= A_DAY else 0)
    return [(f"{name}-{day}-{place}", start, end) for place, (start, end) in enumerate(rows)]


def _places(data: Mapping[str, Any], name: str, day: int) -> int:
    place = 0
    while f"{name}-{day}-{place}-from" in data and place < 10:
        place += 1
    return place


class WindowsField(forms.Field):
    """`[[day 0-6, "18:00", "20:00"]]`, by day and time. A window may run over midnight, into the next day's morning."""

    widget = WindowsInput
    default_error_messages = {  # as Django's own
        "required": _("Give at least one time of the week when you are free: a talk needs one that suits you both."),
        "half": _("A time needs a beginning and an end."),
        "unread": _("Write times such as 18:00."),
        "short": _("A talk needs an hour: from 18:00 to 19:00 or longer."),
        "backwards": _("The end comes before the beginning."),
    }

    def to_python(self, value: Any) -> Windows:
        rows = [self._row(*row) for row in value or []]
        return sorted({tuple(row): row for row in rows}.values())

    def _row(self, day: int, start: str, end: str) -> list[Any]:
        if not (start and end):
            raise ValidationError(self.error_messages["half"], "half")
        try:
            first, last = time.fromisoformat(start), time.fromisoformat(end)
        except ValueError:
            raise ValidationError(self.error_messages["unread"], "unread") from None
        length = (last.hour - first.hour) * 60 + last.minute - first.minute
        if length <= 0 and length + 24 * 60 > NIGHT:
            raise ValidationError(self.error_messages["backwards"], "backwards")
        if 0 < length < HOUR or (length <= 0 and length + 24 * 60 < HOUR):
            raise ValidationError(self.error_messages["short"], "short")
        return [day, f"{first:%H:%M}", f"{last:%H:%M}"]


class GoalsInput(forms.Widget):
    """Some lines with a topic, each with how much it matters. `known` are offered while typing."""

    template_name = "programmes/parts/goals.html"
    use_fieldset = True
    known: Sequence[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        told = list(value.items()) if isinstance(value, dict) else list(value or [])
        told += [("", 2)] * max(ROWS - len(told), 1)
        context["rows"] = [(f"{name}-{place}", topic, int(weight)) for place, (topic, weight) in enumerate(told)]
        return context | {"weights": list(WEIGHTS.items()), "known": self.known, "list": f"{name}-known"}

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Any:
        rows = [(data.get(f"{name}-{n}-topic", ""), data.get(f"{name}-{n}-weight", "2")) for n in range(MOST_TOPICS)]
        return [(topic, weight if weight in ("1", "2", "3") else "2") for topic, weight in rows if topic.strip()]

    def value_omitted_from_data(self, *_: Any) -> bool:
        return False

    def id_for_label(self, id_: str) -> str:
        return ""


class GoalsField(forms.Field):
    """`{topic: weight 1-3}`; a topic that somebody else of the programme has, is spelled as theirs."""

    widget = GoalsInput

    def __init__(self, *, known: Sequence[str] = (), **options: Any) -> None:
        super().__init__(**options)
        self.know(known)

    def know(self, topics: Sequence[str]) -> None:
        """Offer these topics while somebody types."""
        self.spelled = {topic.casefold(): topic for topic in topics}
        self.widget.known = topics

    def to_python(self, value: Any) -> dict[str, int]:
        cleaned = [(clean(topic, limit=80), int(weight)) for topic, weight in value or []]
        return {self.spelled.get(topic.casefold(), topic): weight for topic, weight in cleaned if topic}


class TopicsInput(forms.Textarea):
    """A line for each topic, and some of the `known` ones to be ticked instead of typed."""

    template_name = "programmes/parts/topics.html"
    known: Sequence[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        told = set(map(idea_of, (value or "").splitlines()))
        return context | {"picks": [topic for topic in self.known if idea_of(topic) not in told][:MOST_PICKS]}

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Any:
        picked = data.getlist(f"{name}-pick") if isinstance(data, MultiValueDict) else []
        return "\n".join(filter(None, [data.get(name, ""), *picked]))


class TopicsField(forms.Field):
    """Topics, one a line or with commas between; a list."""

    widget = TopicsInput(attrs={"rows": 3})

    def __init__(self, *, known: Sequence[str] = (), **options: Any) -> None:
        super().__init__(**options)
        self.know(known)

    def know(self, topics: Sequence[str]) -> None:
        """Offer these topics, and spell one that is among them as they do."""
        self.spelled = {topic.casefold(): topic for topic in topics}
        self.widget.known = topics

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> list[str]:
        topics = [clean(part, limit=80) for part in re.split("[\n,;，；、]", value or "")]  # as is typed
        spelled = {topic.casefold(): self.spelled.get(topic.casefold(), topic) for topic in topics if topic}
        return list(spelled.values())[:MOST_TOPICS]


class SpokenField(forms.MultipleChoiceField):
    """Codes of the languages that somebody can hold a talk in."""

    def __init__(self, **options: Any) -> None:
        rest = sorted(set(SPOKEN) - set(USUAL))
        choices = [(code, SPOKEN[code]) for code in (*USUAL, *rest)]
        super().__init__(choices=choices, widget=SpokenInput, **options)


class SpokenInput(forms.CheckboxSelectMultiple):
    """The usual ones in sight, the others behind a press, unless one of them is chosen."""

    template_name = "programmes/parts/spoken.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        options = [option for _group, found, _index in context["widget"]["optgroups"] for option in found]
        more = options[len(USUAL) :]
        return context | {"usual": options[: len(USUAL)], "more": more, "open": any(one["selected"] for one in more)}


class LevelField(forms.ChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(choices=[(level.value, LEVELS[level]) for level in Level], **options)


class AskingForm(forms.Form):
    """A form with the programme's own questions at its end. `topics` are offered where topics are asked for."""

    def __init__(self, *args: Any, questions: Sequence[Asked] = (), topics: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.questions = questions
        for field in self.fields.values():
            if isinstance(field, GoalsField | TopicsField):
                field.know(topics)
        told: Mapping[str, Any] = self.initial.get("answers") or {}
        for one in questions:
            self.fields[f"asked-{one.id}"] = question_field(one, told.get(str(one.id)))

    def full_clean(self) -> None:
        """What is missing is named."""
        usual = str(forms.Field.default_error_messages["required"])
        for field in self.fields.values():
            if str(field.error_messages["required"]) == usual:
                field.error_messages["required"] = gettext("“%(what)s” is missing.") % {"what": field.label}
        super().full_clean()

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by the question's id; unanswered ones left out."""
        told = {str(one.id): self.cleaned_data.get(f"asked-{one.id}") for one in self.questions}
        return {key: answer for key, answer in told.items() if answer not in (None, "", [])}


def point(form: forms.Form) -> None:
    """Whoever is shown a refused form lands on its first wrong field."""
    first = next((form.fields[name] for name in form.fields if name in form.errors), None)
    if first is not None and not first.widget.use_fieldset:
        first.widget.attrs["autofocus"] = True
