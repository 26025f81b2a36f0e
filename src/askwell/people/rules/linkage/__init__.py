"""Record linkage: which records are one person's, certainly or likely, across sources, scripts and spellings.

Method: Fellegi & Sunter, "A theory for record linkage" (1969), with weights learned by expectation–maximisation
(Winkler 1988; Jaro 1989). In steps:

1. `features` folds every value once; a Chinese name also stands under its pinyin (surname readings, and the other
   readings of characters such as 柏), whichever way round it is written. Name agreement itself is `rules.names`.
2. `employers` learns which names are one employer: legal forms and brackets are off already (`organisation_keys`);
   names in two scripts, e-mail domains, and people who stand at both tell that 琥珀狐营销 is Amber Fox Marketing.
   `glossary` translates the general words of firms and titles.
3. `keys` and `blocking` choose which pairs are compared: those under one address, one name, or one employer and a
   word of the name. A key with many holders gives each its neighbours only, so the work grows with the records.
4. `comparing` turns a pair into a pattern: a level of agreement each for name, e-mail, telephone, profile, employer
   and title. Addresses that several people use (info@, a couple's) have a level of their own, learned from whose
   names stand under them; so have names that few bear.
5. `weights` learns from how often each pattern occurs, among candidates and among pairs by chance, what each level
   weighs and how many pairs are true. Priors stand in for small books.
6. `judging` gives the outcome: certain (merge), likely (ask) or no, with reasons as codes and values. Limits that
   no weight lifts: names that differ, two profiles, a name alone.
7. `clusters` joins the surest pairs first and never two groups of which any two members cannot be one person.

`Network` keeps all this for new records: `add` compares one with its candidates at the weights learned. Everything
is pure; a pair's answer "no" is passed in as `apart`.
"""

from askwell.people.rules.linkage.finding import Found, Match, Network, find
from askwell.people.rules.linkage.judging import Outcome, Reason
from askwell.people.rules.linkage.records import Job, Record, record_of
from askwell.people.rules.linkage.weights import probability

__all__ = [
    "Found",
    "Job",
    "Match",
    "Network",
    "Outcome",
    "Reason",
    "Record",
    "find",
    "probability",
    "record_of",
]
