"""The words of the trade that tell what is wanted: what a slip may have meant, and what is no part of a name."""

from itertools import groupby

from domain.common_words import COMMON
from domain.hurried import HURRIED
from domain.trade_talk import TALK
from domain.understanding.everyday import EVERYDAY

# Words that say what is to be done or what happened. A slip in one of them is mended.
_TRIGGERS = """
    breach breached breaches breaching record recorded report reported reporting contact contacts contacted contacting overdue outstanding reminder reminders
    remind snooze snoozed later postpone delay defer reschedule reassign reallocate allocate handover transfer transferred transferring register registered
    upload uploaded attached attachment served serving service respondent applicant victim victims answer voicemail phoned called spoke spoken visited
    visit texted message messaged emailed rang order orders molestation injunction expired expires expiring expiry search lookup check cancel forget nevermind
    guidance arrest arrested power sentence sentencing penalty charge charges charging maximum evidence undertaking occupation discharge discharged variation
    varied extension custody reference number transferring moving moved force tomorrow condition conditions terms protected protecting covered address
    postcode facebook whatsapp instagram snapchat telephone turned outside assault assaulted threatened threats harassed harassing followed approached
    attempt attempts tried notice hearing granted weather thanks thank hello please reply outcome welfare quit wrong person team list diary due calls
    against explained papers paperwork admitted aware awareness emailed solicitor bailiff handed warrant difference differ restraining stalking protocol
    supervisor sergeant officer colleague instead urgent standard medium today tonight yesterday morning afternoon evening week weeks month months hours minutes
    scrap abort stop ignore mistake upcoming scheduled missed delete undo commands menu
"""
# Further words that stand beside them and are nobody's name.
_BESIDE = """
    nick nicked nicking lift lifted bloke fella guv skip skipper sarge boss ring fone ph mob mobile landline tel ref refs crn urn urns ni log logs cad vrm vrn plate
    reg index ins insurance mot dvla niche athena connect compass chs holmes ctm lc poa opt pto bwv dash dara marac idva isva mash occ
    dvpn dvpo dapn dapo spo shpo nmos cbo asbo cps cja pace nfa rui bail remand rota payslip overtime leave joke lottery football score traffic
    pizza lunch train train tea coffee bin pic pics photo pdf scan doc docs document file files copy copies jpg
    beat patch ward area patrol shift nights earlies lates rest ones cases caseload workload contact's everything
    fine ok okay good safe well happy doing coping concerns concern issue issues update updates chat joy luck avail dice
    vm ans machine busy line dead unobtainable unreachable engaged door knock knocked card
    him her them they us it this that these those there here same both again soon asap later now next
    am pm hrs hr hour hours min mins minute minutes day days wk week weeks mth mths month months fortnight
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
    jan feb mar apr jun jul aug sep sept oct nov dec january february march july august september october november december
    court family county crown magistrates judge fl401 fl404a sealed made granted issued signed dated returned valid force live lapsed
    pc dc ds di sgt ps insp inspector dci vlo mr mrs ms miss sir madam
    who whos whats wheres hows whens can cant could should would must may do does did dont doesnt didnt is isnt are arent was wasnt were has hasnt have havent
    had hadnt will wont shall im ive id ill youre hes shes its theyre were theres thats lets
    outta gonna wanna gotta kinda thats needs need needed want wants wanted trying sort sorted sorting put pop stick drop throw bung set get got getting give
    given gave giving pass passing hand handing swap swapping send sending sent move moving shift shifting push pushing bump bumping bring brought
    take taking took over off out in into onto up down back through via per between near within outside inside around about across
    went gone goes going come came comes turned turning showed showing seen saw see sees seeing stood standing sat parked
    said says saying told tells telling asked asks asking knew knows know known read reads understood understands accepted denied refused
    text texts txt txted msg msgs msged messages messaging dm dms dmed emails e-mail mail post posts posted comment liked tagged letter flowers present gift
    house home flat work workplace school nursery gate garden street road car van shop pub park gym property premises doorstep
    mum mam mom mother dad father sister brother son daughter kid kids child children partner ex wife husband boyfriend girlfriend mate friend
    male female man woman bloke lad lady girl boy suspect susp defendant accused subject complainant aggrieved ip witness neighbour
    high medium standard low risk very serious new old another other last first second third fourth fifth latest final
    name named called known aka alias surname forename dob d.o.b born birth yob aged age circa
    no not none nothing nobody never yes yep yeah nah nope n't
    one two three four five six seven eight nine ten eleven twelve once twice times time x couple few several
    north south east west central team teams dept unit
    any anything anyone anybody every all some something someone somebody each
    and or but so if then than because cos as at by for from of on to with without re regarding concerning about against
    the a an my your his our their mine yours hers theirs whose which what when where why how
    please pls plz thanks ta cheers hi hiya hey hello morning evening
    still yet already just only also too even maybe perhaps probably quite really
    stopped checked spot traffic stop street vehicle
    doesn breachs nmos nonmol interview interviewed kicked caution cautioned charged booked bailed remanded released detained
    contravened violated ignored phoning ringing calling emailing texting hung asleep out answering picked picking
    confirm confirmed confirming confirms hold holding look looking find finding show pull bring run running details detail info information history status
    renewal renew renewed upcoming week's today's tonight's tomorrow's yesterday's hows howre weather forecast
    oops sorry wrong person mistake error nvm disregard ignore scratch bin start restart exit end close finish done finished complete completed
    useless rubbish stupid bot robot human are you what's bored boring love marry sing song story meaning life
    insta insta's snap tiktok reasonable excuse counts count liking likes like section penalty max maximum minimum offence crime words advice power entry
    add added adding scan scanned upload attached register registered new create enter log logged record reference number custody note noted input
    assign assigned driving past passed sign signed reach reached unable start started indictable summary either covered taking take raise manage collect
    through drove drunk claimed asks asked wearing knocking hanging stuck waiting walked walking ran running sort manage happen happened respond ignore
    withheld unknown blocked number stayed updated reported weekend weekends failed successful claims claiming linked connected relating related flagged keeps keep kept ended hasnt dropped drop quickly arranged arrange agreed via latest deal dealing sort handle pick picked cover covering
    sealed paper papers bundle issued variation amended renewed extended discharged breaching contravening hearing bail conditions
    collar oic foot horseback nights st rd ave av ln cl cres tce gdns sq hospital cuppa course shop tesco asda morrisons aldi lidl sainsburys mcdonalds greggs vehicle stolen insured licence overtime claim match won weather like time what wifi password printer canteen parking recipe
    lookup look-up non-mol non-molestation hand-over re-assign follow-up call-back callback rang phoned
"""
KNOWN = frozenset(_TRIGGERS.split()) | frozenset(_BESIDE.split()) | TALK | COMMON | EVERYDAY
KNOWN_BY_LETTER = {
    letter: tuple(group)
    for letter, group in groupby(sorted({word for word in _TRIGGERS.split() if len(word) > 4}), key=lambda word: word[0])
}


def is_known(word: str) -> bool:
    """Also with an s of plural or of an owner: `mums` is no name."""
    return word in KNOWN or (len(word) > 3 and word[-1] == "s" and word[:-1] in KNOWN)


# Letters and names are no words typed in a hurry: `flat 12b`, `Wen Li`.
_NAMES_TOO = frozenset(["wen", "witch", "prob", "addres"])
# How officers shorten what they type; each stands for what is read.
SHORT_FORMS = {short: whole for short, whole in HURRIED.items() if len(short) > 2 and short not in _NAMES_TOO} | {
    short: whole
    for whole, shorts in {
        "victim": "vic vict aggrieved complainant ip",
        "victims": "vics ips",
        "respondent": "resp rspndt respondant respondents suspect susp defendant accused perp",
        "applicant": "app appl petitioner",
        "yesterday": "yday yest ysty ystrday",
        "tomorrow": "tmrw tmr tomoz 2moro tmo tomo",
        "today": "2day tday",
        "tonight": "2nite tonite 2night",
        "breach": "breech brch breeched",
        "check": "chek chk chck",
        "nmo": "nmos nonmol nonmols non-mol non-mols non-molestation nmol",
        "please": "pls plz",
        "message": "msg",
        "messages": "msgs",
        "messaged": "msged msgd",
        "text": "txt",
        "texted": "txted txtd",
        "number": "num nmbr",
        "order": "ordr oder",
        "here is": "heres",
        "what is": "whats wats wot's whts wots wht's",
        "what": "wot wat wht wut",
        "could": "cud",
        "should": "shud",
        "would": "wud",
        "have": "hav hve",
        "with": "wiv wth",
        "difference": "diff",
        "sentence": "sentance sentense",
        "medium": "med",
        "standard": "std stnd",
        "through": "thru",
        "night": "nite nght",
        "does": "dus",
        "and": "n",
        "contact": "cntct contct",
        "christmas": "xmas",
        "respond": "respnd",
        "until": "til till",
        "received": "rcvd recvd",
        "record": "rec",
        "address": "addy addr",
        "arrested": "arrestd",
        "husband": "hubby",
        "boyfriend": "bf",
        "girlfriend": "gf",
        "not": "nt",
        "just": "jst",
        "called": "calld",
        "going": "goin",
        "morning": "morn mornin",
        "afternoon": "aft arvo",
        "who is": "whos",
        "who": "hoo",
        "how is": "hows",
        "when is": "whens",
        "where is": "wheres",
        "cannot": "cant",
        "does not": "doesnt",
        "do not": "dont",
        "is not": "isnt",
        "have not": "havent",
        "has not": "hasnt",
        "it is": "its",
        "that is": "thats",
        "he is": "hes",
        "she is": "shes",
        "i am": "im",
        "i have": "ive",
        "never mind": "nvm nevermind",
        "mins": "min",
        "hours": "hrs",
        "hour": "hr",
        "weeks": "wks",
        "week": "wk",
        "months": "mths mnths",
        "month": "mth",
        "without": "w/o",
        "phoned": "fone foned",
        "before": "b4",
        "you": "u",
        "are": "r",
        "your": "ur",
        "about": "abt bout",
        "because": "cos coz",
        "details": "deets",
        "information": "info",
        "voicemail": "vm answerphone",
        "custody": "cust",
        "postcode": "pcode",
        "reference": "ref",
        "handover": "hand-over",
        "reassign": "re-assign reasign",
        "look up": "lookup look-up",
        "transfer": "trf trfr tfr xfer trsf",
        "help": "hlp halp",
        "service": "serv",
        "between": "btwn",
    }.items()
    for short in shorts.split()
}
