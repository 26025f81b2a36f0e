"""What situations at work are called on the pages."""

from django.utils.translation import gettext_lazy as _

CATEGORIES = {
    "small_talk": _("Small talk"),
    "mail_tone": _("The tone of an e-mail"),
    "meetings": _("Meetings"),
    "feedback": _("Feedback"),
    "phone_repair": _("On the phone, when you lose the thread"),
    "first_weeks": _("The first weeks"),
    "boundaries": _("Boundaries"),
    "thanks_and_favours": _("Thanks and favours"),
    "interview_manners": _("Manners in an interview"),
    "conflict": _("When it gets difficult"),
}
LANGUAGES = {"en": "English", "zh-Hans": "中文", "fr": "français"}
