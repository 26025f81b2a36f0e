"""English and French given names and what their bearers are called."""

from functools import lru_cache

_TABLE = """
alexander alex al sandy lex|alexandra alex sandra lexi|amanda mandy|andrew andy drew|angela angie|anthony
tony|barbara barb babs|benjamin ben benny|bernard bernie|bradley brad|catherine katherine kathryn cathy kathy kate
katie kat cat|charles charlie chuck|charlotte charlie lottie|christine christina chris tina chrissy|christopher
chris kit|cynthia cindy|daniel dan danny|danielle dani|david dave davey|deborah debra deb debbie|dennis denny|donald
don|dorothy dot dottie dolly|douglas doug|edward ed eddie ted ned|eleanor ellie nell nora|elizabeth liz beth betty
lizzie eliza betsy libby|emily em|eugene gene|florence flo|frances fran francie|francis frank|franklin
frank|frederick fred freddie|gabriel gabe|gabrielle gabby|geoffrey jeffrey geoff jeff|gerald jerry gerry|gregory
greg|harold harry hal|henry harry hank|isabella bella izzy|jacob jake|jacqueline jackie|james jim jimmy jamie|janet
jan|jennifer jen jenny jenn|jeremy jerry|jessica jess jessie|john jack johnny jon|jonathan jon johnny|joseph joe
joey|josephine jo josie|joshua josh|judith judy|katrina trina|kenneth ken kenny|kimberly kim|lawrence larry
laurie|leonard leo len lenny|louis lou|lucille lucy|madeleine madeline maddie|margaret peggy maggie meg marge margie
greta rita|martin marty|martha marty|matthew matt matty|maximilian max|melissa mel missy|michael mike mick
mickey|michelle shelly|nancy nan|natalie nat|nathaniel nathan nate nat|nicholas nick nicky nico|nicole nicky|olivia
liv livvy|pamela pam|patricia pat patty tricia trish|patrick pat paddy|peter pete|philip phil|phillip phil|rachel
rach|raymond ray|rebecca becky becca|richard dick rick ricky rich richie|robert bob bobby rob robbie|roberta
bobbie|ronald ron ronnie|samantha sam sammy|samuel sam sammy|sarah sally|stanley stan|stephanie steph|stephen steven
steve|susan susanna sue susie suzy|terence terrence terry|theodore ted teddy theo|theresa terry tess|thomas tom
tommy|timothy tim|valerie val|vanessa nessa|veronica ronnie|victor vic|victoria vicky tori vic|vincent vince
vinny|virginia ginny|walter walt wally|william bill billy will willie liam|zachary zach zack|gurpreet guri|mohammed
mohamed muhammad mo|oleksandr alex sasha|oksana ksenia|yevgeny eugene zhenya|nikolai nick kolya|jose pepe|francisco
paco pancho|guillermo memo|dolores lola|ignacio nacho|guadalupe lupe|maxwell max|philippa pippa pip|jean-francois
jf|francois frank|marguerite margot|antoinette toni|giuseppe joe beppe
"""

_BY_NAME: dict[str, set[str]] = {}
for _entry in _TABLE.replace("\n", " ").strip().split("|"):
    _full = _entry.split()
    for _name in _full:
        _BY_NAME.setdefault(_name, set()).add(_full[0])


def is_western(given: str) -> bool:
    """Whether a folded given name is one of the table: Dan and Ben could be pinyin too."""
    return given in _BY_NAME


@lru_cache(maxsize=1 << 14)
def full_names(given: str) -> frozenset[str]:
    """The full names that a folded given name may stand for, itself among them: "liz" gives "elizabeth"."""
    return frozenset(_BY_NAME.get(given, ())) | {given}
