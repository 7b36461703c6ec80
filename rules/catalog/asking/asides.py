"""What people put into a sentence for manners' sake and mean nothing by: it is left out before a sentence is read."""

_PAUSE = r"(?= *[,.?:;]| *$)"
_TROUBLE = r"(?:trouble|bother|hassle|problem|difficult|work|effort|to ask|okay?|all ?right|possible|convenient)"
_MOMENT = r"(?:moment|minute|second|sec|chance)"
_SAYING = r"(?:let us say|shall we say|say|as they say|so to (?:say|speak)|as it were|mind you|i (?:must|have to) say)"
_PLAIN = r"(?:perfectly |completely |brutally |totally )?(?:honest|frank|blunt|fair|clear)"
_HAS = r"(?:is |was |has |have |are |will be )?"
_WANTING = r"(?:ask|asking|want|wanting|looking|trying|here|propose|proposing)"
_TOUCH = r"(?:change|alter|touch|edit)"
_THINGS = r"(?:anything|something|a thing|(?:our|any|my|the) answers?)"
_SETTLED = r"(?:decided|agreed|settled|final|fixed|signed|official|certain|changed)"
_RUMOR = r"(?:rumou?r|talk|thought|idea|what if|thought experiment)"
_SIMPLE = r"(?:stupid|silly|dumb|naive|newbie|noob|basic)"
_FIRST = r"\b(?: with)?(?: you| here)?(?: first)?(?: before [^:?.;,]*)?"
ASIDES: tuple[str, ...] = (
    rf"\bif (?:it|that|this) (?:is|would) (?:not |be )?(?:too much |too |any |no |much )*{_TROUBLE}\b(?: to ask)?",
    rf"\bnot too much {_TROUBLE}\b",
    rf"\bif (?:i|we) may(?: ask| so)?\b{_PAUSE}",
    r"\bif you (?:do not|would not|would|did not) mind\b(?: me asking| my asking)?",
    rf"\bif you (?:could|would|can|please|like|will)\b{_PAUSE}",
    r"\bif you would be so (?:kind|good)(?: as to)?\b",
    rf"\bif you (?:have|get|got|can spare|could spare) (?:a|one) {_MOMENT}\b",
    r"\bif (?:at all )?possible\b",
    rf"\bwhen(?:ever)? you (?:have|get|find) (?:a|one|the) {_MOMENT}\b",
    rf"\b(?:to be|being) {_PLAIN}\b(?: with you)?|\bin all honesty\b",
    rf"(?<=,) *{_SAYING}(?= *,)",
    r"\b(?:i|we|he|she) (?:am|is|are|was|were) (?:just )?on the phone (?:to|with)\b[^,.;]*",
    r"^\W*(?:right|ok|okay|now|well|alright|all right|so) then\b(?= *,)",
    r"\bfor the life of (?:me|us)\b",
    r"(?<=and)[ ,]+(?:quite )?separately\b *,",
    rf"\b(?:no|without) (?:rush|hurry|pressure)\b{_PAUSE}",
    r"\bas (?:usual|always|ever|you know|we know|discussed|agreed|mentioned)\b(?= *,)",
    r"\bquick (?:question|one|q)\b *[:,-]?",
    rf"\b{_SIMPLE} question\b *[:,-]?(?: *(?:but|perhaps|maybe|probably|sorry)\b)?",
    rf"\b(?:i am|we are|i do|we do) not {_WANTING}(?: you| anybody)? to {_TOUCH} {_THINGS}\b(?: yet| now)?",
    rf"\b(?:nothing|none of (?:this|that|it)) {_HAS}(?:been )?{_SETTLED}\b(?: on)?(?: yet| so far| for now)?",
    r"\b(?:nothing|none of our answers) (?:should|must|shall|needs to) be (?:changed|altered|touched)\b(?: yet)?",
    rf"\b(?:it|that|this) is (?:only|just|nothing but|merely) (?:an? )?{_RUMOR}\b",
    r"\blet me ask(?: you)?\b(?: straight| plainly| this| directly| outright)?",
    rf"\bi (?:thought|figured) i (?:would|might|could) (?:just |better )?(?:ask|check){_FIRST}(?= *[:.,]| *$)",
    r"^\W*(?:small|quick|short|brief|minor) (?:update|note|correction|heads up) from [^,.;:]*",
    (
        r"\b(?:whatever|no matter what|regardless of what) (?:the |our |your |his |her |their )?[a-z]+(?: [a-z]+)? "
        r"(?:says?|said|thinks?|claims?|states?|wants?|promises?)\b"
    ),
    rf"\b(?:nothing|none of the) (?:else|other answers?|rest) {_HAS}(?:moved|changed|different|affected)\b",
    r"^\W*(?:gentle |friendly |quick |small |just a )?reminder\b *[:,-]?(?= *[a-z])",
    r"^\W*(?:and |but |because )?if (?:none|nothing|neither)(?: (?:does|do|is|are|will|can|would))? *,[^?!]*$",
    r"\b(?:forgive|excuse|pardon) (?:me|my [a-z]+|the [a-z]+)\b *,?",
)
"""Patterns in lower case, with contractions written out."""

_AM = r"(?:i|we) (?:would|should|will|shall) (?:be|feel) (?:very |most |ever so |so |really )*"
_KIND = r"(?:kind|good|nice|helpful)"
_WISH = (
    r"(?:may|might|could|can) (?:i|we) (?:please |kindly |just |also )*(?:ask|trouble|bother|request|beg) (?:you )?to"
)
_AMENDING = (
    r"(?:correct|amend|chang|updat|adjust|alter|modify|revis|replac|fix|put|record|not|log|enter|register|set|writ|tak)"
)
POLITELY: tuple[str, ...] = (
    (
        rf"\b(?:would|could|will|can) you (?:please |kindly |perhaps |maybe )*be (?:so |as |very )?{_KIND}(?: enough)?"
        rf"(?: as)? (?:to|and)\b(?! say\b)"
    ),
    rf"\b(?:please |kindly )?be so {_KIND}(?: enough)?(?: as)? (?:to|and)\b",
    (
        rf"\b{_AM}(?:obliged|grateful|thankful|glad|happy|pleased|indebted|delighted) (?:to you )?if you"
        rf"(?: could| would| can| might)?(?: please| kindly)?(?= {_AMENDING})"
    ),
    (
        rf"\b(?:i|we) (?:would|should) (?:very much |greatly |really )*appreciate (?:it )?if you"
        rf"(?: could| would)?(?= {_AMENDING})"
    ),
    rf"\b{_WISH}\b(?: please| kindly)?",
    (
        r"\b(?:i|we) (?:must|have to|would|should|need to|want to|would like to)(?: kindly| now)? "
        r"(?:ask|request|beg) (?:you )?to\b"
    ),
    rf"\b(?:would|do) you mind(?= {_AMENDING}\w*ing\b)",
    rf"\bwould it be possible to(?= {_AMENDING})",
)
"""How people ask for something at length: it is read as "please"."""
UNASKED = rf"^\W*please +(?:also +|just +|kindly +|then +)*{_AMENDING}(?:e|ed|es|ing|te|ting)?\b"
"""What is then an order, though a question mark ends it: "could I trouble you to change that?"."""
