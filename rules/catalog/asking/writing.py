"""How people write the words of questions: chat spellings, slips that no rule of likeness catches, contractions."""

_CHAT = """
surely= rt=real_time anserd=answered answerd=answered anserred=answered saied=said esle=else aks=ask pya=pay sayd=said bilt=built sombody=somebody screwup=mistake screwups=mistakes cockup=mistake cockups=mistakes reponse=response loose=lose u=you ur=your urs=yours y=why r=are pls=please plz=please plss=please pleas=please thx=thanks tnx=thanks ty=thanks thru=through cuz=because
coz=because cos=because bc=because rn=now tho=though abt=about b4=before ppl=people wat=what wut=what wht=what wot=what wats=what_is whats=what_is
whos=who_is whys=why_is hows=how_is wheres=where_is whens=when_is thats=that_is its=it_is theres=there_is wy=why whi=why hav=have hv=have
dont=do_not doesnt=does_not didnt=did_not isnt=is_not arent=are_not wasnt=was_not werent=were_not hasnt=has_not havent=have_not
hadnt=had_not shouldnt=should_not wouldnt=would_not couldnt=could_not cant=can_not cannot=can_not wont=will_not mustnt=must_not neednt=need_not
shoudnt=should_not woudnt=would_not coudnt=could_not dosnt=does_not doesn=does_not
gimme=give_me lemme=let_me gonna=going_to wanna=want_to gotta=have_to dunno=do_not_know sb=somebody smth=something smb=somebody sth=something
atm=now asap=soon wrt=about fwiw= imo= imho= btw= tbh= afaik= pros=pros ft=ft incl=including w=with wo=without
labelled=labeled labelling=labeling unlabelled=unlabeled behaviour=behavior colour=color favour=favor favourite=favorite catalogue=catalog
centre=center licence=license organisation=organization summarise=summarize analyse=analyze judgement=judgment programme=program
quantisation=quantization optimisation=optimization tokenisation=tokenization memorisation=memorization specialised=specialized customised=customized
confidant=confident wich=which witch=which frist=first wrold=world teh=the hte=the rong=wrong wront=wrong cots=cost csot=cost meen=mean menas=means
anwser=answer anser=answer aswer=answer awnser=answer mutch=much exmaple=example exampel=example reson=reason resaon=reason
finetunning=finetuning finetunig=finetuning fintuning=finetuning fientuning=finetuning promt=prompt promts=prompts promting=prompting
informations=information datas=data evidences=evidence advices=advice feedbacks=feedback softwares=software docs=documents doc=document
cust=customer custs=customers req=request reqs=requirements secs=seconds sec=second mins=minutes hrs=hours yrs=years yr=year wk=week
reasonably=fairly mth=month db=database dbs=databases info=information conf=confidence def=definition upd=update eg=example ok=okay k=okay
mio=million thousnad=thousand thousend=thousand milion=million hundert=hundred
qn=question ques=question qs=questions diff=difference vs=versus v=versus eli5=eli5 wdym=wdym
"""
CHAT: dict[str, tuple[str, ...]] = {
    typed: tuple(meant.split("_")) if meant else ()
    for typed, _, meant in (pair.partition("=") for pair in _CHAT.split())
}
"""What is typed, and the words that it is."""

CONTRACTIONS: tuple[tuple[str, str], ...] = (
    (r"([a-z])\1{2,}", r"\1"),
    (r"\$/(?=[a-z])", "cost per "),
    (r"\b1st\b", "first"),
    (r"\bcock-?ups?\b|\bscrew-?ups?\b", "mistakes"),
    (r"^\W*#(?=[a-z])", "how many "),
    (r"isation(s?)\b", r"ization\1"),
    (r"\bcan't\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"\bshan't\b", "shall not"),
    (r"\bain't\b", "is not"),
    (r"n't\b", " not"),
    (r"\blet's\b", "let us"),
    (r"\b(what|who|where|how|why|when|that|it|there|here|he|she|which|one)'s\b", r"\1 is"),
    (r"\b(what|who|where|how|why|when|that|it|there|which)'(?:re|r)\b", r"\1 are"),
    (r"'re\b", " are"),
    (r"'ve\b", " have"),
    (r"'ll\b", " will"),
    (r"'d\b", " would"),
    (r"'m\b", " am"),
    (r"'s\b", ""),
    (r"\bw/o\b", "without "),
    (r"\bw/(?=\s|\d)", "with "),
    (r"\bb/e\b", "break even"),
    (r"\bb/c\b", "because"),
    (r"\be\.g\.?", "example"),
    (r"\bi\.e\.?", "that is"),
    (r"\btext-to-sql\b|\btext2sql\b", "text to sql"),
    (r"\bp(?:95|99|50)\b", "p95"),
)
"""Patterns and what they stand for, in the order in which they are tried."""
