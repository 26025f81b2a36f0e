"""The programme's letter that asks somebody to volunteer, or brings them the link to their page; in three languages,
for the reader's eyes: who writes, what is asked, how little it takes, how to say no."""

from dataclasses import dataclass

NOBODY = {"en": "Hello", "fr": "Bonjour", "zh": "您好"}
HELLO = {"en": "Hello {name},", "fr": "Bonjour {name},", "zh": "{name}，您好！"}
SUBJECT = {
    "en": "Would you talk with somebody new to your field? {programme}",
    "fr": "Parleriez-vous à quelqu’un qui découvre votre domaine? {programme}",
    "zh": "愿意跟刚入行的人聊二十分钟吗？{programme}",
}
ASKING = {
    "en": (
        "{programme} brings people who look for work together with people who know the field. They ask, you tell: "
        "fifteen to thirty minutes, by video or phone, whenever it suits you. Nobody asks you for a job.\n\n"
        "You say how many talks a month are right for you, on which evenings, and whom you would rather not meet. "
        "You can pause or stop at any time. No account is needed; this is your page:\n\n{link}\n\n"
        "If it is not for you, you need not do anything."
    ),
    "fr": (
        "{programme} met en contact des personnes à la recherche d’un emploi et des gens du métier. Elles posent des "
        "questions, vous racontez\u00a0: de quinze à trente minutes, par vidéo ou par téléphone, quand cela vous "
        "convient. Personne ne vous demandera un emploi.\n\n"
        "Vous dites combien d’entretiens par mois vous conviennent, quels soirs, et qui vous préférez ne pas "
        "rencontrer. Vous pouvez faire une pause ou arrêter en tout temps. Aucun compte n’est nécessaire; voici votre "
        "page\u00a0:\n\n{link}\n\n"
        "Si ce n’est pas pour vous, vous n’avez rien à faire."
    ),
    "zh": (
        "{programme}让正在找工作的人有机会请教业内人士。他们提问，您讲讲自己的经历：十五到三十分钟，视频或电话都行，"
        "时间由您定。没有人会向您要工作。\n\n"
        "每个月聊几次、哪几个晚上方便、不想见谁，都由您说了算，随时可以暂停或退出。不用注册账号，这是您的页面：\n\n"
        "{link}\n\n"
        "如果您不方便，不必理会这封信。"
    ),
}
OBTAINED = {
    "en": "Where we have your address from: {obtained}.",
    "fr": "D’où vient votre adresse\u00a0: {obtained}.",
    "zh": "您的联系方式来自：{obtained}。",
}


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    body: str


def letter(*, name: str, programme: str, link: str, obtained: str = "", language: str = "en") -> Letter:
    """In the language (en, fr, zh-hans; others in English)."""
    tongue = language[:2] if language[:2] in ASKING else "en"
    parts = [
        (HELLO[tongue] if name else NOBODY[tongue] + ",").format(name=name),
        ASKING[tongue].format(programme=programme, link=link),
        OBTAINED[tongue].format(obtained=obtained) if obtained else "",
        programme,
    ]
    return Letter(SUBJECT[tongue].format(programme=programme), "\n\n".join(filter(None, parts)))
