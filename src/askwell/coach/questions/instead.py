"""What can be asked in place of a question that leads nowhere, by flaw and language: open, about the work."""

from askwell.coach.questions.languages import CHINESE, ENGLISH, FRENCH
from askwell.coach.questions.values import Code

INSTEAD: dict[Code, dict[str, tuple[str, ...]]] = {
    Code.ASKS_FOR_JOB: {
        ENGLISH: (
            "What would you look for in somebody who is new to this work?",
            "What would you learn first in my place?",
            "What helped you most when you were starting out in this field?",
        ),
        CHINESE: (
            "您会看重新人身上的哪些能力？",
            "换作是您，会先学什么？",
            "您刚入行的时候，什么对您帮助最大？",
        ),
        FRENCH: (
            "Que recherchez-vous chez quelqu'un qui débute dans ce métier?",
            "Qu'apprendriez-vous en premier à ma place?",
            "Qu'est-ce qui vous a le plus aidé à vos débuts dans ce domaine?",
        ),
    },
    Code.PUBLIC_FACT: {
        ENGLISH: (
            "What about your work surprises people who only know it from the outside?",
            "How does a normal week in your team differ from what one reads about it?",
            "What did you only understand about this work once you were inside?",
        ),
        CHINESE: (
            "只从外面了解这份工作的人，最想不到的是什么？",
            "您团队平常的一周，跟外面看到的介绍有什么不一样？",
            "哪些事是您进来以后才明白的？",
        ),
        FRENCH: (
            "Qu'est-ce qui surprend, dans votre travail, les gens qui ne le connaissent que de l'extérieur?",
            "En quoi une semaine ordinaire dans votre équipe diffère-t-elle de ce qu'on en lit?",
            "Qu'avez-vous compris de ce métier seulement une fois à l'intérieur?",
        ),
    },
    Code.TOO_PERSONAL: {
        ENGLISH: (
            "How does this work fit in with life outside it?",
            "What do people find hardest when they are new to this work?",
            "What would you tell somebody who is about to start in this work?",
        ),
        CHINESE: (
            "做这份工作的人一般怎么兼顾生活？",
            "新人刚来的时候，觉得最难的是什么？",
            "对刚进这一行的人，您最想提醒的是什么？",
        ),
        FRENCH: (
            "Comment concilie-t-on ce travail avec le reste de la vie?",
            "Qu'est-ce que les nouveaux trouvent le plus difficile dans ce travail?",
            "Que diriez-vous à une personne qui s'apprête à débuter dans ce métier?",
        ),
    },
    Code.VAGUE: {
        ENGLISH: (
            "What did you spend most of yesterday on?",
            "Which decision of the last weeks was the hardest for you?",
            "What part of the work would you not want to give away?",
        ),
        CHINESE: (
            "您昨天的时间主要花在哪些事情上？",
            "最近几个星期里，哪个决定最让您为难？",
            "工作里的哪一部分是您最舍不得交给别人的？",
        ),
        FRENCH: (
            "À quoi avez-vous consacré l'essentiel de votre journée d'hier?",
            "Quelle décision des dernières semaines vous a été la plus difficile?",
            "Quelle partie du travail ne voudriez-vous céder à personne?",
        ),
    },
    Code.LEADING: {
        ENGLISH: (
            "What do people outside this work believe about it that you see differently?",
            "What speaks for this work and what against it, in your experience?",
            "How has your view of this work changed since you began?",
        ),
        CHINESE: (
            "外人对这一行的看法，哪些跟您的实际体会不一样？",
            "照您的经验，这份工作的好处和难处各是什么？",
            "入行到现在，您对这份工作的看法有什么变化？",
        ),
        FRENCH: (
            "Qu'est-ce que les gens de l'extérieur croient de ce métier et que vous voyez autrement?",
            "D'après votre expérience, qu'est-ce qui parle pour ce métier et qu'est-ce qui parle contre?",
            "Comment votre regard sur ce métier a-t-il changé depuis vos débuts?",
        ),
    },
    Code.CLOSED: {
        ENGLISH: (
            "What has your own experience with that been?",
            "How does that work out in practice where you are?",
        ),
        CHINESE: ("这方面您自己的经历是怎样的？", "在您那里，这件事实际是怎么做的？"),
        FRENCH: (
            "Quelle a été votre propre expérience à ce sujet?",
            "Comment cela se passe-t-il concrètement chez vous?",
        ),
    },
}  # fmt: skip

PAY = {
    ENGLISH: "What pay range can somebody who is starting in this field expect?",
    CHINESE: "刚入行的人，一般薪资范围大概是多少？",
    FRENCH: "À quelle échelle salariale peut s'attendre une personne qui débute dans ce domaine?",
}
"""In place of what this person earns."""
