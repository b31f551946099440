"""Short and pet forms of forenames: a small table of our own, by the long form."""

_FORMS = """
abigail: abi abbie gail
agnieszka: aga
alan: al
albert: bert bertie al alby
aleksandra: ola
alexander: alex sandy alec xander lex
alexandra: alex sandra lexi
alfred: alf alfie fred
alistair: alasdair al
amanda: mandy
amelia: millie
andrea: andie
andrew: andy drew
angela: angie ange
anthony: tony ant antony
arthur: artie
barbara: barb babs
beatrice: bea
benjamin: bennie ben benny benji benjy
bernadette: bernie
bernard: bernie
bethany: beth
beverley: bev beverly
bradley: brad
cameron: cam
caroline: carrie caz carolyn
catherine: cathy cath kate katie kathy katherine kathryn cat kat kitty katy
charles: charlie chas chuck chaz charley
charlotte: charlie lottie lotte
cheryl: chez
christina: chris tina chrissie christie
christine: chris chrissie
christopher: chris kit topher
clifford: cliff
cynthia: cindy
daniel: dan danny
danielle: dani danni
darren: daz
david: dave davey dai
deborah: debbie deb debra
dennis: denny denis
derek: derrick
desmond: des
diana: di
diane: di
dominic: dom dominick
donald: don donny
dorothy: dot dotty dottie dolly
douglas: doug dougie
duncan: dunc
edith: edie
edward: ed eddie ted teddy ned eddy
eleanor: ellie nell nora nellie elle
elizabeth: liz lizzie beth betty eliza libby lisa elisabeth bess betsy elsie lizzy
ellen: nell nellie
emily: emmie millie
ernest: ernie ern
evelyn: evie
florence: flo florrie
frances: fran frankie frannie
francis: frank frankie
frederick: fred freddie
gareth: gaz
gary: gaz garry
geoffrey: geoff jeff jeffrey
george: georgie georgy
georgina: georgie gina
gerald: gerry jerry
gerard: gerry ged
gillian: gill jill
gordon: gord
graham: graeme
gregory: greg
gwendoline: gwen
harold: harry
harriet: hattie
henry: harry hal
herbert: bert herb
howard: howie
hugh: hughie
ian: iain
isaac: ike zac zak
isabel: izzy bella isabelle isobel belle
jacob: jake
jacqueline: jackie jacqui jacky
jakub: kuba
james: jim jimmy jamie jimmie jem
janet: jan
janice: jan
jason: jase
jennifer: jen jenny
jeremy: jez jem jerry
jessica: jess jessie
joanne: jo joanna
john: jack johnny johnnie jon jonny jonnie
jonathan: jon jonny jonathon jono johnny
joseph: joe joey
josephine: jo josie
joshua: josh
judith: judy judi
julian: jules
julie: jules
karen: kaz
kathleen: kath kathy kate katie kay kitty
kelly: kel
kenneth: ken kenny
kevin: kev
kieran: kier
kimberley: kimberly kim
laura: laurie
lauren: loz laurie
lawrence: larry laurence laurie
leonard: len lenny leo
lesley: les
leslie: les
lewis: louis lou
linda: lyn lynn lin
louise: lou
lucy: lu
madeleine: maddie maddy
magdalena: magda
malcolm: malc
margaret: maggie meg peggy madge marge margie
marjorie: marge margie
martin: marty
mary: molly polly
matilda: tilly tilda
matthew: matt mathew matty
maureen: mo
maurice: mo
melanie: mel
melissa: mel lissa
michael: mike mick micky mikey mickey
michelle: shell chelle
mohammed: mo mohammad muhammad mohamed mohamad muhammed mohd
natalie: nat
natasha: tash tasha
nathan: nate nath
nathaniel: nathan nat nate
nicholas: nick nicky nic nico
nicola: nicky nikki nic
nigel: nige
oliver: ollie olly oli
olivia: liv livvy
oswald: ossie ozzie
pamela: pam
patricia: pat patty trish tricia patsy tish
patrick: pat paddy patsy
penelope: penny
peter: pete
philip: phil phillip pip
philippa: pippa pip
piotr: piotrek
rachel: rach rachael
raymond: ray
rebecca: becky becca bex beckie
reginald: reg reggie
richard: rick dick ricky rich richie dickie
robert: bob rob bobby robbie bert
roger: rodge
ronald: ron ronnie
rosalind: ros roz
rosemary: rose rosie
russell: russ
samantha: sam sammy sammie
samuel: sam sammy
sandra: sandy
sarah: sally sara sadie
sean: shaun shawn
sebastian: seb
sharon: shaz
shirley: shirl
sidney: sid sydney
simon: si
sophie: soph
stanley: stan
stephanie: steph stevie
stephen: steve steven ste stevie
stuart: stu stewart
susan: sue susie suzanne
sylvia: syl
terence: terry terrence
theodore: theo ted teddy
theresa: terri tess tessa teresa
thomas: tom tommy
timothy: tim
tobias: toby
tomasz: tomek
tracey: tracy
trevor: trev
valerie: val
veronica: ronnie
victoria: vicky vicki tori vix
vincent: vince vinny
vivienne: viv
walter: wally walt
wayne: waz
wilfred: wilf fred
william: bill will billy willy liam
winifred: winnie
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


def long_forms(forename: str) -> frozenset[str]:
    """The long forms that a folded forename may stand for; empty where the table knows none."""
    return _TABLE.get(forename, frozenset())
