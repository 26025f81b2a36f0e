"""Why this person, in Chinese, by tie."""

from askwell.outreach.rules.drafts.wording import Levels
from askwell.people.choices import TieKind

REASONS: dict[TieKind, Levels] = {
    TieKind.INTRODUCED: (
        ("{introducer}建议我{write}。", "是{introducer}把您介绍给我的。", "我从{introducer}那里知道了您。"),
        ("是一位共同的朋友建议我{write}的。", "我从一位共同的朋友那里知道了您。"),
    ),
    TieKind.MET_AT_EVENT: (
        (
            "上次在{event}见到您，很高兴。",
            "谢谢您在{event}上跟我说了几句话。",
            "我们在{event}上见过面，您的话我还记得。",
        ),
        ("上次见到您，很高兴。", "谢谢您上次跟我说了几句话。"),
    ),
    TieKind.ALUMNI: (
        (
            "我们都是{school}的校友。",
            "我也是{school}的，在校友里看到您，觉得很亲切。",
            "同是{school}的校友，就想到了您。",
        ),
        ("我们都是{class_year}届的校友，就想到了您。",),
        ("我们是校友，就想到了您。", "在校友里看到您，觉得很亲切。"),
    ),
    TieKind.PROFESSOR: (
        ("我是您在{school}教过的学生，您讲的我到现在还在用。", "在{school}上过您的课，一直记在心里。"),
        ("我是您教过的学生，您讲的我到现在还在用。", "以前上过您的课，一直记在心里。"),
    ),
    TieKind.CLASSMATE: (
        ("好久没联系了，还常想起咱们在{school}同学的日子。", "咱们是{school}的老同学，您知道我的底子。"),
        ("好久没联系了，还常想起咱们同学的日子。", "咱们是老同学，您知道我的底子。"),
    ),
    TieKind.FORMER_COLLEAGUE: (
        (
            "咱们共事过，您知道我做事的样子。",
            "好久没联系，以前跟您共事，学到不少。",
            "咱们以前是同事，我第一个想到您。",
        ),
    ),
    TieKind.COLLEAGUE: (
        ("咱们是同事，您知道我做事的样子。", "同事里，您看得到我看不到的那一面。", "咱们是同事，您的看法对我很要紧。"),
    ),
    TieKind.NEIGHBOUR: (
        ("咱们是邻居，我就想到了您。", "都是邻居，我就直接问您了。", "邻居这么久，才知道您做的这一行我正感兴趣。"),
    ),
    TieKind.FRIEND: (
        (
            "最近在想下一步怎么走，您是老朋友，最了解我。",
            "咱们是老朋友，您说的实话我听得进去。",
            "都是朋友，您知道我擅长什么。",
        ),
    ),
    TieKind.FAMILY: (
        ("最近在想下一步怎么走，自家人最了解我。", "都是一家人，您的话我最听得进去。", "自家人，您知道我擅长什么。"),
    ),
    TieKind.PROGRAMME: (
        ("是{programme}帮我联系上您的。", "我是通过{programme}认识您的。", "{programme}把您介绍给了我。"),
        ("是我参加的项目帮我联系上您的。", "我是通过一个项目认识您的。"),
    ),
    TieKind.NONE: (
        (
            "您在{organisation}做{title}，这正是我想了解的工作。",
            "看到您在{organisation}做{title}，跟我想走的路很近。",
            "您是{organisation}的{title}，您每天做的事，正是我想弄明白的。",
        ),
        ("您做{title}，这正是我想了解的工作。", "看到您做{title}，跟我想走的路很近。"),
        ("您在{organisation}工作，那边的情况您最清楚。", "您在{organisation}，您每天做的事，正是我想弄明白的。"),
        ("您就在{topic}这一行里，我才刚起步。", "您做的{topic}，正是我想做的。"),
        ("您清楚{job}是怎么做的，我才刚起步。", "我想当{job}，您最清楚这份工作。"),
        ("您每天做的工作，我很想弄明白。", "您做的这一行，我才刚起步。"),
    ),
}
