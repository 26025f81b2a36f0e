"""A programme's letters in Chinese: to insiders 您, to seekers 你."""

WHY = {
    "topics": "{programme}为你们牵线：您熟悉{topics}，正是{seeker}想了解的。",
    "field": "{programme}为你们牵线：您从事的正是{seeker}想进的领域（{field}）。",
    "bare": "{programme}为你们牵线：您做的工作，正是{seeker}想了解的。",
}

LETTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "ask": (
        "{programme}：和{seeker}聊{minutes}分钟，可以吗？",
        (
            "{hello}，您好：",
            "您在{programme}报名做志愿者，愿意和正在找方向的人聊聊。这一次是{seeker}。",
            "{seeker}的目标：{field}。",
            "为什么是你们俩：您熟悉{topics}，这正是{seeker}想了解的。",
            "按两位各自留的时间，下面这些都合适，每次{minutes}分钟，视频或电话：",
            "{times}",
            "挑一个，另提一个时间，或者按一下说不行，都在这个页面上，不用注册：\n{link}",
            "只聊您的工作，不会向您求职。不方便也是答复，没有人会介意，我们另请别人就是。"
            "到{until}还没有您的消息，我们也会另请别人。",
            "想歇一歇，或者少安排几次，随时可以在这里暂停：\n{own_page}",
            "谢谢您！\n{sign}",
        ),
    ),
    "remind": (
        "{programme}：和{seeker}聊{minutes}分钟，您看方便吗？",
        (
            "{hello}，您好：",
            "前些天我们问过您，能不能和{seeker}聊{minutes}分钟。邮件一多容易漏看，所以再问一次，也只再问这一次。",
            "挑个时间、另提一个，或者按一下说不行：\n{link}",
            "到{until}还没有您的消息，我们就另请别人，您不必解释。",
            "想歇一歇，可以在这里暂停：\n{own_page}",
            "谢谢您！\n{sign}",
        ),
    ),
    "asked": (
        "我们替你约了{insider}",
        (
            "{hello}，你好：",
            "配对有结果了：我们替你向{insider}约了{minutes}分钟。",
            "对方是谁：{job}。",
            "为什么是你们俩：{insider}熟悉{topics}，正是你想了解的。",
            "对方答复之前，请先留出这些时间：",
            "{times}",
            "{insider}一选好时间，“今天”和“访谈”里就看得到，也可以在那里准备问题：\n{link}",
            "万一去不了，请至少提前一天在那里取消。对方为你留着时间。",
            "{sign}",
        ),
    ),
    "off_insider": (
        "{programme}：和{seeker}的谈话取消了",
        (
            "{hello}，您好：",
            "我们请您和{seeker}聊的那次谈话不办了，您什么都不用做。",
            "原定的时间是{when}，现在又归您自己安排了。",
            "{reason}",
            "给您添麻烦了，谢谢您愿意抽出时间。",
            "{sign}",
        ),
    ),
    "off_seeker": (
        "和{insider}的谈话取消了",
        (
            "{hello}，你好：",
            "和{insider}的谈话不办了。这和你没有关系。",
            "原定的时间是{when}，现在空出来了。",
            "{reason}",
            "下一次配对你自动参加，什么都不用做。准备好的东西都留在 Askwell 里，下次谈话用得上。",
            "{sign}",
        ),
    ),
    "how_insider": (
        "{programme}：和{seeker}聊得怎么样？",
        (
            "{hello}，您好：",
            "您和{seeker}约的是{when}。聊得怎么样？只要一分钟，"
            "不用注册，只有{programme}看得到，除非您勾选可以转告：\n{link}",
            "要是{seeker}没有来，也可以在那里告诉我们。",
            "谢谢您！\n{sign}",
        ),
    ),
    "how_seeker": (
        "和{insider}聊得怎么样？",
        (
            "{hello}，你好：",
            "你和{insider}约的是{when}。现在花两分钟很值得："
            "把听到的记下来，一天之内道个谢。这两件事都在 Askwell 的“访谈”里。",
            "也告诉我们一声聊得怎么样：\n{link}",
            "{sign}",
        ),
    ),
    "thanks": (
        "谢谢您抽时间和{seeker}聊",
        (
            "{hello}，您好：",
            "谢谢您和{seeker}聊了这一次。对在这里找方向的人来说，这样一次谈话胜过投很多份简历。",
            "{seeker}的评价：有用程度{useful}分（满分5分）。",
            "{seeker}自己说：“{said}”",
            "您还介绍了别人：{referrals}位。",
            "接下来请歇一歇：{rest}以前我们不再打扰您。",
            "要改什么，或者想暂停，都在您的页面上：\n{own_page}",
            "再次感谢！\n{sign}",
        ),
    ),
    "missed": (
        "关于和{other}的那次谈话",
        (
            "{hello}：",
            "听说{when}和{other}的谈话没有谈成：没能到，或者临时取消了。谁都有被事情绊住的时候。",
            "{other}为此留出了时间。下次请提前一天取消，在同一个页面上按一下就行。",
            "如果我们听到的不对，写信告诉我们就好。",
            "{sign}",
        ),
    ),
    "paused": (
        "下次谈话之前，我们先聊两句",
        (
            "{hello}：",
            "听说{when}和{other}的谈话也没有谈成。再约别人之前，"
            "我们想先听听怎样更方便：换个时间、少约几次，还是先歇一歇。",
            "什么时候方便，写信或打电话给我们都行。什么都不会丢，位置也留着。",
            "{sign}",
        ),
    ),
}
