"""The words officers put round a name when they ask for an order."""

from domain.orders import PartyRole

# A name often follows one of these.
_CUES = "on for against named name called respondent applicant victim suspect subject defendant male female mr mrs ms miss party"
CUES = frozenset(_CUES.split())

# Words that are no part of a name, compared without their apostrophes. Left out although officers use them: forenames and common surnames, such as will, may, mark and grant.
_TALK = """
    a about active address again all also am an and any anybody anyone anything application apply are area arrest arrested as ask at
    be been before being between birth bot breach breached breaches breaching by can carry case cases check checking come conditions confirm
    contact could court covered covering current currently date did do does dob double down drop else end ended ends exist existing exists
    expire expired expires expiring false fao find first force forces forename found from full get give given go got had has hasn't have having he he's
    hello help her hers hi him his hold how i i'm i've if i'd in info information into is isn't issued it it's its just know last later listed live lives living
    look looking lookup made make matching me molestation my near need needs new night nmo nmos no nmol non non-mol non-molestation non-mols not
    now number of off officer ok old one only or order orders our out over own pc per person persons please pls plz police postcode
    protect protected protecting protection protects pull quick record records ref reference register registered registration restraining
    resp returned right run running say says search searching see seen sgt she she's show since some somebody someone something still surname system
    taken tell than thanks that the their them there there's they this tho till to today tonight told too turn under until up ur us valid
    vs want wanted was we were what what's when where whether which who who's whose why with within without woman work works would yes yet you
    your dr am pm yob born year years age aged mol mols nonmol nonmols served serve service dated metres aka alias
"""
TALK = CUES | frozenset(_TALK.replace("'", "").split())

ROLE_WORDS: dict[str, PartyRole] = {
    "respondent": PartyRole.RESPONDENT,
    "resp": PartyRole.RESPONDENT,
    "suspect": PartyRole.RESPONDENT,
    "defendant": PartyRole.RESPONDENT,
    "against": PartyRole.RESPONDENT,
    "applicant": PartyRole.APPLICANT,
    "victim": PartyRole.APPLICANT,
    "protected": PartyRole.APPLICANT,
    "protecting": PartyRole.APPLICANT,
    "protects": PartyRole.APPLICANT,
}
