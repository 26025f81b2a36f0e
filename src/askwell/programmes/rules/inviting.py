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


IN = {
    "en": "You are in: {programme}",
    "fr": "Vous participez\u00a0: {programme}",
    "zh": "您已加入{programme}",
}
WELCOME = {
    "en": (
        "Thank you for offering talks. You are in: when somebody's questions fit what you know, you get a mail with "
        "times to choose from, and you can always say no.\n\n"
        "This is your page. There you change what you told, pause, or leave:\n\n{link}"
    ),
    "fr": (
        "Merci d’offrir des entretiens. Vous participez\u00a0: quand les questions de quelqu’un correspondent à ce que "
        "vous connaissez, vous recevez un courriel avec des heures à choisir, et vous pouvez toujours dire non.\n\n"
        "Voici votre page. Vous y changez ce que vous avez dit, faites une pause ou partez\u00a0:\n\n{link}"
    ),
    "zh": (
        "谢谢您愿意跟人聊聊。您已加入：有人的问题正好是您熟悉的，您就会收到一封邮件，里面有可选的时间，您随时可以说不。\n\n"
        "这是您的页面，可以修改填写的内容、暂停或退出：\n\n{link}"
    ),
}


def welcome(*, name: str, programme: str, link: str, language: str = "en") -> Letter:
    """To somebody who volunteered and is in now."""
    tongue = language[:2] if language[:2] in WELCOME else "en"
    hello = (HELLO[tongue] if name else NOBODY[tongue] + ",").format(name=name)
    body = "\n\n".join([hello, WELCOME[tongue].format(link=link), programme])
    return Letter(IN[tongue].format(programme=programme), body)
