"""The words that steer, that change an answer, that name a question, and those that people say to each other."""

STEERING: dict[str, str] = {
    "back": """
        < back > | < undo > | < previous > | < go/step/one back > | go back to previous/last/one
        previous question/one/step | go back one
        < go back | step back | take that/it back | back one/up | one step/question back | last question again
        back please
        back to .. last/previous question | return to .. previous/last | undo that/it/last/my | < oops back
        wrong button | misclick | misclicked | clicked wrong | clicked .. wrong one
        see .. previous question | can .. go back | want to go back | need to go back | revert .. last | rewind
        """,
    "stop": """
        < stop > | < pause > | < quit > | < exit > | < later > | < cancel >
        stop here/now/it/this/for/please/asking | stop .. for now/today
        pause here/this/it/for/now/please/.. interview
        finish .. later/tomorrow/monday/another | continue .. later/tomorrow/next/monday/after/another | not now
        do .. later/tomorrow/another time | take/need .. break | enough for now/today | enough question
        that is enough | come back .. later/tomorrow
        hold .. for now | park this/it | end here/this/it/.. interview | i give up | let us stop/pause/break
        time for .. break | have to go/run/leave | gotta go/run | abort | resume .. later/tomorrow
        rest .. later/tomorrow | no time .. now | wrap up | call it .. day | leave it .. for now/today
        quit .. interview | cancel .. interview | freeze .. this
        stop .. and .. later | can .. stop | please stop | want to stop
        """,
    "resume": """
        < continue > | < resume > | < go on > | < carry on > | < proceed > | < go > | < next please >?
        < go ahead > | < ready > | < let us go > | am back | we back | i back | are back | < im back
        continue now/please/the/where/with/.. interview/.. question
        resume .. interview/now/it/please/where | pick up .. where/again | where .. left/stopped
        let us continue/resume/go on/carry on/proceed/get going | keep going | carry on .. with/where/please
        go on .. with/please | restart where .. left | back again | back now | ready to continue/go
        can .. continue | want to continue | unpause | move on with .. interview | start again where | ok continue
        continue >
        """,
    "skip": """
        < skip > | < pass > | < next > | skip this/it/that/one/the/please/for/to | can .. skip | next question/one
        < next please | pass on this/it | i pass | leave .. blank/empty/out/open | move on
        come back to .. this/it/that later | no comment | rather not say/answer | prefer not to
        do not want to answer | not applicable | < na > | does not apply | not relevant for us
        another question | ask .. something else | ask me .. later | leave this/that one | jump .. over/next | skip >
        """,
    "restart": """
        start over | restart | start again from | begin again | start from .. beginning/scratch/top/zero/start
        from the beginning/top | < reset > | reset .. everything/all/answer/interview/it
        wipe .. everything/all/answer/it | clear .. everything/all/answer/it | all over again | new start
        fresh start | start fresh | start anew | delete .. all/everything .. answer | do .. whole thing again
        begin .. anew/scratch | < start again > | from scratch please | throw .. away .. start
        back to .. start/beginning/square | redo .. everything/all/whole/interview
        """,
    "help": """
        < help > | < help me > | < help please > | < info > | < commands > | < menu > | need help >
        what can i type/say/write/do | what .. question again | what .. the question > | repeat .. question
        say .. question again | show .. question again | ask .. question again | what did you ask
        what were you asking | what was it you asked | list .. commands | how do i use/answer | how does this work
        show help | i need help
        which question .. on | where were we | where are we | see .. question again | lost the question
        """,
}
"""The words of each control."""

CHANGING = """
    change | fix | edit | correct | redo | revise | adjust | amend | reopen | open again | answer again | re answer
    revisit | reconsider | rethink | redo | modify | update | undo | different answer | another answer | alter
    go back to | back to | return to | do over | take back | re do | look again at | have another look
    """
"""Verbs with which people ask to give an answer again."""

WRONG = """
    was wrong | is wrong | are wrong | were wrong | not right | not correct | incorrect | mistake | is not true
    not true | a typo | messed up | got .. wrong | put .. wrong | misunderstood | should be different
    no longer right/true/correct/valid | answered .. wrong | needs? changing | does not hold
    """
"""How people say that an answer is wrong."""

CORRECTING = """
    actually | correction | update | i mean | i meant | we meant | make that | make it | make .. instead
    change .. to | changed to | instead of | rather than | should be | should say | should have been | scratch that
    forget that | wait | oops | my bad | sorry | forgot | not anymore | any more | no longer | now | meanwhile
    in the meantime | turns out | turn out | after all | it changed | switched | switch .. to | moved to | was wrong
    is wrong | not .. but | add | also add | remove | take .. off | drop | set .. to | put .. as | it is .. not
    we do have
    legal/boss/product/security/management/finance/infra/customer .. say/says/said/want/wants/decide/decided/tells?/told
    has changed | have changed | got it wrong | misspoke | misread | just learned | learned | found out | new info
    """
"""How people say that something is other than it was said before."""

REMOVING = """
    take .. off | take .. out | take .. away | remove | drop | delete | strike | cross .. out | no longer
    not anymore | not any more | is fixed | are fixed | got fixed | was fixed | solved | is gone | are gone
    went away | does not happen | not a problem anymore | minus | without | kick .. out | resolved | sorted out
    """
"""How people take a value off a list."""

NAMES: dict[str, str] = {
    "need": "need | what people need | need question | what .. they need",
    "freshness": "freshness | how often | frequency | change rate | update rate | rate of change | recency | how fresh",
    "source": "source | sources | where .. truth | truth source | where .. lives | data source",
    "corpus": "corpus | corpus size | how much information | how much there is | amount of information
    size of the corpus | amount of data",
    "hygiene": "hygiene | data quality | state of .. data | data state | quality of .. data | cleanliness",
    "receipts": "receipts | citation | showing source | show source | provenance | cite | citations | traceability",
    "access": "access | permission | who may see | who can see | visibility | rights",
    "failure": "failure | failures | how .. fails | failure mode | failing | failure list | list of failure",
    "examples": "example | examples | training data | number of example | labeled example | example count",
    "labels": "label | labels | labeling | label quality | agreement | label agreement | consistency",
    "evals": "eval | evals | evaluation | how we test | how we check | testing",
    "latency": "latency | speed | response time | how fast",
    "volume": "volume | traffic | request | requests | number of request | load | requests a day | request count",
    "ops": "ops | operation | what .. can run | what .. team can | team capability | operations",
    "stakes": "stakes | stake | cost of .. wrong | cost of .. error | wrong answer cost | what .. wrong answer | risk",
    "hosting": "hosting | where .. data .. go | data location | where .. runs | deployment | residency",
    "lookup": "lookup | look up | how .. found | how .. is found | search type",
    "action": "action | acting | answering or acting | actions",
    "check": "check | checking | how .. tell right | verification",
    "definition": "definition | what good output is | definition of good",
    "per_class": "per class | examples per class | per category | per label | class count | examples .. each class",
    "steadiness": "steadiness | stability | how stable | how steady",
    "model_size": "model size | size of .. model | model_size | which model",
}
"""The names by which people call a question."""

NOT_SURE = """
    not sure | unsure | do not know | not know | no idea | no clue | unknown | idk | not certain | uncertain
    can not say | can not tell | hard to say | hard to tell | tbd | tbc | to be determined | not decided | undecided
    nobody know | no one know | we will see | ask later | no opinion | not known | to be decided | to be confirmed
    have to ask | need to ask | must ask | would have to ask | need to check with | have to check with
    will check with | have to find out | need to find out | got to ask | gotta ask | no information | who know
    your guess is as good | beats me | haven't decided | not decided yet | open question | still open
    still discussing | not discussed | search me | never thought about | never measured | not measured | no data on
    could not tell you | could not say | haven't measured | wish i knew | wish we knew | ask me something easier
    not my area | not my department | above my pay
    not figured out | cant judge | can not judge | dont ask me | have not looked | not looked into | unclear
    up in the air | no numbers | not clear | have no number | impossible to say | difficult to say
    depends who you ask | clueless | shrug
    """
"""How people say that they do not know."""

COURTESY = """
    < thanks > | < thank you > | < cheers > | < great > | < cool > | < nice > | < awesome > | < ty >
    < much appreciated > | < thank you so much > | < thanks a lot > | < thanks a bunch > | < perfect > | < ok >
    < okay > | < got it > | < noted > | < good morning > | < good bot > | < well done > | < hi > | < hello >
    < hey > | < bye > | < see you > | < will do > | < understood > | < makes sense > | < i see > | < interesting >
    < wow > | < lol > | < good to know > | < alright > | < fair enough > | < great thanks > | < ok thanks >
    < super > | < love it > | < good stuff > | < brilliant > | < very helpful > | < that helps > | < merci >
    < danke >
    """
"""Words of plain courtesy that ask for nothing."""

TALK = """
    did you | have you | can you | could you | would you | will you | are you | do you | were you | you guys
    your turn | let me know | lmk | see you | talk later | call me | ask me | tell me | remind me | remember
    anyone/anybody/someone know/here/around/free/want/up/seen/got/else | same here | me too | i agree | +1
    good point | fair point | good idea | i think we | should we | shall we | let us | we should | we could
    how about | what about | not sure if we | do not forget | fyi | btw | by the way | heads up | moved to
    is moved | rescheduled | postponed | on my way | running late | be right | be there | give me .. minute
    in .. minute | in a meeting | see above | see below | as discussed | as i said | like i said | sounds good
    sounds great | works for me | looks good | lgtm | nice work | great work | good job | well done | congrats
    welcome | nevermind | never mind | ignore that | wrong channel | wrong thread | who is | who was | who will
    who can | whose | where is | where are | when is | when are | what time | which room | this afternoon
    this morning | tonight | on my desk | i will | i ll | i am going | on it | is done | is down | is up | for you
    to you | with you | take a look | check it out | check this | look at this | what do you think | thoughts | wdyt
    haha | lol | lmao | rofl | hihi | hehe | brb | afk | wfh | ooo | omg | wtf | lunch | coffee | standup | stand up
    daily standup | invite | birthday | pizza | beer | retro | sprint planning | calendar | agenda | guys | folks
    hi all | hey all | hi team | hey team | hello everyone | hi everyone | good morning | good night | morning all
    please | can someone | could someone | who else | hope | pto | vacation | holiday | weekend | weather
    happy friday
    """
"""Words that only people say to people: with them an unaddressed line is an answer only if it is nothing else."""

CHATTER = """
    meeting | room | slide deck | deck | sick | party | train | football | zoom | teams call | link | ping | dm
    dms | pr | pull request | merge request | code review | deploy | deployment | release note | hotfix | incident
    pager | on call | demo | jira board | offsite | candidate | hiring | okr | roadmap | board | one on one | sync
    notes from | recording | webinar | conference | yay | ugh | damn | tomorrow | yesterday | next week | last week
    i have to | i need to | i just | i can | agree with | thank | thanks | nice | wow | cool
    """
"""Words of the office around an answer: with them the words of an unaddressed line have to be mostly answer."""

UNTRUSTED = """
    unlabeled | unannotated | unchecked | unverified | unreviewed | raw
    not labeled/checked/reviewed/verified/annotated/trusted/cleaned/curated
    nobody .. checked/looked/reviewed/labeled/verified/trust/annotated/read
    never .. checked/reviewed/labeled/verified/looked/annotated | no label/labels/one .. checked?
    not .. trust/checked/reviewed/sure/verify | without label/labels | no idea .. good | quality unknown
    do not trust | half .. wrong | no quality control
    """
"""How people say that examples were not checked."""
