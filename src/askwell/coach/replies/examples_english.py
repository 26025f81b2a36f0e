"""English replies in one or two sentences, by what they mean, parted by bars: what `examples` learns from."""

from askwell.coach.replies.values import Intent

EXAMPLES = {
    Intent.ACCEPTS: """
I'd be glad to be of service. When shall we speak? | Consider me at your disposal. | That works on my end. |
Great, I'm always up for a chat about this trade. | Love it. Let's make it happen. |
Go ahead and pick a time on my page: https://book.example/sam |
You caught me at a good time. I've got room in my calendar most afternoons. |
I have no objection. Please arrange it with my assistant. | Very well, I will give you fifteen minutes. |
It would be a pleasure to meet a fellow engineer. | Fine. Keep it short, though. |
Thanks for reaching out! Yes, let's connect. How's your calendar? |
My door is always open. Just turn up at the bakery. | I'll happily tell you what I know. |
Ok, but only by phone please, I'm rarely at my desk. | I'm an open book, ask me anything. |
I think I can manage that. What would suit you? | Hit me up whenever. |
Nice to hear from someone so keen! I'd certainly be willing to have a conversation. |
Agreed. Send me an invitation for whenever you like. | Sure, I can squeeze you in. Evenings are best. |
Let me know your schedule and I'll make it work. |
Your timing is perfect, I was hoping to give back. Let's talk. | That sounds lovely, I'd welcome the company. |
Not a problem at all, just call me. | If you send me a list of questions, I'll write back with what I know. |
I prefer to answer in writing. Fire away. | I'm happy to exchange emails about it. |
No objections here. Should we do it over the phone? | I'm fairly free these days, so choose a day. |
We'd be delighted to host you at the plant. |
Of course I remember Professor Lim. Anything for a student of hers. | I'll make time for you. |
You're in luck, I love talking about soil. |
It's been a while since anyone asked me about welding, I'd love that. | Splendid. I'm available most mornings. |
I don't see why not. Shall we say a quick call? | I have a soft spot for newcomers, so yes. |
Let me help. What's easiest for you, phone or Zoom? | My assistant Karen will set something up with you. |
Feel free to give me a shout. | If it's only fifteen minutes, fine. | You may call me at home. |
I'd be up for grabbing a coffee. | Send over a calendar invite. | I can probably be of some use. Let's speak. |
I was a newcomer myself once. Come on over. | I never say no to a free lunch. | Count on me. |
Roger that, I'm on it. Pick a time. | Gladly. It'll be nice to talk about something other than invoices. |
Well, you asked nicely. Fifteen minutes it is. | Drop your number and I'll ring you one evening. |
My calendar link is below, help yourself. | I'd be a hypocrite if I refused, somebody did the same for me once. |
Tell you what, come along to our open house. | I can talk while I commute. Mornings around then are good. |
Of course, any time you like. | Sounds like a plan. | It's the least I can do. |
I'm all ears. What would work for you? | I do love a keen student. My treat. |
Sure, as long as we keep it to email. | Honoured that you'd ask. | Let's get something on the books. |
I'll tell my receptionist to expect your call. |
I would be more than glad to answer your questions. Please propose a time. |
Thank you for your message. I have time next week. What day is best for you? |
Yes, I can talk. Do you prefer mornings or afternoons? |
I'm willing to help newcomers. Let me know your availability. |
It would be nice to meet you. Come and visit our store any time. |
Happy to hop on a call. Here is my booking page: https://book.example/x |
Sure, why not? Just let me know a few days before. | I am open to a conversation. My number is 416-555-0111. |
Great to hear from you. I'd be happy to share what I've learned. Let's find a time. |
I can help. You can ask me anything by email. | Okay, let's do it. When? |
No problem. Give me a ring in the evening. | I'd love to meet a fellow nurse. What's your schedule like? |
Let's get a coffee. I'm flexible. | I remember our chat at the fair. Yes, of course we can talk. |
Thank you for your kind words about my article. I'd gladly tell you more. When are you free? |
Please go ahead and send your questions, I will reply when I have a minute. |
Certainly. My assistant will contact you to arrange a time. |
I would be honoured to help. Please let me know when and where. |
You can drop in at our office, I'm there every weekday.
""",
    Intent.ASKS_QUESTION: """
Where did you study? | I'd want to understand your goal first. What job do you have in mind? |
Do you have experience with lathes? | Is this a school project? | Who referred you to me? |
Interesting. What made you choose this field? | How much do you know about our company already? |
Are you looking for a job or just information? | Sorry, have we been introduced? |
Could you tell me a little more about what you hope to learn? | What's your background? |
What would you want to ask me? | Are you licensed in Ontario? | Remind me where we met? |
Do you speak French? Most of our work is in French. | Would this be recorded? | Is there a reason you picked me? |
Before replying I'd need your resume and a sentence on what you're after. |
Tell me first why you want to leave teaching. | Which part of the business are you curious about? |
How old is your certification? | What's this for? | Would you be willing to sign a release? |
Can you send me your LinkedIn so I know who I'm talking to? | Do you already have offers? |
Not sure I understand. Are you asking for work? | Whom else have you talked to? | And you are? |
Why our company? | Are you a permanent resident? | How many people are you talking to? | What's your timeline? |
Which department are you aiming at? | Could you first send along a short bio? |
Have you tried asking your college? | Can I ask what prompted this? | Will my name appear anywhere? |
What is your current job? | Could you tell me more about yourself first? | How long have you been in Canada? |
What kind of questions do you have? | Are you a student? | May I ask who suggested you contact me? |
Do we know each other? | What would you like to talk about? | Is this for a class or for your job search? |
Which company do you work for now? | Can you explain what you mean by an informational interview? |
Before I answer, could you send me your resume? | Why are you interested in this company? |
How much time do you need, and what is it about?
""",
    Intent.DEFERS: """
Not now. Try me in the spring. | Can you circle back after the audit? |
This is our busiest season. Ask me again when it's over. | Life's a bit much at the moment, sorry. |
I'd like to, only not this month. | We're short-staffed. Maybe in a few months. |
Bad timing! I'm about to go on leave. | Could we revisit this next quarter? |
Let me get through tax season first, then we'll talk. |
I'm knee-deep in a launch. Check in with me when the dust settles. | Could we hold off for a while? |
I've just started a new job and need to find my feet first. Ping me in a couple of months. |
Now is not ideal. I will contact you when I have a free hour. |
My mother is in hospital, so please bear with me. I'll write when things are better. |
Perhaps once the semester ends. | Give me a few weeks to clear my desk. |
I have to put this off until the new year. | I won't have a minute until the conference is behind us. |
Things are upside down here, renovation. Some other time? | We're in the middle of a merger; I'd rather wait. |
Happy to, just not yet. | Our fiscal year ends soon, I can't think about anything else. |
I'm recovering from surgery. Write me in May. | Let's wait and see how the season goes. |
I'm moving next week so things are chaotic. Drop me a line in a month. |
Not a great week. Can we aim for later in the month? | I'll have more time after graduation. |
Sorry for the slow reply. Still swamped, I'll let you know. | This quarter's a wash. Next one looks better. |
I'd prefer to do this once my replacement starts. | Not while we're short two nurses. Try again in a while. |
I'm in the weeds until the festival ends. | Can I take a rain check? | Ask me when the snow melts. |
Let's put a pin in it. | I'd like some time to think about it. |
My wife is due any day now. Later this year perhaps. | Once I've moved offices we can sort something out. |
Currently on jury duty, so it will have to wait. | Let me come back to you on this. |
I've no headspace for this just now. | We're rolling out a new system. Give it a month. |
I'm busy with exams this month. Please write again in June. |
Now is a bad time. Could you get back to me in three weeks? | I can't talk this week. Maybe next month. |
We're very busy with the move. Please follow up after May 10. |
I will be on vacation for two weeks. Let's connect when I return. |
Sorry, things are hectic. I'll email you when I have more time. | Can we do this in the fall instead? |
I'd like to help but I'm away until April. Ask me again then. |
It's year-end and I'm buried in reports. Try me in the second half of January. |
I'm too busy now, perhaps later in the year. | Let's postpone until after the holidays. |
Please contact me again when the project is finished. |
At the moment I'm not available. Check with me at the end of the month. |
Not this month, but I could do it in May. | I need to finish a deadline first. Could we talk sometime in April?
""",
    Intent.DECLINES: """
I'm going to have to take a pass on this. | Thanks but I don't think I'm the person for this. |
I appreciate the interest, however I must decline. | Unfortunately this isn't something I can take on. |
I get dozens of these and have stopped answering. | My plate is full and I can't add anything. |
I'd rather keep my work private. | I don't give career advice, I'm sorry. | No can do. |
Sorry, this isn't for me. | I have nothing useful to tell you. | That's not something we do here. |
Our legal department does not let us speak with outsiders. | I'm retired and have put all that behind me. |
It wouldn't be appropriate for me to discuss my employer. | I am afraid the answer is no. |
I wish I could say yes but my schedule simply does not permit it. | I'd prefer not to. |
Regrettably we cannot accommodate your request. | I only speak with people I know personally. |
We do not offer informational interviews. | I'm sorry to disappoint you, but I won't be able to do this. |
Too many requests like this, so I say no to all of them. | Not my cup of tea. Best wishes though. |
I'm not the right fit and don't know anyone who is. | I left the industry and don't look back. |
I'm not able to make this work. | I don't take meetings with people outside the company. |
It's a no, I'm afraid, but thanks for asking. | I have to respectfully decline. |
I'd be the wrong person to ask and I don't know who to suggest. | I can't commit to anything like that. |
My manager doesn't want us doing these. | We are a small shop and don't have time for interviews. |
Thanks, I'm good. | Afraid not, sorry. | I don't see how I could help you. |
I keep my evenings for my family, so no. | You'd be better off asking somebody younger. |
We've been told not to talk to anyone outside. | I never mix business with strangers, sorry. |
I haven't worked in that area for ages and wouldn't know what to say. |
I've decided not to take part in this sort of thing. | Respectfully, no. | I must say no to this. |
It's against my principles to give career tips. | I'm not taking on anything new. |
I'm drowning in requests and can't say yes to everybody. | This is not a service I provide. |
I'm sorry but I can't help with this request. | Thank you, but I'm not interested in doing an interview. |
I don't feel comfortable sharing information about my job. | Unfortunately, I have no time for such meetings. |
I am not able to meet with you. I hope you find someone else. |
We don't allow visitors and I'm not allowed to talk about the work. |
I regret that I'm unable to accept your invitation. | I have to say no. I'm fully booked all year. |
I don't do informational interviews. | I'm not the best person to talk to, sorry. Good luck. |
Sorry, I never meet people I don't know. | I no longer work in this field and cannot give you advice. |
It isn't possible for me to help you, I'm afraid. | I appreciate your message, but I prefer not to. |
My company does not permit this kind of thing. Best of luck.
""",
    Intent.STOP: """
Please cease all communication. | I never gave you permission to write to me. Erase my contact information. |
Don't write to me any more. | I'm not interested and do not want to receive any more messages. |
Stop emailing me! | Kindly remove me from your contacts. | If you contact me again I will report it. |
This is harassment. Do not contact me. | Lose this address. |
How did you get my address? Delete it and do not contact me again. | Enough. No more emails. |
Please take my name off whatever list this is. | I don't want to hear from you again. |
You're not to write to this address. | Do not write, call or text me. | I've blocked you. |
No more, please. Delete me. | I want my information removed from whatever you are using. |
I did not give out this address. Stop. | Please remove my contact information from your list. |
I do not want to receive emails from you. Please stop. | Don't contact me again. |
Please unsubscribe me from your messages. | I asked you to stop writing to me. Do not email me anymore. |
Delete my data and do not write again.
""",
    Intent.OTHER: """
You've got the wrong person, I sell cars. | This mailbox belongs to somebody else. |
Thanks for the thank-you note! | Good to see you at the fair last week. |
Thank you for the lovely chat yesterday. | I enjoyed our talk. Here's the book I told you about. |
My pleasure, glad it was useful. | Noted, thanks. | Congratulations on the new job! |
I think this message was meant for my colleague with the same name. |
I am not Daniel, he had this number before me. | Attached is the brochure you asked about when we met. |
That's wonderful news about your interview. | Received with thanks. |
Great chatting on Monday, good luck with the exam. | There's nobody called Rob here. |
I'm the new owner of this email address, not the person you want. | Thanks, got it. |
Glad you made it home safe. | So happy for you! | You must be thinking of my brother. |
I run a flower shop, so I guess this isn't for me. | Hope the new role is going well! |
Thank you, that made my day. | I had a great time at lunch, thanks for paying. |
Here are the slides from our talk. | This week's top five openings. | Wrong Smith. |
You're welcome. It was a pleasure to meet you last Thursday. |
Thank you for your thank-you note. I wish you every success. |
I think you have the wrong address. I'm a teacher, not an engineer. | I'm not the person you are looking for. |
Here's the link to the course I mentioned in our conversation. | Thanks for letting me know. See you then. |
Got your note, thanks! | Good to talk to you yesterday. Let me know if you have more questions. |
This email was sent to me by mistake.
""",
    Intent.AUTO_REPLY: """
This is an automated response to let you know we have received your email. |
I am out of the office until Monday with no access to email. |
Thank you for your message. I am on annual leave and will reply on my return. | This account is not monitored. |
Our offices are closed for the long weekend. |
I have left the company. For anything urgent write to team@firm.example. |
Your email has been received and assigned case number 4411. | I'm on paternity leave until April 30. |
We are closed for stocktaking and will answer your email when we reopen. |
I no longer check this inbox. Use info@shop.example instead. |
Hello, you have reached the admissions office. We aim to answer within five days. |
Auto-response: your note landed in our shared inbox. | I am on sabbatical and not reading this mailbox. |
Your call is important to us. We will reply in 48 hours. | Sorry I missed you, I'm on holiday with no signal.
""",
}
