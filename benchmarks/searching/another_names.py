"""Pet forms, surnames that are taken for each other and romanisations as another hand wrote them down, who had not read the matcher's tables."""

_PET_FORMS = """
abigail: abi abbie gail | albert: bert bertie albie | alan: al | alexander: alex sandy xander lex | alexandra: alex lexi sasha sandra | alistair: al ally
amanda: mandy | amelia: millie | andrea: andie | andrew: andy drew | angela: angie ange | annabel: bella annie | anthony: tony ant | arthur: artie art
barbara: barb babs | barry: baz bazza | beatrice: bea trixie | benjamin: ben benny | bernadette: bernie | bernard: bernie | bethany: beth | beverley: bev
bradley: brad | brian: bri | bridget: bridie biddy | cameron: cam | caroline: caz carrie caro | catherine: cath cathy kate katie kitty cat kay
charles: charlie chas chaz | charlotte: lottie charlie char | cheryl: chez | christina: tina chris chrissie | christine: chris chrissie tina
christopher: chris kit | clifford: cliff | colin: col | cordelia: delia | cynthia: cindy | daniel: dan danny | danielle: dani | darren: daz dazza
david: dave davey dai | deborah: debbie deb debs | dennis: den | derek: del | desmond: des | dominic: dom | donald: don | dorothy: dot dolly dottie
douglas: doug dougie | edward: ed eddie ted ned teddy | eileen: eily | eleanor: ellie nell nora | elizabeth: liz beth lizzie betty libby bess betsy elsie
ellen: nell nellie | emily: em milly | emma: em emmy | ernest: ernie ern | eugene: gene | evelyn: evie | florence: flo flossie | frances: fran frankie
francis: frank | frederick: fred freddie | gareth: gaz | gary: gaz gazza | gemma: gem | geoffrey: geoff | george: georgie | georgina: georgie gina
gerald: gerry | gerard: gerry ged | gillian: gill jill | gordon: gordy | graham: gray | gregory: greg | gwendoline: gwen wendy | hannah: han
harold: harry hal | henry: harry hal | herbert: bert herb | hilary: hils | howard: howie | hugh: hughie | isaac: zac ike | isabella: bella izzy
isabel: izzy belle | jacob: jake | jacqueline: jackie jacqui | james: jim jimmy jamie jem | janet: jan | jason: jase jay | jennifer: jen jenny
jeremy: jez jem jerry | jessica: jess jessie | joanna: jo | joanne: jo | john: jack johnny jon | jonathan: jon jonny jono | joseph: joe joey
josephine: jo josie | joshua: josh | judith: judy jude | julian: jules | julie: jules | karen: kaz | katherine: kath kathy kate katie kat kitty
kathleen: kath kathy kate katie kay | kelly: kel | kenneth: ken kenny | kevin: kev | kieran: kier | kimberley: kim | kirsty: kirst | lauren: loz
laura: lol laurie | lawrence: larry laurie loz | leonard: len lenny leo | lesley: les | leslie: les | lewis: lew | louis: lou | louise: lou lulu
lucas: luke | lynda: lyn | madeleine: maddie | malcolm: mal malc | margaret: maggie peggy meg madge greta marge | marilyn: lyn | marjorie: marge
martin: mart marty | mary: molly polly | matilda: tilly | matthew: matt matty | maureen: mo | maurice: mo | melanie: mel | melissa: mel missy
michael: mike mick micky mikey | michelle: shell chelle | mildred: millie | miranda: mandy | mohammed: mo | natalie: nat | natasha: tash tasha
nathan: nath nate | nathaniel: nat nathan | nicholas: nick nicky | nicola: nicky nic nik | nigel: nige | norman: norm | oliver: ollie olly
olivia: liv livvy | oscar: oz | oswald: oz ozzie | pamela: pam | patricia: pat trish tricia patsy patty | patrick: pat paddy | pauline: paula
penelope: penny | peter: pete | philip: phil pip | philippa: pip pippa | rachel: rach | ralph: ralphie | raymond: ray | rebecca: becky becca bex
reginald: reg reggie | richard: rich rick dick ricky dickie | robert: rob bob bobby robbie bert | roger: rodge | ronald: ron ronnie | rosemary: rose rosie
rosalind: ros | russell: russ | ryan: ry | samantha: sam sammy | samuel: sam sammy | sandra: sandy | sarah: sally sadie | sebastian: seb | sharon: shaz
sheila: shee | shirley: shirl | sidney: sid | simon: si | sophie: soph | stacey: stace | stanley: stan | stephanie: steph stevie | stephen: steve stevie
steven: steve stevie | stuart: stu | susan: sue susie suzie | suzanne: sue suzie | sylvia: syl | terence: terry tel | theodore: theo ted
theresa: terri tess tessa | thomas: tom tommy | timothy: tim | tobias: toby | tracey: trace | trevor: trev | tyler: ty | valerie: val | vera: vee
veronica: ronnie vron | victor: vic | victoria: vicky vic tori vix | vincent: vince vinny | virginia: ginny | vivienne: viv | walter: wally walt
wayne: waz | wilfred: wilf | william: will bill billy willie | winifred: win winnie | yvonne: von | zachary: zac
katarzyna: kasia | malgorzata: gosia | agnieszka: aga | magdalena: magda | aleksandra: ola | tomasz: tomek | jakub: kuba | piotr: piotrek
wojciech: wojtek | muhammad: mo | abdul: abs | zainab: zee | fatima: fati
"""
_ALIKE = """
clark clarke; brown browne; thompson thomson tomson; stevens stephens; phillips philips; davies davis; reid reed read; moore moor more; green greene
allen allan alan; harris harries; taylor tayler; johnson johnston jonson; white whyte; smith smyth smythe; cook cooke; gray grey; lee leigh lea
nichols nicholls; pearce pierce; shaw shore; wood woods; webb webber; hughes hewes; morris maurice; bailey bayley; marshall marshal; matthews mathews
robertson robinson robson; richardson richards; williams williamson; roberts robert; stewart stuart steward; campbell cambell; mcdonald macdonald
neal neil neale; lawson lawton; barker parker baker; burns byrne; carter cartwright; dean deane; fisher fischer; foster forster; gardner gardiner
hall hull; hill hills; hunt hunter; jackson jaxon; kelly kelley; lewis louis; lloyd loyd; martin marten; miller millar; parsons pearson; payne paine
powell powel; read reade; rodgers rogers; rowe roe; scott scot; sanders saunders; shepherd sheppard; simmonds simmons symonds; turner tanner
walsh welsh welch; watson watkins; watts watt; wilson willson; wright right; young younge; connolly connelly; doherty docherty; o'neill o'neil; o'connor connor
"""
_ROMANISED = """
mohammed muhammad mohamed mohammad muhammed mohamad; ahmed ahmad ahmet; hussain hussein husain hossain; hassan hasan; ali aly alli; khan kahn kan
begum begam begom; bibi beebi; akhtar akhter akter; shah sha; iqbal ikbal; malik maalik malek; rahman rehman rahmaan; chaudhry choudhury chowdhury chaudhary
sheikh shaikh shaykh; siddiqui siddiqi sidiqui; qureshi kureshi quraishi; mahmood mehmood mahmoud mahmud; syed sayed said; yusuf yousuf yousef; omar umar
fatima fatema fatimah; aisha ayesha aysha; khadija khadijah; zainab zaynab; maryam mariam; ibrahim ebrahim; ismail ismael; abdullah abdulla; imran emran
tariq tarik tareq; khalid khaled; saleem salim; nadeem nadim; naseem nasim; shabir shabbir; bashir basheer; rashid rasheed; javed javaid; riaz riyaz
aziz azeez; hameed hamid; majeed majid; waheed wahid; yasmin yasmeen jasmin; parveen parvin; shaheen shahin; nasreen nasrin; singh sing; kaur kor
patel pattel; sharma sharmah; gupta goopta; mistry mistri; desai desay; joshi joshy; chauhan chohan chowhan; sandhu sandu; sidhu siddhu; dhillon dillon
"""
# As another ear has it: a pattern, and what is written for it.
HEARD = (
    *(
        ("ph", "f"),
        ("ck$", "k"),
        ("y$", "ie"),
        ("ie$", "y"),
        ("ey$", "y"),
        ("ee", "ea"),
        ("ea", "ee"),
        ("ai", "ay"),
        ("ou", "u"),
        ("th", "t"),
        ("gh", ""),
    ),
    *(
        ("sh", "ch"),
        ("c(?=[eiy])", "s"),
        ("^k", "c"),
        ("^c(?=[aou])", "k"),
        ("s$", ""),
        ("er$", "ar"),
        ("or$", "er"),
        ("son$", "sen"),
        ("man$", "men"),
    ),
    *(
        ("ll", "l"),
        ("tt", "t"),
        ("nn", "n"),
        ("ss", "s"),
        ("m$", "n"),
        ("n$", "m"),
        ("d$", "t"),
        ("b", "p"),
        ("v", "b"),
        ("^h", ""),
        ("ow", "o"),
        ("aw", "or"),
    ),
)
ROMANISING = (
    *(
        ("ee", "i"),
        ("i", "ee"),
        ("oo", "u"),
        ("u", "oo"),
        ("aa", "a"),
        ("q", "k"),
        ("kh", "k"),
        ("w", "v"),
        ("v", "w"),
        ("z", "s"),
        ("ah$", "a"),
        ("a$", "ah"),
    ),
    *(
        ("sh", "s"),
        ("dh", "d"),
        ("bh", "b"),
        ("th", "t"),
        ("ou", "u"),
        ("ai", "ei"),
        ("y", "i"),
        ("mm", "m"),
        ("ss", "s"),
        ("e(?=[rd]$)", "a"),
    ),
)


def _rows(table: str, between: str) -> list[str]:
    return [row.strip() for line in table.strip().splitlines() for row in line.split(between) if row.strip()]


def _pet_forms() -> dict[str, list[str]]:
    """A long form with its pet forms, and a pet form of one name alone with that name."""
    found: dict[str, list[str]] = {}
    turned: dict[str, list[str]] = {}
    for row in _rows(_PET_FORMS, "|"):
        long, forms = row.split(": ")
        found[long] = forms.split()
        for form in forms.split():
            turned.setdefault(form, []).append(long)
    return {form: longs for form, longs in turned.items() if len(longs) == 1} | found


def _others(table: str) -> dict[str, list[str]]:
    classes = [row.split() for row in _rows(table, ";")]
    return {name: [other for other in names if other != name] for names in classes for name in names}


PET_FORMS, ALIKE, ROMANISED = _pet_forms(), _others(_ALIKE), _others(_ROMANISED)
