"""Words that name a kind of order or of offence, and words that say nothing."""

# The law differs from kind to kind, and these pages hold no other offence: only a page with the word in its title may answer for it.
KINDS = frozenset(
    """
    occupation undertaking dapo dapn dvpo dvpn spo fmpo fgmpo dvds restrainingorder injunction communityorder cbo shpo sexualriskorder
    theft burglary robbery shoplifting fraud speeding cannabis drugs
    """.split()  # noqa: SIM905 - a block of words reads better than a column of them
)

STOP = frozenset(
    """
    a about after again all also am an and any are as at be been before being but by can can't could did didn't do does doesn't doing done
    don't even for from get gets getting go goes going got had has have having he hed hell her hers hes him himself his how
    i if ill im in into is isn't it its ive just like me my need no not now of off ok on or our out please pls quick quickly really
    s she shes should so some still than thanks that that's the their them then there these they they're they've this those though to
    too u under up us very want wants was wasn't we were what what's when where whether which while who who's why will with would
    wouldn't yet you your reckon reckons claim claims already quite actually monday tuesday wednesday thursday friday saturday
    sunday week weekend yesterday today tonight night next last ago since whose job one right mustn't must hasn't haven't there's lot bit
    good here ok may might allowed till until ur hi hello say says said saying much something someone anything
    consider enough possible use used using think thinking happen happens
    """.replace("'", "").split()
)

# Whoever speaks of a person or of one of these asks about a case of theirs, in whatever words.
PEOPLE = frozenset("he hes hed him his she shes her hers they theyre them their theyve".split())  # noqa: SIM905 - as above
OF_A_CASE = frozenset(
    """
    order nmo breach arrest victim suspect serve aware court solicitor cps bail charge evidence statement message phone contact child
    offence interview occupation undertaking dapo dapn dvpo dvpn spo fmpo fgmpo dvds restrainingorder marac idva dash dara vlo oic
    custody hearing risk address screenshot voicemail interpreter crimerecord sentence prison injunction solicitor register log search
    """.split()  # noqa: SIM905 - as above
)
