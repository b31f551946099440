"""Words that people and places are named with here, where no package has them."""

_COMMON_STREETS = "High Street;Station Road;Church Lane;Victoria Road;Church Street;Park Road;Green Lane;Main Street;Manor Road;Mill Lane;Queen Street;King Street;School Lane;New Road;London Road"
_STREET_FIRST = (
    "Albert Alder Alma Ash Beech Birch Bridge Bramble Cedar Chapel Cherry Clifton Cromwell Elm Farm Fern Field Gladstone Grange Grove Hawthorn Hazel "
    "Heath Hill Holly Kent Laburnum Larch Lime Maple Marlow Meadow Milton Moor Nelson North Oak Orchard Park Pine Poplar Priory Richmond Rowan Salisbury "
    "Sandringham South Spring Stanley Sycamore Thorn Tudor Vicarage Walnut Wellington Well West Whitehall Willow Windsor Wood York"
)
_STREET_LAST = "Road Street Avenue Close Drive Lane Grove Crescent Way Gardens Terrace Court Place Walk Rise View"
_HOUSES = "Rose Cottage;The Bungalow;Orchard House;Hillcrest;The Old Forge;Ivy Cottage;Fairview;The Lodge;Oakdene;Sunnyside"
_MENS_NAMES_IN_A = "Raza Rana Mirza Raja Agha Khawaja Issa Baba Mojtaba Ata Fida Mulla Zia Yahya Musa Isa Zakaria"
_INDIAN_SURNAMES = "Singh Kaur Patel Sharma Shah Kumar Gill Mistry Begum Sandhu Sidhu Dhillon Gupta Desai Chauhan Parmar Mehta Joshi Rai Bains Rao Nair Das Roy"
_IRISH_SURNAMES = "Murphy Kelly O'Brien Ryan Walsh O'Connor O'Sullivan Byrne McCarthy Doyle O'Neill Gallagher Doherty Kennedy Lynch Murray Quinn McLoughlin Moore Brennan O'Reilly Daly Connolly Nolan O'Donnell Fitzgerald Burke McDonagh Joyce Duffy"
# Pairs of the nickname table that join two names which nobody in England takes for one.
_NOT_SAID = (
    "Robert-Bill Robert-Billy Hannah-Susan Susan-Hannah Paul-Polly Michael-Miguel Peter-Patrick Peter-Pate Andrew-Randy Mark-Marcus Emma-Emily "
    "Emma-Emeline Emily-Emeline Laura-Laurinda Lee-Leroy Lee-Elias Janet-Jessie Louise-Louis Joshua-Joe Leah-Ashley Roger-Bobby Charlotte-Sherry "
    "Ian-John John-Ian John-Ivan Claire-Clara Linda-Rosalyn Margaret-Daisy Lauren-Laurie Matthew-Mattie Jacqueline-Jack Catherine-Lena Amy-Amelia"
)
# English surnames from places are made of two parts, and most of them are rare.
_SURNAME_FIRST = (
    "Acker Adder Alder Ald Amber Apple Arle Arm Ash Ayl Bad Bag Bam Bar Barn Bas Bath Beck Bed Ben Birk Black Bland Bod Brad Bram Bran "
    "Broad Brock Brom Buck Bur Calder Can Carl Catter Chad Chal Charl Ched Chip Clay Clif Cock Col Cold Cop Cran Craw Crom Cud Dal Dar Den Dod Dun "
    "East Ed El Ell Fair Farn Fen Fern Fother Gar Gates Gil Gold Gras Green Grim Hag Hal Ham Har Hat Haw Hazel Heather Hed Hep Hol Hor Hud Hunt "
    "Ingle Kem Ken Kil Kirk Lam Lang Lay Ley Lin Litch Long Lud Man Mar Mel Mid Mill More Mort Nether New Nor Oak Od Or Ottle Pen Pick Pot Rad Rams "
    "Raven Red Rick Ring Rod Rother Rush Sad Sand Sax Scar Shef Shel Shire Silver Skel South Stain Stan Stock Sut Swin Tad Tatter"
)
_SURNAME_LAST = (
    "acre beach beck bourne bridge brook burn bury by cliffe combe cote cott croft dale dean den dike don field fleet ford gate gill grave greave "
    "ham hampton hay head hill holme holt house hurst ing ingham ington kirk land lands ley leigh low man mead mere more mount ness over pool ridge row "
    "royd say sett shaw side stall stead stock stoke stone stow strode thorpe thwaite ton tree wade water way well wick wood worth worthy wright yard"
)

COMMON_STREETS = tuple(_COMMON_STREETS.split(";"))
STREET_FIRST = tuple(_STREET_FIRST.split())
STREET_LAST = tuple(_STREET_LAST.split())
HOUSES = tuple(_HOUSES.split(";"))
INDIAN_SURNAMES = tuple(_INDIAN_SURNAMES.split())
IRISH_SURNAMES = tuple(_IRISH_SURNAMES.split())
SURNAME_FIRST = tuple(_SURNAME_FIRST.split())
SURNAME_LAST = tuple(_SURNAME_LAST.split())
NOT_SAID = frozenset(_NOT_SAID.split())
MENS_NAMES_IN_A = frozenset(_MENS_NAMES_IN_A.split())
