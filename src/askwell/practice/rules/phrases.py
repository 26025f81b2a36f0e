"""What one could say instead, in the language of the talk."""

from askwell.practice.choices import Lesson

PHRASES = {
    Lesson.JOB: {
        "en": "What would you do first, in my place?",
        "zh-Hans": "如果是您在我这个位置，您会先做什么？",
        "fr": "Par quoi commenceriez-vous, à ma place?",
    },
    Lesson.MISSED: {
        "en": "What happened then?",
        "zh-Hans": "后来怎么样了？",
        "fr": "Et que s’est-il passé ensuite?",
    },
    Lesson.PERSONAL: {
        "en": "What does the field pay somebody who begins?",
        "zh-Hans": "这一行新人一般拿多少？",
        "fr": "Combien gagne-t-on en début de carrière?",
    },
    Lesson.CLOSED: {
        "en": "What does a hard day look like?",
        "zh-Hans": "难熬的一天是什么样的？",
        "fr": "À quoi ressemble une journée difficile?",
    },
    Lesson.CLOSING: {
        "en": "Thank you, I will remember that. Who else sees this from another side?",
        "zh-Hans": "谢谢您，这一点我会记住。还有谁会从另一个角度看这件事？",
        "fr": "Merci, je vais retenir cela. Qui d’autre le voit sous un autre angle?",
    },
    Lesson.OPENING: {
        "en": "Hello, and thank you for your time. I bought parts for a factory; I would like to understand your work.",
        "zh-Hans": "您好，谢谢您抽时间。我以前给工厂做采购，想了解您的工作。",
        "fr": "Bonjour, et merci de votre temps. Je viens des achats et j’aimerais comprendre votre travail.",
    },
    Lesson.RANGE: {
        "en": "What is changing in your field just now?",
        "zh-Hans": "您这一行最近有什么变化？",
        "fr": "Qu’est-ce qui change dans votre domaine en ce moment?",
    },
}


def phrase(what: Lesson, language: str) -> str:
    """A sentence to try; empty where none fits every talk."""
    return PHRASES.get(what, {}).get(language, "")
