"""Forenames that are names in their own right, however near another one: Joan is not a slip for John."""

from domain.nicknames import long_forms

_COMMON = """
    aaron abdul abdullah abigail adam adele adrian agnes ahmed aidan aimee aisha alana albert alec alexa alexander alexandra alexis alfie alfred ali alice
    alicia alison amanda amber amelia amina amir amit amy ana andrea andrew angela angus anita anna anne annette annie anthony antonio april archie
    arthur asif asha ashley audrey austin ava barbara barry beatrice becky belinda ben bernard beryl beth bethany betty bilal bill billie billy blake bob
    bobby brad bradley brandon brenda brendan brett brian bridget bruce bryony callum calvin cameron carl carla carmen caroline carrie cathy
    cecil celia chantelle charlene charles charlotte chelsea cheryl chloe christian christina christine christopher ciara clara clare clifford
    clive cody colette colin connor conor corey courtney craig curtis cyril daisy dale damian damien dan dana daniel danielle danny daphne darren
    darryl dave david dawn dean deborah debra declan delroy denis denise dennis derek dermot desmond diana diane dilys dina dominic donald donna dora
    doreen doris dorothy douglas drew duncan dustin dwayne dylan eddie edith edna edward eileen elaine eleanor elijah elizabeth ella ellen ellie
    ellis elsie emily emma enid eric erica erin ernest esme esther ethan ethel eugene eunice eva evan eve evelyn faith farah fatima faye felicity finley
    fiona flora florence frances francis frank fred freddie frederick freya gail gareth gary gavin gemma gene geoffrey george georgia georgina
    gerald gerard gertrude gillian gina giles glen glenn gloria gordon grace graham gregory greta guy gwen gwyn hadiya hamza hannah hans harold harpreet
    harriet harrison harry harvey hassan hayley hazel heather heidi helen henry hilary hilda holly howard hugh hugo humphrey ian ibrahim ida imogen imran
    ingrid irene iris isaac isabel isla ivan ivor ivy jack jackie jackson jacob jade jaden jake james jamie jan jane janet janice janine
    jared jasmine jason javed jay jayden jayne jean jed jeffrey jemma jenna jennifer jenny jeremy jermaine jerome jess jessica jill jim jimmy
    joan joanne jodie joe joel john jonah jonathan jordan joseph josephine josh joshua joy joyce juan jude judith judy julia julian julie june
    justin kai kamil kane karen karl kate katherine kathleen katie katrina kay kayleigh keeley keith keira kelly kelvin ken kenneth keri kerry kevin
    khalid kieran kim kimberley kirk kirsten kirsty krystal kyle kylie lana lance laura lauren laurence layla leah leanne lee leila lena lenny leo leon
    leona leonard leroy lesley leslie lewis liam lily linda lindsey lionel lisa liz lloyd logan lois lola lorna lorraine louis louise luca lucas
    lucy luke lydia lyn lynn lynne mabel madeleine maisie malcolm mandy manish marc marcel marco marcus margaret maria marian marie marilyn marina mario marion
    marjorie mark marlene marlon martha martin mary mason matilda matthew maureen maurice mavis max maxine may maya megan mehmet mel melanie melissa
    melvin mercy meredith mervyn mia michael michelle mickey mike miles millie milo mina miranda miriam mitchell mohammed moira molly mona monica morgan
    muriel myra myrtle nadia nadine nancy naomi natalie natasha nathan neil nell nellie nerys niall niamh nicholas nick nicola nigel nina noah noel
    nora noreen norma norman olga olive oliver olivia omar oscar osman otis owen paige pamela parveen pat patricia patrick paul paula pauline pearl
    penelope penny percy perry pete peter petra philip phoebe phyllis pippa polly poppy priya quentin rachel rajesh ralph ramon ramona raymond
    rebecca reece reg reggie reginald rene rhiannon rhoda rhona rhys richard rita rob robert roberta robin robyn roderick rodney roger roland
    roman ron ronald ronan rory rosa rose rosemary rosie ross rowan roxanne roy ruby rufus rupert russell ruth ryan sabrina sadie sally sam samantha
    samuel sana sandra sanjay sara sarah scarlett scott sean selina serena seth shane shannon sharon sheila shelley shirley sian sid sidney sienna
    simon sonia sophia sophie spencer stacey stan stanley stella stephanie stephen steve stuart sue sunil susan suzanne sybil sylvia tamara tammy tania
    tanya tara tariq taylor ted terence teresa tess tessa theo theodore thelma thomas tim timothy tina toby todd tom tommy toni tony tracey travis
    trevor tricia trudy tyler una ursula usman valerie vanessa vera vernon veronica victor victoria vincent viola violet vivian vivien wallace walter
    wanda warren wayne wendy wesley wilfred will william winifred winston xavier yasmin yusuf yvette yvonne zac zachary zainab zara zoe
    piotr krzysztof tomasz pawel michal lukasz marcin agnieszka katarzyna malgorzata magdalena zofia siobhan aoife roisin ciaran gurpreet simran kiran meera
    hope grant
"""
FORENAMES = frozenset(_COMMON.split())


def is_forename(token: str) -> bool:
    """Of a folded token."""
    return token in FORENAMES or bool(long_forms(token))
