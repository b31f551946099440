"""Short and pet forms of forenames: a small table of our own, by the long form, and a wide one, whose joins say less."""

from collections.abc import Iterable
from functools import lru_cache

from nicknames import NickNamer

_FORMS = """
abigail: abi abbie gail
alexander: alex sandy alec xander
alexandra: alex sandra lexi
alistair: alasdair al
andrew: andy drew
anthony: tony ant antony
barbara: barb babs
benjamin: ben benny benji
catherine: cathy cath kate katie kathy katherine kathryn cat kat
charles: charlie chas chuck
charlotte: charlie lottie
christina: chris tina chrissie
christine: chris chrissie
christopher: chris kit topher
daniel: dan danny
danielle: dani
david: dave davey dai
deborah: debbie deb debra
dominic: dom
donald: don donny
dorothy: dot dotty
edward: ed eddie ted teddy
eleanor: ellie nell nora
elizabeth: liz lizzie beth betty eliza libby lisa elisabeth
frances: fran frankie
francis: frank frankie
frederick: fred freddie
gareth: gaz
gary: gaz garry
geoffrey: geoff jeff jeffrey
george: georgie
gerald: gerry jerry
gillian: gill jill
gregory: greg
harold: harry
henry: harry hal
ian: iain
isabel: izzy bella isabelle isobel
jacob: jake
jacqueline: jackie jacqui
james: jim jimmy jamie
jennifer: jen jenny
jessica: jess jessie
joanne: jo joanna
john: jack johnny johnnie jon jonny jonnie
jonathan: jon jonny jonathon
joseph: joe joey
joshua: josh
kenneth: ken kenny
kevin: kev
kimberley: kim
lawrence: larry laurence
leonard: len lenny
lewis: louis lou
lucy: lu
margaret: maggie meg peggy
martin: marty
matthew: matt mathew
maureen: mo
michael: mike mick micky mikey
michelle: shell chelle
mohammed: mo mohammad muhammad mohamed mohamad muhammed mohd
nathaniel: nathan nat nate
nicholas: nick nicky nic
nicola: nicky nikki
oliver: ollie
pamela: pam
patricia: pat patty trish tricia
patrick: pat paddy
peter: pete
philip: phil phillip
rachel: rach rachael
raymond: ray
rebecca: becky becca bex
richard: rick dick ricky rich
robert: bob rob bobby robbie bert
ronald: ron ronnie
samantha: sam sammy
samuel: sam sammy
sarah: sally sara
sean: shaun shawn
simon: si
stephen: steve steven ste stevie
susan: sue susie suzanne
terence: terry terrence
thomas: tom tommy
timothy: tim
tobias: toby
valerie: val
victoria: vicky vicki tori
vincent: vince vinny
walter: wally walt
wayne: waz
william: bill will billy willy liam
zachary: zac zach zack
"""


def _by_form() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in _FORMS.strip().splitlines():
        long, forms = row.split(": ")
        for form in (long, *forms.split()):
            table.setdefault(form, set()).add(long)
    return {form: frozenset(longs) for form, longs in table.items()}


_TABLE = _by_form()
FORMS = frozenset(_TABLE)
_WIDE = NickNamer()
_LEFT_OUT: set[frozenset[str]] = set()


def long_forms(forename: str) -> frozenset[str]:
    """The long forms that a folded forename may stand for; empty where the table knows none."""
    return _TABLE.get(forename, frozenset())


@lru_cache(maxsize=20_000)
def related(forename: str) -> frozenset[str]:
    """The folded forenames that the wide table joins with this one. It joins some that few people would, as Hannah and Susan."""
    joined = _WIDE.nicknames_of(forename) | _WIDE.canonicals_of(forename)
    return frozenset(one for one in joined if one != forename and frozenset((one, forename)) not in _LEFT_OUT)


def leave_out(pairs: Iterable[tuple[str, str]]) -> None:
    """For measuring on these pairs of folded forenames: what is known by heart proves nothing. In force until the process ends."""
    _LEFT_OUT.update(map(frozenset, pairs))
    related.cache_clear()
