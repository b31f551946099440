"""Words of ordinary talk that are no part of a name, and surnames that are words all the same."""

_COMMON = """
    yday evening vlo pnc pnd reg upload push beat charges answer outstanding contacts high differ differs attach visor cad log
    able absolutely actually afternoon allowed banned entitled permitted prohibited forbidden again against ago ah alone alright although always another anyway apologies around attacked attacking attended away
    awful baby back bad bail bang banged banging because bed behind best better bit blocked both bother boy boyfriend boys break broke broken brother brothers
    brought bugger bus bye call called calling calls came car cars caution certain chance change charge charged child children cheers choose clear close closed cool
    could couple cover covers crap crime criminal cross-border custody dad daughter daughters day days dead dealing decided delivered denies denied detained didn't different
    disclosed dispute doing done don't doorstep drove drunk during each email emailed enough ever every everyone everybody everything evidence ex excellent family
    father feels felt female females few fiance fiancee fine five flat following followed four friend friends front further gave gets getting girl girlfriend giving gives
    goes going gone gonna good gotta great guess guidance guys happened happens happy hates having heard hearing hello herself himself hit hiya
    home hour hours house how's however hurt husband husbands idea immediately incident inside instead intel investigation itself job just keep keeps keeping kids kid
    kill killed knew knows lad lady last late lately least leave leaves leaving left less let lets letter letting like likely little lot loud loved lovely lying mad male
    man many mate mates matter maybe mean means meant men mental message messaged messages messaging middle might minute minutes missed missing
    mobile mom moment month months morning mostly mother moved much mum my myself named naming never next nice nicked nobody none nope nothing
    number numbers obviously often okay once ones open other others otherwise ours outside over overdue owner parent parents parked partner partners party
    pass passed pending people perhaps phone phoned phones please pm possible possibly posted posting power powers present pretty previous previously probably
    problem proof prove punched pushed put query question questions quite ran rang really reason reported reports respond rid ring ringing rings risk room rubbish ruddy
    said same sat saw scene section seem seems sees send sending sends sent sentence separated several shall shes shouldn't should shouted shouting shut sister sisters
    sitting situation sleeping social solicitor something sometimes somewhere son sons soon sort sorted sorry speak speaking spoke spoken staff stand standing
    start started statement station stay staying stays step-dad stepdad still stood stop stopped stopping stops story strange such sure suspected take takes
    taking talk talking team telling terrible text texted texting texts thank theirs themselves then thing things think thinks this those thought threat threatened threatening threats three through
    time times today together tomorrow took tonight towards trouble true truth try trying turned turns twice two type unit unsure upset use used usually van
    vehicle very violence violent visit visited voice wait waiting walked wanting wants warned warrant wasn't watch watching way we've weapon week weeks
    well went weren't whatever who'd whom why wife wifes wishes witness won't wonder word words worried worse wouldn't write wrong yeah yep yesterday
    yesterday's young-person yourself yep nah aye erm um hmm ok lol received copy stand-by standby wilco affirmative negative conditions bailed nmo arrested stopping
    can't isn't aren't ain't couldn't doesn't haven't hadn't i'll i'm i've they're we're were you're you've it'd he'd she'd they've he's
    he'll she'll hadn't forgot forget remember ring rung knocked knocking kicked kicking smashed followed hanging hidden hiding lives lived loitering
    appeared approached attends contacted contacting disclosed emails mentioned refused refuses released releasing remanded resides returning seeing served serving shows showing signed
    sat-nav somehow stating states stated sue's supposed tesco asda whatsapp facebook instagram snapchat tiktok weather joke overtime shift briefing handover custody control
    first second third fourth fifth former both either neither anyone's who've whoever unknown unnamed same-sex address postcode dob
"""
_SURNAMES = """
    court quick love hope will may grant mark case street house wood bond day green brown white black grey gray field fields hill lake rivers banks bush rose king prince
    bishop pope abbot abbott knight page marsh moss stone steel rich price cash pound money penny gold silver wise moody sharp short long small little large strong power
    best good goodman gentle savage wild winter summers frost snow rain storm gale north west east south drew hunt hunter fisher fox wolf lamb bull bird
    swan drake crane finch wren nightingale peacock church temple hall castle tower bridge ford banks bell button sheriff constable sergeant law judge lock key bolt
    nail hammer sword shields speed rush swift early friend friends man chance luck riddle story speaker turner walker ball head hand foot legg hart heart
    care cross close lane way gates park parks garden barn mills miller cook baker butcher farmer carter mason porter major marshall duke earl baron noble
    england holland france ireland wales english french german last left right moon star sun night knight monday friday christmas easter gay
    search hold look keep find force forces register check conditions end start stop lived near dear read reading service orders order police
    paine pain blood bone brain butt cutting child children boys kidd daughter fear fury gamble game guest hardy hurst joy keen kind lively loud lovely mann
    merry new newman old oldman outlaw peace pleasant proud quirk raw sweet tall thick thin true truelove vine waters weeks wells west woods words worth wright
    young younger younghusband partner partridge bliss gay bail bailey cover keeping
"""
COMMON = frozenset(_COMMON.split()) | frozenset(_COMMON.replace("'", "").split())
WORD_SURNAMES = frozenset(_SURNAMES.split())
# What follows a surname that is a word and shows that it was meant as a word after all: "court order", "quick check".
SPEAKS_OF_THINGS = frozenset(
    [
        "order",
        "orders",
        "hearing",
        "date",
        "case",
        "papers",
        "check",
        "search",
        "look",
        "question",
        "number",
        "ref",
        "bail",
        "door",
        "no",
        "nmo",
        "record",
    ]
)
