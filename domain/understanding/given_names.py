"""Forenames and surnames that are met beside the commonest: they tell a name in a line from a word, and nobody is matched by them."""

from domain.forenames import is_forename

_GIVEN = """
    aarav aarti abbas abbigail abby abdi abdirahman abdullahi abdulrahman abel abena abid abigael abimbola abiodun abiola abraham abubakar
    ada adaeze adanna ade adebayo adeel adela adelaide adeola adewale adeyemi aditi aditya adnan adriana aeron afia afsana agata ahmad
    ahmet aida aileen ailsa aine ainsley aiza ajay akash akin akosua akua alan alastair alaw alba alberta alberto aled aleksander
    aleksandr aleksandra alessandro alexandru alfonso alina aliya aliyah allan allen allison ally alma alun alvin alwyn alyssa ama amaka
    amal aman amandeep amanpreet amara amarjit amaya ambreen amelie amena amie aminu amira amna amol amrit anastasia anca anderson andre
    andreas andrei andrej andrzej aneesa aneta aneurin angeliki angelina angelo angharad anh ania anika anil anisa anish anja anjali anju
    ankit annabel annabelle annalise anneka annika annmarie ansah anselm anthea anthonia antoine anton antoni antonia anuj anum anwar
    anwen anya aoibheann aqsa arabella aram archana ariana arianna arianwen arif arjun arkadiusz arlo armand armando arnold aron arpad
    artur arturo arun arwel arwen arwyn asad asfand ashish ashleigh ashok ashraf ashton asia asim asma asmara astrid atif atiqa aurelia
    aveline avni avril avtar awais ayaan ayan ayesha ayman aynur ayo ayodele ayse aysha ayub azad aziz aziza azra babajide babak babatunde
    bahar balbir baljit balwinder barbora barnaby barney bartek bartlomiej bartosz bashir basia basil basma baz beata beau becks bedwyr
    bela bello benedict benita benito bennie bernadette bernadine bernice bertha bertram bethan betsan betsy bev beverley bhavesh bhavna
    bhupinder bianca bibi bijal binta biodun birgit bisi bjorn blanca blanka blazej bleddyn blessing bogdan boguslaw bola bolaji boris
    boyd bozena brady branwen brayden breda brenna briana brianna bridie brigid brigitte briony bronagh bronte bronwen brooke bruno bryan
    brychan bryn bukola burak byron cadi cadog cai caitlin caitlyn caleb camilla camille candice caoimhe caolan cara caragh carey caris
    carlo carlos carly carol carole carolyn carrieann carson carwyn cassandra cassie catalin catalina caterina cathal catrin catriona caz
    cecilia cedric ceinwen cennydd ceri ceridwen cerys cezary chad chaim chandra chanel chantal chao charanjit charis charmaine chaz
    chelsey cheng cherie cherise cherry chesney chetna chi chiamaka chiara chibuzor chidi chidinma chika chinedu chinwe chioma chirag
    chizoba christa christelle christoph christy chukwu chukwudi chukwuemeka cillian cindy claire claude claudette claudia claudio clayton
    clement clementine cleo cliff clint clinton clyde cobie collette colm comfort conall conchita connie conrad constance constantin cora
    coral coralie cordelia cormac cornelia cornelius cosmin courtenay cressida cristian cristiano cristina cynthia cyrus czeslaw dafydd
    dagmar daiva daljit damilola damon danica daniela danielius danijel danika danjuma danuta daphney darcey darcy darek daria darius
    dariusz darragh darrell darwin davina davinder dawid dayna dayo daz deacon deanna deanne debs deepa deepak deepika deiniol deirdre
    delia delilah della delphine delyth demetrius demi demir denisa denny denver denzel denzil derrick deshawn desiree devon devonte dewi
    dexter dhruv dicky diego dieter dilan dilip dimitri dimitris dinesh dino dion dionne dipak dipesh dipti dirk divya dmitri dmitry
    dolores dominik dominika dominique donal donatas donncha donovan dorcas dorin dorota doug dougal dougie dragan dragos duc dudley
    dunja dwight dyfan dyfed dympna eamon eamonn ebony ebru eddy edgar edita edmund eduardo edwin edyta efa efe efosa efua egle ehsan
    eifion eilidh eimear einir eira eirian eirlys ejike ekaette elaina elan elena eleri elias elif elin eliot elis elisa elisha elissa
    elliot elliott elodie eloise elroy elton elvira elvis elwyn elzbieta emeka emer emil emilia emilio emlyn emmanuel emmeline emre emrys
    emyr ena enrico enrique enzo eoghan eoin ephraim erik erika erol errol ese esi esmeralda esra esteban estella estelle ester esyllt
    etta eugenia eugenie evangeline evelina everton ewa ewan ewelina eze ezekiel ezra fabian fabio fabrice fadi faduma faisal faiza faizal
    faizan fareed fareeha farhan farhana farida farooq farrah farzana fatemeh fatih fatimah fatma fatou fatoumata fay fedir felicia felix
    femi feng ferdinand fergal fergus ferhat fernanda fernando ffion fflur ffraid fidel filip filippo finbar findlay finn fintan fionn
    fionnuala fleur florian florin florrie folake folasade fozia francesca francesco francisco franciszek franco francois franz fraser
    freddy frederic freida frida frieda fulvia funmi funmilayo gabor gabriel gabriela gabriella gabrielle gaetano gaius ganesh garmon
    garth gaurav gav gavriel gaynor gbenga geeta geetha genevieve geordie georgi georgiana geraint geraldine gerallt gethin ghazala
    gheorghe ghulam gianni gideon gilbert giovanni gisela giulia giuseppe gladys glenda glenys glyn glynis godwin goodness goran gosia
    grainne grazyna gregor gretchen griff griffith grzegorz guang guido guillermo gulnaz gulshan gunther gurbaksh gurdeep gurjit gurmeet
    gurmit gurpal gurvinder gus gustav gustavo gwendoline gwendolyn gwenllian gwilym gwyneth habib habiba hadi hadia haf hafsa haider
    hakan hakeem hakim haleema halil halima halina hamid hamish hana hanif hanna hao harald hardeep hardip hari haris harish harjinder
    harjit harley harmeet harminder haroon harri harrie harshad harvinder harvir hasan haseeb hashim hassam hatice hattie hauwa hawa
    hayden heath heba hector hedley hefin heike heledd helena helene helga hemant henri henrietta henrik henryk herbert herman hermione
    hibo hilal hina hiren hitesh hodan hoi hollie homer hong horace horatio hortense hristo hua hubert huda hui humaira huong hussain
    hussein huw hywel ianthe ibrar ibukun idris iestyn ieuan ifan ifeanyi ifeoma ifor ifrah ignacy ignatius igor ijaz ikechukwu ikenna
    ikram ilaria ileana ilham illtyd ilona ilyas iman immanuel inaya inderjit indira ines inga ingeborg inigo ioan ioana iolo iona ionut
    iorwerth iqra irena irfan irina irma irvin irving irwin isaiah isha ishaan ishmael isidore ismail isobelle israr istvan ivana iwan
    iwona iyabo izabela jacek jacinda jacinta jacko jadwiga jagdeep jagdish jagjit jago jai jaime jakub jamal jameela jamil jamila jana
    janek janelle janette jania janina janis janusz jarek jaroslav jaroslaw jarrod jarvis jas jasbir jasleen jasmeet jasmin jasmina jaspal
    jasper jaspreet jasvinder jasvir jaswinder jatinder javier jaya jayesh jeannette jeannie jehan jelena jem jenifer jenson jerald
    jericho jermain jerzy jesse jesus jethro jez jia jian jiang jianguo jide jie jignesh jimi jing jinping jitendra joachim joakim joao
    joaquin jocelyn jody joelle johan johanna johannes johnathan jolanta jolene jonas jonno jools jordana jorge jorgen jorja jose josef
    josefina josiah josie josip jost joti jovan joyti jozef juanita judi juliana juliet juliette julio julita julius junaid juraj jurgen
    justina justine justyna jyothi jyoti kacper kadir kaine kaitlin kaitlyn kaiya kalpana kalvin kamal kamala kamaldeep kamila kamran
    kamrul kara karamjit kareem karim karin karina karishma karla karol karolina karthik karwan kashif kasia kasim kaspar kassandra katja
    katrin katya kaur kaveh kavita kayden kaye kayla kaylee kayode kaz kazimierz keegan keenan kehinde keir keiran keiron keisha kelechi
    kellie kelsey kelsie kemal kendra kenji kennedy kenya kerem keren kerri kerrie kerys keshia ketan kevan kewal keziah khadija khadijah
    khaled khalida khalil kian kiara kieron kiki kimberly kimmy kinga kingsley kirandeep kiri kirsti kirstie kirstin kishan kiya klara
    klaudia klaudija klaus kobi kofi kojo kola kolawole konrad konstantin korey kostas kourtney kris krish krishna krishnan kristian
    kristin kristina kristine kristof kristy krystian krystyna kuldeep kuljit kulvinder kulwinder kun kunal kunle kurt kushal kwabena
    kwaku kwame kwasi kwesi kwok kyla kyra kyran kyriakos laban lacey ladislav laila lakisha lakshmi lale lamar lamin lan lanre lara
    larissa lars lasse laszlo latoya laurel laurena laurent lauretta laurie lavinia laxmi layton lazar leander leandro leann lech leda
    leena lei leigh leighann leighton leilani lemar lennon lennox leonardo leonid leonie leonor leopold leroi leszek leticia letitia
    lettie levi lewin lexie leyla liang lianne liaqat lida lidia lieke lilian liliana lilith lillian lillie lilly lin lina ling linh linus
    lior lisbeth livia liviu lleucu llinos llyr lochlan lodovico loic lolita loretta lori louella louie lourdes loveday lowri lubna
    lucia lucian luciana lucie lucille lucinda lucja lucretia ludmila ludovic ludwig luigi luis luisa luka lukas lula lulu luna luther
    lydiah lynda lyndon lyndsay lyndsey lynette lynsey lyra lyubov maaria mabli macauley macca macie maciej maciek macsen macy maddie
    maddison madhu madison madog madonna maeve magda magdalene magnus mahdi maheen mahesh mahmoud mahmud mahnoor mai maia mair maire
    mairead maja makayla malachi malaika malak malaya maldwyn mali malik malika mallory mamadou mamta manal manav mandeep manfred maninder
    manisha manjinder manjit manju manmeet manoj manon manpreet mansoor manuel manuela manvir mara marcela marcella marcelo marcia marcie
    marcos marcu mared marek margarita margery margot margret marguerite mari mariam mariama mariana marianne maribel maricel mariel
    marietta marija marika marilena marilou marin mariola marios marisa marisol marissa maritza marius mariusz marjan marjory markus marla
    marley marlo marlow marnie marouane marquis marsha marta martina martyn martyna marvin marwan maryam maryann maryanne maryia masood
    massimo matej mateo mateusz mathias mathilda mathilde mathonwy matteo matthias matti mattie maud maude maura maurizio mauro maxim
    maximilian maxwell mayank mayowa mayra mayur meena meenakshi megha mehak mehdi mehreen mehul mei meilyr meinir meirion melina melinda
    melody melonie memunat menna meral mercedes merle merryn merve meryl meurig micah michaela micheal michelangelo michele mieczyslaw
    miguel mihaela mihai mihangel mikael mikaela mikail mikayla mikel mikhail mikolaj milan milena milica millicent milly milos milton
    mimi minal minesh ming minh minna minnie mirabelle mircea mirela miroslav miroslaw misbah misha mita mitchel mitesh moazzam modou
    modupe moeen mohamud mohinder mohini mohit mohsin moises mollie momodou monika monique monty morag morfydd moses moshe moustafa muhsin
    mukesh muna mungo munir murad murat murray murtaza musa mustafa mustapha muzaffar mwangi myah myfanwy mykola myles myriam nabeel nabil
    nabila nadeem nadezhda nadiya nadja nagina nahid naila naima najma nalini nana nanci nandini nanette naomie naresh narges nargis
    narinder nasim nasima nasir nasreen nasser natalia nataliya nataly natalya natan nathalie nats navdeep naveed naveen navid navjot
    nawaz nayan nazia nazir nazish nazma neal neelam neema neeraj neesha neeta neha nehal nelly nelson nerea neriah nerissa nesrin nessa
    nestor nettie nev neva neve neville nevin ngan ngoc ngozi nguyen nia niccolo nicki nico nicolae nicolas nicole nicoleta nicolette
    niels niesha nihal nikhil niki nikita nikola nikolai nikolaos nikolas nilam nilda nilesh nils nimesh nimra ning nino nirmal nirmala
    nisha nishant nita niteesh nitin niyah niyi nkechi nnamdi nneka noa noelia noelle noemi nohemi nolan noor noora norbert normandie
    norris nosheen noura nuala nuno nur nura nuria nusrat nyasha nyla oana obi obiageli obinna octavia octavian oda odette odhran ofelia
    ogechi oisin okechukwu oksana ola olaf olajide olamide olanrewaju olayinka oleg oleksandr olena olexandr olha oli olivier oliwia olly
    olu olufemi olufunke olumide olusegun oluseun oluseyi oluwaseun oluwatobi olwen omair omari omolara onur onyeka oonagh opal ophelia
    oran orhan orla orlagh orlaith orlando osagie osama osas osaze osian osinachi oswald ottilie otto oumar ovidiu owain ozan ozge ozlem
    pablo padraig paloma pamila pandora pankaj panos paolo paramjit pardeep paresh parisa parminder parth parvez parvin pascal pascale
    patricio patrycja patryk paulette paulina paulo pavel pavlina pavol payal pedro peng perdita peredur petar petr petronela petros petru
    petula petya philippa philippe philomena phoebie pierre piers pilar ping piotrek pola pooja porsha portia prabhjot pradeep prakash
    pranav prasad prashant pratik praveen precious preet preeti preston prisca priscilla prit pritesh priti priyanka prosper prudence prys
    przemyslaw puja qaiser qasim qiang qing quang queenie quincy quoc rabia racheal radek radoslaw radu rafael rafaela rafal raff rafi
    rafiq raghav raheel raheela raheem rahim rahul raina raj raja rajan rajdeep rajeev rajinder raju rakesh ralf raluca rama ramesh rami
    ramiro ramla ramsha ramzan rana ranbir randeep randolph randy rani rania ranjit ranveer raphael raquel rashad rashed rasheed rashid
    rashida rasmus rati raul ravi ravinder ravneet rayan rayhan rayyan raza razia rebeca rebekah rebin reda reem reena reeta regan rehan
    rehana reid reinhard rekha remi remigiusz remy renae renata renate renato renee resham reshma reuben reuel reyhan reza rhea rhian
    rhianna rhodri rhoswen rhyan rhydian ria rian riaz ricardo riccardo richa richie rickey rico rihanna rika riley rimsha rina rio riona
    rishabh rishi ritchie ritesh ritika ritu riya riyad rizwan rizwana roan robbo roberto rocco rochelle rocio rod roderic rodger rodrigo
    rohan rohit roksana rolando rolf rolland roma romain romana romeo romesh romina romy ronaldo rong ronke rosalia rosalie rosalind
    rosalyn rosana rosanna rosanne roscoe roseanne roselyn roshan roshni rosina rosita roula roxana roxy royston ruairi ruaridh ruben
    rubin rubina ruchi rudi rudolf rudy rukhsana rukiya rukshana rumana rupa rupinder ruqayyah ruslan russel ruta ruthie rylan ryszard
    saad saba sabah sabeen sabiha sabine sabir sabri sacha sachin sade sadia sadiq saeed safa safia safiya sagal sagar sahar sahib sahil
    sahra saif saima saira sajid sajida sakina salah saleem saleh saleha salim salima sallyann salma salman salome salvador salvatore
    samar sameer samera samia samina samir samira samson samya sanaa sandeep sandhya sandie sandip sandor sandro sangeeta sangita sanja
    sanjeev sanna santiago santosh saoirse saqib sarabjit saraswati sarfraz sarika sarita sasa sasha saskia satinder satish satnam satpal
    satvinder saul saule savanna savannah savita sayed sayeda seamus seana seaneen sebastian sebastien sedat seema sefa segun selcuk
    selena selim selma selwyn semra senga serge sergei sergio sergiu serhii serina serkan seun severine seyi shabana shabir shabnam shadi
    shafiq shagufta shahbaz shaheen shaheena shahid shahida shahin shahzad shaila shaista shakeel shakil shakila shakira shalini shameem
    shamila shamim shamsa shan shana shanae shanaya shandelle shaneen shanelle shani shania shanice shaniqua shantelle sharan sharif
    sharmila sharmin sharonne sharron shauna shay shayla shayne shaz shazia sheela sheetal shelagh shelby sheldon sheree shereen sheridan
    sherman sherri sherry sheryl shilpa shireen shirin shivan shivani shoaib shobha shola shona shreya shruti shu shubham shyam shyamala
    siana sibel siddharth sidra sigrid silas silvana silvia silvio simeon simona simone simonetta simranjit sina sindy sinead sione sioned
    siraj siri siu siwan siya skye slavomir slawomir smita sobia sofia sofie sohaib sohail sola solange soledad solomon sonal sonali sonam
    sonja sonny sonya soraya sorcha soren sorin sorrel souad spiros sreeja stacie stacy stanislav stanislava stanislaw stavros stefan
    stefania stefano steffan steffi stein steph stephan stephane stephany stephon stevan stewart stu suad subhash sudha sudhir suha suhail
    sujata sukhdeep sukhdev sukhi sukhjit sukhvinder sukhwinder sulaiman suleiman sultana sumaira suman sumaya sumayya sumera sunaina
    sunita sunny suraj suresh surinder surjit surya susana susannah sushil sushma svetlana swati syed syeda sylvain sylvester sylvie
    sylwia szilvia szymon tabatha tabitha tadeusz tadhg tahir tahira taiba taiwo taiye tajinder talal talha talia tallulah tam tamar
    tamika tamim tammie tamsin tanisha tanja tanveer tanvir tanzeela tanzila tao tapiwa taras tarek tariku tarsem tarun taryn tash tasha
    tasneem tatenda tatiana tatyana tauseef tawanda taylah teagan tebogo tegan tegid tegwen tejal tejinder temi temitope tendai teodor
    teodora tere teri terri teshome tesni tetiana tevin tez thabo thaddeus thalia thandeka thandi thanh thea theodora theresa thi thierry
    thijs thomasina thuy tia tiago tiana tianna tibor tiernan tiffany tihana tilly timo timur tinashe ting tirion titilayo tiwa tobi tobin
    tod todor tola tolga tolu tolulope tomas tomaz tomek tomi tomos tope torin torsten tracy travon treena trefor trent tresa trev treva
    trina trinh trinity trista tristan troy tuan tudor tudur tulip tunde tunji turgut twm tyra tyree tyrell tyrese tyron tyrone tyson uche
    uchenna udo ugo ugochukwu uju ulrich ulrike umair umar umut unathi upinder urien urooj urszula uschi usha ushma uthman uzair uzma
    uzoma vaclav vadim valentin valentina valentine valeria valerio valmai vanda vani vanja varsha varun vasile vasiliki vasilis vasyl
    vaughan veena velma venus vernice veronika vesna vicente vickie vidya vihaan vijay vijaya vikas vikash vikram viktor viktoria
    viktoriia vilma vinay vincenzo vineet vinh vinod viorel vipul viraj virender virgil virginia virginie vishal vishnu vit vita vitalie
    vito vittoria vivek viviana vivienne vlad vladimir volkan volodymyr vytautas waheed wahida wajid waldemar wale waleed walid waqar
    waqas warda waseem wasim wayde webster wei weiming wen wendell werner weronika wieslaw wiktor wiktoria wilbur wilf wilfredo wilhelm
    wilhelmina willa willem willow wilma wioletta witold wladyslaw wojciech wojtek wolfgang woody wyatt wyn wynne xanthe xaviera xenia xia
    xiang xiao xin xing xiu xiuying yahya yakubu yan yana yang yann yannick yara yaroslav yaseen yash yasin yasir yasmeen yasmina yasser
    yaw yawar yemi yetunde yevhen yi yilmaz ying yinka yisrael ynyr yogesh yohannes yolanda yonas yong yosef yoshi youness younis yousef
    youssef yousuf yue yui yulia yuliya yun yuri yusra yusuff yvon zaheer zahid zahida zahir zahra zahrah zaiba zaid zaida zain zaina
    zainah zak zakariya zaki zakir zaman zamir zan zanele zanna zareen zarina zaynab zbigniew zdenek zdzislaw zeb zed zeenat zeeshan zehra
    zeinab zelda zena zenab zenobia zeynep zhen zhi zhong zia ziad zina zinedine zita zoltan zoran zosia zubaida zubair zuhra zulfiqar
    zuzanna zygmunt
    mags
"""
_FAMILY = """
    abdi abdullah adamczyk adamski addo adebayo adekunle adeleke adesina adewale adeyemi afolabi agyeman ahmed ajayi akande akhtar
    akinyemi alabi ali amoah annan ansari anwar appiah asante aslam atkinson atwal awolowo aziz babatunde bains bajwa bak bakare balogun
    bankole baran barker barnes bartlett bascombe bassi bates baxter beaumont bebb becker beddoe begum bello bennett bentley bevan beynon
    bhatt bhatti bhullar bianchi bibi bielak blackburn bloomfield boateng bondarenko booth borkowski bowen bradley bradshaw brannigan brar
    brennan brookes brooks brown bryant buchanan bui burgess burke burns burrows burton butcher butt byrd byrne cadwaladr cai callaghan
    cameron campbell cao carroll celik chadwick chahal chan chana chapman chaudhary chaudhry chauhan cheema chen cheng cheung chmielewski
    chopra choudhury chow chowdhury ciobanu clark clarke clayton coker coles collins connell connolly cooke cooper costa craddock crawford
    cui cunningham curtis czarnecki dabrowski dalton daly dang danjuma dar davies dawson dean delaney demir deng deol desai dhaliwal
    dhillon dickson dimitrov ding dixon dobbs dobson doherty donaldson donovan dosanjh douglas doyle drummond dubois duda dudek duffy
    dumitru duncan duxbury dyer eaton edwards effiong egwu ekwueme elliott ellis emery esposito evans eynon eze farah farooq farrell
    fashola faulkner featherstone feng fenwick ferguson fernandes fernandez fernando ferrari ferreira finch firth fitzgerald fitzpatrick
    fleming fletcher flynn fowler franklin fraser freeman frost fung gakhal gallagher gao garcia georgiev georgiou ghani gheorghe gibbons
    gibbs gibson gilbert gill gittins glowacki goddard gomes gonzalez goodwin gorski gough grabowski graham grainger greenwood gregory
    grewal griffin griffiths grimshaw guo gupta gwilliam gwynne hale hammond hancock hanif hanson hardwick hargreaves harper harrington
    harris harrison hartley harvey hashmi hassan hawkins hayer hayes haynes heath henderson hernandez hewitt hicks higgins hills hobbs
    hodgson hoffmann holden hollis holt hooper hopkin hopkins hoque horton houghton howarth howell howells huang hudson hughes humphreys
    humphries hussain hussein hutchinson huynh ibrahim idowu idris igwe iheanacho ikpeba ingham ioannou ionescu iqbal islam ivanov iyer
    jablonski jackson jakubowski jama jankowski jarvis jasinski javed jaworski jeffery jenkin jenkins jennings jiang johal johnson
    johnston jones joshi kaczmarek kalinowski kaminski kang kapoor karim kaur kavanagh kaya kayani kaye kazmierczak kelly kemp kendall
    kennedy kerr khan khatoon khatun khera kirby kirk knowles kolodziej konieczny kooner kovalenko kowalczyk kowalska kowalski kozlowski
    krajewski krawczyk krishnan krol kubiak kucharski kumar kuznetsov kwiatkowski kwok kyffin lally lam lamb lambert langley latif lau
    laurent lawson leach lefebvre lester leung lewandowski lewis liang lin lindsay lis lister liu llewellyn llewelyn lloyd lopes lopez
    lowe lucas luo lyle lynch lyons macdonald maciejewski mackenzie maddocks maddox madoc maguire mahmood mahon majewski malhotra malik
    malinowski mann manning marciniak markham marsden marshall martinez martins matei matharu mathias matthews maxwell mazur mazurek mbah
    mcallister mcarthur mcateer mcbride mccabe mccall mccann mccarthy mccormack mccormick mccoy mcculloch mccullough mcdermott mcdonald
    mcelroy mcevoy mcfadden mcfarlane mcginty mcgowan mcgrath mcgregor mcguinness mcguire mchugh mcilroy mcintosh mcintyre mckay mckee
    mckenna mckenzie mclaughlin mclean mclennan mcleod mcloughlin mcmahon mcmillan mcmullen mcnally mcnamara mcneil mcneill mcpherson
    mcqueen mcrae mcshane mctavish mehta menon mensah mercer meredith metcalfe miah michalak michalski middleton milner mirza mistry
    mitchell mohamed mohammed mohamud mok moran moreau morgan morley morris morrison morton moss mroz mughal muller mulligan murphy murray
    musa nagra nair nanney nash nawaz naylor newton nguyen nicholls nicholson nixon nnadi nolan norman norris norton nowak nowakowski
    nowicki nwachukwu nwankwo nwosu obaseki obi obrien oconnor odonnell odukoya oduya ogrady ogunbanjo ogunleye ohara ojo okafor okeeffe
    okeke okonkwo okoro okoye oladipo olajide olaniyan olatunji oleary oliveira olszewski omalley omar oneill onions onuoha onyeka
    onyekachi opara oreilly osagie osborne osei oshea osman ostrowski osullivan otieno owen owusu oyelaran ozturk pan pandya pannu
    papadopoulos pargeter parker parkinson parmar parry parsons parveen pask patel paterson pawlak pawlowski payne pearce pearson peng
    penry pereira perera perkins perry peters petrov pham phillips pickering picton pietrzak pillai piotrowski plummer popa popescu porter
    potts powell preece preston price pritchard probert prosser prothero pryce prydderch pryse przybylska przybylski pugh purewal quigley
    quinn qureshi radu rafiq rahman rai ramsey rana randall randhawa rao rashid rathod raza reddy rees reeves rehman reid ren reynolds
    rhodes rhydderch rhys richards richardson riley roberts robertson robinson robson rodrigues rogers romano rosser rossi rowe rowley
    rudd rushton russell russo rutkowski ryan sadowski saeed sahota salami saleem samra sanders sanderson sandhu sanghera santos saunders
    sawicki sayce schmidt schneider schofield sekhon shah shaikh sharif sharma sharpe shaw sheikh shen shepherd sheppard sherwood
    shevchenko siddiqui sidhu sikora sikorski silva simmonds simmons simpson sinclair singh skinner slater smith sobczak sohal sohi
    sokolov sokolowski solanki soyinka spencer stan stanley stanton stephens stephenson stepien stevens stevenson stewart stoica stoker
    stokes stubbs sullivan sultana summers sutherland sutton swift sykes szczepanski szewczyk szymanski takhar tang tanner tariq tate
    taylor tennant tetley thakur thandi thomas thompson thorne thornton tian tickle tkachenko tolland tomaszewski toor townsend trahern
    tran travis treharne trivedi tsang tucker tudor tudur turnbull turner tyler uche uddin umeh underwood uppal urban uzoma vaughan verma
    vickers vincent virdee virk vyas wade wainwright walczak walker wallace walsh walters walton wang warner warren warsame wasilewski
    waters watkin watkins watkinson watson watts weaver webb weber webster wei weston wheatley wheeler whitaker whitehead whitehouse
    whitmore whittaker wieczorek wilk wilkins wilkinson williams williamson willis wilson winter wisniewska wisniewski witkowski
    wlodarczyk wogan wojcik wong wood woods woodward worthington wozniak wright wrobel wroblewski wyatt wynne wysocki xiao xie yang yao
    yates yeates yeung yilmaz yorath yousaf yuan yusuf zajac zakrzewski zalewski zaman zawadzki zeng zhang zhao zheng zhou zhu zielinski
"""
GIVEN = frozenset(_GIVEN.split())
FAMILY = frozenset(_FAMILY.split())


def is_given(word: str) -> bool:
    """Of a folded word: somebody's first name."""
    return word in GIVEN or is_forename(word)
