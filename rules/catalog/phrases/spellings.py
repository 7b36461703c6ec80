"""Common ways of writing the same words: short forms, chat spellings, British and American, frequent slips."""

CONTRACTIONS: tuple[tuple[str, str], ...] = (
    (r"for what (?=(?:do|did|does|would|will) (?:you|we|they|it)\b)", "why "),
    (r"for (?:what|which) (?:purpose|reason)s?", "why"),
    (r"need(?:n'?t| not)\b(?! only| just)", "do not need to"),
    (r"can'?t|cannot|cant", "can not"),
    (r"won'?t", "will not"),
    (r"shan'?t", "shall not"),
    (r"ain'?t", "is not"),
    (r"let'?s", "let us"),
    (r"dunno", "do not know"),
    (r"id (?=(?:like|love|prefer|rather|want|wish) (?:to|another)\b)", "i "),
    (r"(why|how|what|where|when)d", r"\1 did"),
    (r"(do|does|did|is|are|was|were|has|have|had|should|would|could|must|need)n'?t", r"\1 not"),
    (r"(i|you|we|they|he|she|it|that|there|who|what)'(?:s|re|ve|ll|d|m)", r"\1"),
    (r"'(?:s|re|ve|ll|d|m)", ""),
    (r"(?:kindly|pls|please|do) note(?: that)?", "please"),
    (r"no(?:thing| \w+) (?:that )?(i|we|you|one) (?:could|can) not", r"\1 can"),
    (r"w/o", "without"),
    (r"w/in", "within"),
    (r"and/or", "or"),
    (r"never ?mind", "nevermind"),
    (r"24x7", "24/7"),
    (r"10s (?=of\b)", "tens "),
    (r"100s (?=of\b)", "hundreds "),
    (r"1,?000s (?=of\b)", "thousands "),
    (r"10,?000s (?=of\b)", "tens of thousands "),
    (r"w/\s*", "with "),
    (r"n/a", "na"),
    (r"b/c", "because"),
    (r"(way|far|bit|is|are|was|its) to (?=(?:much|many|big|large|slow|expensive|costly|small|late)\b)", r"\1 too "),
    (r"to much", "too much"),
    (r"by[- ]?laws", "rules"),
)
"""Patterns of whole words, and what they stand for."""

_SPELLINGS = """
u=you ur=your y=why r=are pls=please plz=please plss=please thx=thanks ty=thanks tnx=thanks thru=through cuz=because
coz=because bc=because rn=now tho=though prob=probably probs=probably prolly=probably abt=about b4=before ppl=people
msg=message msgs=messages cust=customer custs=customers req=request reqs=requests sec=second secs=seconds
min=min mins=minutes hrs=hours hr=hour yr=year yrs=years wk=week wks=weeks mth=month mths=months mos=months
docs=documents doc=document db=database dbs=databases info=information infos=information convo=conversation
convos=conversations ctx=context eval=eval vs=versus nope=no nah=no yep=yes yup=yes yeah=yes ya=yes yess=yes
labelled=labeled labelling=labeling behaviour=behavior colour=color favour=favor catalogue=catalog centre=center
licence=license organisation=organization summarise=summarize analyse=analyze judgement=judgment programme=program
adress=address adresses=addresses recieve=receive seperate=separate definately=definitely definatly=definitely
tix=tickets qtr=quarter qtrs=quarters pp=pages pgs=pages gbs=gb mbs=mb tbs=tb
pdfs=pdf skus=sku gpus=gpu cpus=cpu llms=llm crms=crm kpis=kpi rfcs=rfc sops=sop urls=url slms=slm
teh=the annotator=labeler annotators=labelers embarassing=embarrassing embarassed=embarrassed
pct=percent prct=percent smth=something sth=something
q=question mln=million mio=million mill=million bln=billion cuppla=couple brill=brilliant
prev=previous wich=which becuase=because accross=across allways=always alot=lot neccessary=necessary
compair=compare compere=compare diffrent=different diferent=different acording=according begining=beginning
beleive=believe expirience=experience garantee=guarantee knowlege=knowledge langauge=language maintainance=maintenance
occured=occurred prefered=preferred refering=referring sugest=suggest suport=support thier=their untill=until
realy=really noone=nobody shes=she hes=he theyre=they
wats=whats wat=what whts=whats wht=what wot=what wots=whats btwn=between diference=difference differnce=difference
diffrence=difference differance=difference
qtrly=quarterly qrtly=quarterly mthly=monthly wkly=weekly yrly=yearly halluc=hallucinate hallus=hallucinate fmt=format
dayly=daily weekley=weekly weakly=weekly montly=monthly mothly=monthly quaterly=quarterly yearley=yearly chnaged=changed
"""
SPELLINGS: dict[str, str] = dict(pair.split("=") for pair in _SPELLINGS.split())
"""What is typed, and the word that it is."""
