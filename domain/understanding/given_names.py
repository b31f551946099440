"""Forenames and surnames that are met beside the commonest: they tell a name in a line from a word, and nobody is matched by them."""

from domain.forenames import is_forename

_GIVEN = """
    aarav aarti abbas abbigail abby abdi abdirahman abdulrahman abel abid abigael abiola abraham abubakar ada adaeze adebayo adeel adela
    adelaide adeola aditi aditya adnan adriana aeron afia afsana agata ahmad ahmet aida aileen ailsa aine ainsley aiza ajay akash akin
    akosua akua alan alastair alba alberta alberto aleksander aleksandr aleksandra alessandro alexandru alfonso alina aliya aliyah allan
    allen allison ally alma alvin alwyn alyssa amal aman amandeep amara amarjit amaya ambreen amelie amena amie amira amna amol amrit
    anastasia anca anderson andre andreas andrei andrej andrzej aneesa aneta aneurin angeliki angelina angelo angharad anika anil anisa
    anish anja anjali anju ankit annabel annabelle annalise anneka annika annmarie ansah anselm anthea anthonia antoine anton antoni
    antonia anuj anum anwar anya aqsa arabella aram archana ariana arianna arif arjun arlo armand armando arnold aron arpad artur arturo
    arun arwel arwen asad asfand ashish ashleigh ashok ashraf ashton asim asma asmara astrid atif atiqa aurelia aveline avni avril awais
    ayaan ayan ayesha ayman aynur ayse aysha ayub aziz aziza azra babajide babak babatunde bahar baljit balwinder barbora barnaby barney
    bartek bartosz bashir basil basma baz beata beau bela benedict benita benito bennie bernadette bernadine bernice bertha bertram bethan
    betsy bev beverley bhavesh bhavna bianca bibi bijal binta birgit bisi bjorn blanca blanka bogdan bola boris boyd brady branwen breda
    brenna briana brianna bridie brigid brigitte briony bronagh bronte bronwen brooke bruno bryan bryn bukola burak byron cadi caitlin
    caitlyn caleb camilla camille candice caolan cara caragh carey caris carlo carlos carly carol carole carolyn carrieann carson carwyn
    cassandra cassie catalin catalina caterina cathal catrin catriona cecilia cedric ceri cerys chad chaim chandra chanel chantal charis
    charmaine chelsey cheng cherie cherise cherry chesney chetna chiara chidi chidinma chika chinedu chinwe chioma chizoba christa
    christelle christoph christy chukwu chukwudi cillian cindy claire claude claudette claudia claudio clayton clement clementine cleo
    cliff clint clinton clyde cobie collette colm comfort conall conchita connie conrad constance constantin cora coral coralie cordelia
    cormac cornelia cornelius cosmin courtenay cressida cristian cristiano cristina cynthia cyrus czeslaw dafydd dagmar daiva daljit
    damilola damon danica daniela danielius danijel danika danuta daphney darcey darcy daria darius dariusz darragh darrell darwin davina
    davinder dawid dayna dayo daz deacon deanna deanne deepa deepak deirdre delia delilah della delphine demetrius demi demir denisa denny
    denver denzel denzil derrick deshawn desiree devon dexter dhruv dicky diego dieter dilan dilip dimitri dimitris dinesh dino dion
    dionne dipak dipti dirk divya dmitri dmitry dolores dominik dominika dominique donal donatas donncha donovan dorcas dorin dorota doug
    dougal dougie dragan dragos dudley dunja dwight dyfed dympna eamon eamonn ebony ebru eddy edgar edita edmund eduardo edwin edyta efe
    efosa egle ehsan eilidh eira eirian eirlys elaina elena eleri elias elif elin eliot elisa elisha elissa elliot elliott elodie eloise
    elroy elton elvira elvis elwyn emeka emer emil emilia emilio emlyn emmanuel emmeline emre ena enrico enrique enzo eoghan eoin ephraim
    erik erika erol errol esmeralda esra esteban estella estelle ester etta eugenia eugenie evangeline evelina everton ewa ewan ewelina
    eze ezekiel ezra fabian fabio fabrice fadi faisal faiza faizal faizan fareed fareeha farhan farhana farida farooq farrah fatemeh fatih
    fatimah fatma fatou fatoumata fay fedir felicia felix ferdinand fergal fergus fernanda fernando ffion fidel filip filippo finbar
    findlay finn fintan fionn fionnuala fleur florian florin folake folasade francesca francesco francisco franco francois franz fraser
    freddy frederic freida frida frieda fulvia funmi funmilayo gabor gabriel gabriela gabriella gabrielle gaetano gaius ganesh garth
    gaurav gav gavriel gaynor geeta geetha genevieve geordie georgi georgiana geraint geraldine gethin ghazala ghulam gianni gideon
    gilbert giovanni gisela giulia giuseppe gladys glenda glenys glyn glynis goran gosia grainne gregor gretchen griff griffith grzegorz
    guido guillermo gulnaz gulshan gunther gurdeep gurjit gurmeet gurpal gurvinder gus gustav gustavo gwendoline gwendolyn gwilym gwyneth
    habib habiba hadi hadia hafsa haider hakan hakeem hakim haleema halil halima halina hamid hamish hana hanif hanna hao harald hari
    haris harish harjit harley harmeet haroon harri harrie harshad harvinder hasan haseeb hashim hassam hattie hayden heath heba hector
    hedley hefin heike helena helene helga hemant henri henrietta henrik henryk herbert herman hermione hilal hina hiren hollie homer
    horace horatio hortense hristo huda hussain hussein huw hywel ianthe ibrar idris ieuan ifeanyi ifeoma ignacy ignatius igor ijaz ikram
    ilaria ileana ilham ilona ilyas iman immanuel inaya indira ines inga ingeborg inigo ioan ioana iona ionut iqra irfan irina irma irvin
    irving irwin isaiah isha ishaan ishmael isidore ismail isobelle israr istvan ivana iwan iwona izabela jacek jacinda jacinta jacko
    jadwiga jagdeep jagdish jago jai jaime jakub jamal jameela jamil jamila jana janek janelle janette jania janina janis janusz jarek
    jaroslav jarrod jarvis jas jasbir jasmin jasmina jaspal jasper jaspreet jasvinder jasvir jaswinder javier jaya jayesh jeannette
    jeannie jehan jelena jem jenifer jenson jerald jericho jermain jesse jesus jethro jia jian jie jignesh jimi jitendra joachim joakim
    joao joaquin jocelyn jody joelle johan johanna johannes johnathan jolanta jolene jonas jonno jools jordana jorge jorgen jorja jose
    josef josefina josiah josie josip jost joti jovan joyti jozef juanita judi juliana juliet juliette julio julius junaid juraj jurgen
    justina justine justyna jyothi jyoti kacper kadir kaine kaitlin kaitlyn kaiya kalpana kalvin kamal kamala kamaldeep kamila kamran
    kamrul kara kareem karim karin karina karishma karla karol karolina karthik karwan kasia kasim kaspar kassandra katja katrin katya
    kaur kaveh kavita kayden kaye kayla kayode kaz keegan keenan kehinde keir keiran keiron keisha kellie kelsey kelsie kemal kendra kenji
    kennedy kenya kerem keren kerri kerrie kerys keshia ketan kevan keziah khadija khadijah khaled khalida khalil kian kiara kieron kiki
    kimberly kimmy kinga kingsley kirandeep kiri kirsti kirstie kirstin kishan kiya klara klaudia klaudija klaus kobi kofi kojo konrad
    konstantin korey kostas kourtney kris krish krishna krishnan kristian kristin kristina kristine kristof kristy krystian krystyna
    kuldeep kulvinder kulwinder kunal kurt kushal kwabena kwaku kwame kwasi kwesi kyla kyra kyran kyriakos laban lacey ladislav laila
    lakisha lakshmi lale lamar lamin lara larissa lars lasse laszlo latoya laurel laurena laurent lauretta laurie lavinia laxmi layton
    lazar leander leandro leann leda leena leigh leighann leighton leilani lemar lennon lennox leonardo leonid leonie leonor leopold leroi
    leszek leticia letitia lettie levi lewin lexie leyla lianne liaqat lida lidia lieke lilian liliana lilith lillian lillie lilly lin
    lina linh linus lior lisbeth livia liviu llinos llyr lochlan lodovico loic lolita loretta lori louella louie lourdes loveday lubna
    lucia lucian luciana lucie lucille lucinda lucja lucretia ludmila ludovic ludwig luigi luis luisa luka lukas lula lulu luna luther
    lydiah lynda lyndon lyndsay lyndsey lynette lynsey lyra lyubov maaria macauley macca macie macy maddie maddison madhu madison madonna
    maeve magda magdalene magnus mahdi maheen mahesh mahmoud mahmud mahnoor mai maia maire mairead maja makayla malachi malaika malak
    malaya malik malika mallory mamadou mamta manal manav mandeep manfred manisha manjinder manjit manju manoj manon mansoor manuel
    manuela mara marcela marcella marcelo marcia marcie marcos marcu marek margarita margery margot margret marguerite mari mariam mariama
    mariana marianne maribel maricel mariel marietta marija marika marilena marilou marin marios marisa marisol marissa maritza mariusz
    marjan marjory markus marla marley marlo marlow marnie marouane marquis marsha marta martina martyn marvin marwan maryam maryann
    maryanne maryia masood massimo matej mateo mateusz mathias mathilda mathilde matteo matthias matti mattie maud maude maura maurizio
    mauro maxim maximilian maxwell mayank mayowa mayra mayur meena meenakshi megha mehak mehdi mehreen mehul mei meirion melina melinda
    melody melonie memunat meral mercedes merle merryn merve meryl micah michaela micheal michelangelo michele miguel mihaela mihai mikael
    mikaela mikail mikayla mikel mikhail mikolaj milan milena milica millicent milly milos milton mimi minal minesh minh minna minnie
    mirabelle mircea mirela miroslav misbah misha mita mitchel mitesh moazzam modou moeen mohamud mohini mohit mohsin moises momodou
    monika monique monty morag moses moshe moustafa muhsin mukesh muna mungo munir murad murray murtaza musa mustafa mustapha muzaffar
    mwangi myah myfanwy myles myriam nabeel nabil nabila nadeem nadezhda nadiya nadja nagina nahid naila naima najma nalini nanci nandini
    nanette naomie naresh narges narinder nasim nasima nasir nasreen nasser natalia nataliya nataly natalya natan nathalie navdeep naveed
    naveen navid navjot nawaz nayan nazia nazir nazish nazma neal neelam neema neeraj neesha neeta neha nehal nelly nelson nerea neriah
    nerissa nesrin nessa nestor nettie nev neva neve neville nevin ngan ngoc ngozi nguyen nia niccolo nicki nico nicolae nicolas nicole
    nicoleta nicolette niels niesha nihal nikhil niki nikita nikola nikolai nikolaos nikolas nilam nilda nils nimesh nimra nino nirmal
    nirmala nisha nishant nita niteesh nitin niyah nkechi nnamdi noa noelia noelle noemi nohemi nolan noor noora norbert normandie norris
    nosheen noura nuala nuno nur nura nuria nusrat nyasha nyla oana obinna octavia octavian oda odette odhran ofelia oisin okechukwu
    oksana ola olaf olajide olamide olanrewaju olayinka oleg oleksandr olena olexandr olha oli olivier oliwia olly olu olufemi olufunke
    olumide oluseun oluseyi oluwaseun oluwatobi olwen omair omari omolara onur oonagh opal ophelia oran orhan orla orlagh orlaith orlando
    osagie osama osian osinachi oswald ottilie otto oumar ovidiu ozan ozge ozlem pablo paloma pamila pandora pankaj panos paolo paramjit
    paresh parisa parminder parth parvez parvin pascal pascale patricio patrycja patryk paulette paulina paulo pavel pavlina pavol payal
    pedro perdita petar petr petronela petros petru petula petya philippa philippe philomena phoebie pierre piers pilar piotrek pola pooja
    porsha portia prabhjot pradeep prakash pranav prasad prashant pratik praveen preeti preston prisca priscilla pritesh priti priyanka
    prosper prudence przemyslaw puja qaiser qasim quang queenie quincy quoc rabia racheal radek radoslaw radu rafael rafaela rafal raff
    rafi rafiq raghav raheel raheela raheem rahim rahul raina raj raja rajan rajeev rajinder raju rakesh ralf rama ramesh rami ramiro
    ramla ramsha ramzan rana randeep randolph randy rani rania ranjit ranveer raphael raquel rashad rashed rasheed rashid rashida rasmus
    rati raul ravi ravinder ravneet rayan rayhan rayyan raza razia rebeca rebekah reda reem reena reeta regan rehan rehana reid reinhard
    remi remigiusz remy renae renata renate renato renee reshma reuben reuel reyhan reza rhea rhian rhianna rhoswen rhyan rhydian ria rian
    riaz ricardo riccardo richa richie rickey rico rihanna rika riley rimsha rina rio riona rishabh rishi ritchie ritesh ritika ritu riya
    riyad rizwan rizwana roan robbo roberto rocco rochelle rocio rod roderic rodger rodrigo rohan rohit rolando rolf rolland roma romain
    romana romeo romesh romina romy ronaldo rosalia rosalie rosalind rosalyn rosana rosanna rosanne roscoe roseanne roselyn roshan roshni
    rosina rosita roula roxana roxy royston ruairi ruaridh ruben rubin ruchi rudi rudolf rudy rukhsana rukiya rukshana rumana rupa
    rupinder ruqayyah ruslan russel ruta ruthie rylan ryszard saad saba sabah sabeen sabiha sabine sabir sabri sacha sachin sade sadia
    sadiq saeed safa safia safiya sagal sagar sahar sahib sahil sahra saif saima saira sajid sajida sakina salah saleem saleh saleha salim
    salima sallyann salma salman salome salvador salvatore samar sameer samera samia samina samir samira samson samya sanaa sandeep
    sandhya sandie sandip sandor sandro sangeeta sanja sanjeev sanna santiago santosh saoirse saqib sarabjit saraswati sarfraz sarika
    sarita sasa sasha saskia satinder satish satnam satvinder saul saule savanna savannah savita sayed sayeda seamus seana seaneen
    sebastian sebastien sedat seema sefa selcuk selena selim selma selwyn semra senga serge sergei sergio sergiu serhii serina serkan seun
    severine seyi shabana shabir shabnam shadi shafiq shagufta shahbaz shaheen shaheena shahid shahida shahin shahzad shaila shaista
    shakeel shakil shakila shakira shalini shameem shamila shamim shamsa shana shanae shanaya shandelle shaneen shanelle shani shania
    shanice shaniqua shantelle sharan sharif sharmila sharmin sharonne sharron shauna shay shayla shayne shaz shazia sheela sheetal
    shelagh shelby sheldon sheree shereen sheridan sherman sherri sherry sheryl shilpa shireen shirin shivani shoaib shobha shola shona
    shreya shruti shubham shyam shyamala siana sibel siddharth sidra sigrid silas silvana silvia silvio simeon simone simonetta simranjit
    sina sindy sinead sione sioned siraj siri siwan siya skye slavomir slawomir smita sobia sofia sofie sohaib sohail solange soledad
    solomon sonal sonali sonam sonja sonny sonya soraya soren sorin sorrel souad spiros sreeja stacie stacy stanislav stanislava stanislaw
    stavros stefan stefania stefano steffan steffi stein stephan stephane stephany stephon stevan stewart stu suad subhash sudha sudhir
    suha suhail sujata sukhdeep sukhjit sukhvinder sukhwinder sulaiman suleiman sultana sumaira suman sumaya sumayya sumera sunaina sunita
    sunny suraj surinder surjit surya susana susannah sushil sushma svetlana swati syed syeda sylvain sylvester sylvie szilvia szymon
    tabatha tabitha tadeusz tahir tahira taiba taiwo taiye tajinder talal talha talia tallulah tam tamar tamika tamim tammie tamsin
    tanisha tanja tanveer tanvir tanzeela tanzila tao tapiwa tarek tariku tarun taryn tasha tasneem tatenda tatiana tatyana tauseef
    tawanda taylah teagan tebogo tegan tejal tejinder temi temitope tendai teodor teodora tere teri terri teshome tevin thabo thaddeus
    thalia thandeka thandi thea theodora theresa thierry thijs thomasina thuy tia tiago tiana tianna tibor tiernan tiffany tihana tilly
    timo timur tinashe tiwa tobi tobin tod todor tola tolga tolu tolulope tomas tomaz tomek tomi tomos tope torin torsten tracy travon
    treena trent tresa trev treva trina trinh trinity trista tristan troy tuan tudor tulip tunde tunji turgut twm tyra tyree tyrell tyrese
    tyron tyrone tyson uche uchenna udo ugo ulrich ulrike umair umar umut unathi upinder urooj urszula uschi usha ushma uthman uzair uzma
    uzoma vaclav vadim valentin valentina valentine valeria valerio valmai vanda vani vanja varsha varun vasile vasiliki vasilis vasyl
    vaughan veena velma venus vernice veronika vesna vicente vickie vidya vihaan vijay vijaya vikas vikash vikram viktor viktoria
    viktoriia vilma vinay vincenzo vineet vinh vinod viorel vipul viraj virgil virginia virginie vishal vishnu vit vita vitalie vito
    vittoria vivek viviana vivienne vlad vladimir volkan volodymyr vytautas waheed wahida wajid waldemar waleed walid waqar waqas warda
    waseem wasim wayde webster wei wendell werner weronika wieslaw wiktor wiktoria wilbur wilf wilfredo wilhelm wilhelmina willa willem
    willow wilma wioletta wojciech wolfgang woody wyatt wyn wynne xanthe xaviera xenia xia xiao xin xing xiu yahya yan yana yann yannick
    yara yaroslav yaseen yash yasin yasir yasmeen yasmina yasser yaw yawar yetunde yi ying yisrael yogesh yohannes yolanda yonas yosef
    yoshi youness younis yousef youssef yousuf yui yulia yuliya yun yuri yusra yusuff yvon zaheer zahid zahida zahir zahra zahrah zaiba
    zaid zaida zain zaina zainah zak zakariya zaki zakir zaman zamir zan zanele zanna zareen zarina zaynab zbigniew zdenek zeb zed zeenat
    zeeshan zehra zeinab zelda zena zenab zenobia zia ziad zina zinedine zita zoltan zoran zosia zubaida zubair zuhra zulfiqar zuzanna
    zygmunt
"""
_FAMILY = """
    abdullah addo adebayo adeleke adeyemi ahmed akhtar ali annan ansari appiah asante atkinson aziz bains bajwa balogun barker barnes
    bartlett bates baxter beaumont becker begum bello bennett bentley bevan beynon bhatt bhatti bianchi bibi blackburn bloomfield boateng
    booth bowen bradley bradshaw brennan brookes brooks brown bryant buchanan burgess burke burns burrows burton butcher butt byrd byrne
    callaghan cameron campbell carroll celik chadwick chan chapman chaudhary chaudhry chauhan chen cheung chopra choudhury chowdhury clark
    clarke clayton coles collins connell connolly cooke cooper costa crawford cunningham curtis dalton daly dar davies dawson dean delaney
    demir desai dhillon dickson dimitrov dixon dobbs dobson doherty donaldson donovan douglas doyle drummond dubois duffy dumitru duncan
    dyer eaton edwards elliott ellis emery esposito evans eze farrell faulkner fenwick ferguson fernandes fernandez fernando ferrari
    ferreira finch fitzgerald fitzpatrick fleming fletcher flynn fowler franklin fraser freeman frost gallagher garcia georgiev georgiou
    gibbons gibbs gibson gilbert gill goddard gomes gonzalez goodwin gough graham grainger greenwood gregory grewal griffin griffiths
    grimshaw gupta hale hammond hancock hanson hardwick hargreaves harper harrington harris harrison hartley harvey hashmi hassan hawkins
    hayes haynes heath henderson hernandez hewitt hicks higgins hills hobbs hodgson hoffmann holden hollis holt hooper hopkins horton
    houghton howarth howell howells huang hudson hughes humphreys humphries hussain hussein hutchinson huynh ibrahim ingham ioannou
    ionescu iqbal islam ivanov iyer jackson jankowski jarvis javed jeffery jenkins jennings johal johnson johnston jones joshi kaminski
    kapoor karim kaur kavanagh kaya kaye kelly kemp kendall kennedy kerr khan khatoon khatun kirby kirk knowles kowalski kozlowski
    krawczyk krishnan kumar lamb lambert langley laurent lawson leach lefebvre lester leung lewandowski lewis lindsay lister liu llewellyn
    llewelyn lloyd lopes lopez lowe lucas lynch lyons macdonald mackenzie maguire mahmood mahon malhotra malik manning markham marsden
    marshall martinez martins matthews maxwell mazur mcallister mcarthur mcateer mcbride mccabe mccall mccann mccarthy mccormack mccormick
    mccoy mcculloch mccullough mcdermott mcdonald mcelroy mcevoy mcfadden mcfarlane mcginty mcgowan mcgrath mcgregor mcguinness mcguire
    mchugh mcilroy mcintosh mcintyre mckay mckee mckenna mckenzie mclaughlin mclean mclennan mcleod mcloughlin mcmahon mcmillan mcmullen
    mcnally mcnamara mcneil mcneill mcpherson mcqueen mcrae mcshane mctavish mehta menon mensah mercer metcalfe miah middleton milner
    mirza mitchell mohamed mohammed moran moreau morgan morley morris morrison morton moss muller mulligan murphy murray musa nair nash
    naylor newton nguyen nicholls nicholson nixon nolan norman norris norton nowak nwosu obi obrien oconnor odonnell ogrady ogunleye ohara
    okafor okeeffe okonkwo oleary oliveira omalley omar oneill oreilly osborne osei oshea osman osullivan otieno owen owusu ozturk
    papadopoulos pargeter parker parkinson parry parsons parveen patel paterson payne pearce pearson pereira perera perkins perry peters
    petrov pham phillips pickering pillai plummer popa popescu porter potts powell preston price pritchard probert prosser pugh quigley
    quinn qureshi radu rahman ramsey rana randall randhawa rao rashid reddy rees reeves reid reynolds rhodes rhys richards richardson
    riley roberts robertson robinson robson rodrigues rogers romano rossi rowe rowley rudd rushton russell russo ryan saeed sanders
    sanderson sandhu santos saunders schmidt schneider schofield shah shaikh sharma sharpe shaw sheikh shepherd sheppard sherwood siddiqui
    sidhu silva simmonds simmons simpson sinclair singh skinner slater smith sohal spencer stan stanley stanton stephens stephenson
    stevens stevenson stewart stokes sullivan sultana summers sutherland sutton swift sykes szymanski tanner tate taylor tennant thakur
    thomas thompson thorne thornton tolland townsend tran travis tucker turnbull turner tyler uddin underwood vaughan verma vickers
    vincent virk wade wainwright walker wallace walsh walters walton wang warner warren warsame waters watkins watkinson watson watts
    weaver webb weber webster weston wheatley wheeler whitaker whitehead whitehouse whitmore whittaker wilkins wilkinson williams
    williamson willis wilson winter wisniewski wojcik wong wood woods woodward worthington wozniak wright wyatt yang yates yeates yilmaz
    yusuf zaman zhang zhou zielinski
"""
GIVEN = frozenset(_GIVEN.split())
FAMILY = frozenset(_FAMILY.split())


def is_given(word: str) -> bool:
    """Of a folded word: somebody's first name."""
    return word in GIVEN or is_forename(word)
