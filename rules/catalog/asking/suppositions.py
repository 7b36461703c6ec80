"""The words that make a supposition of what follows, that say an answer has changed, and that ask for the verdict then."""

SUPPOSES = """
what if|what about if|how about if|suppose|supposing|assume|assuming|imagine|let us say|< say|pretend|hypothetically|< in case|in case that/of|if|< provided|< given that|what happens when/if
presuming|in .. event|unless|let .. assume|< consider|< and say|< but say|as soon as
"""
"""Words after which something is supposed."""

LEANS = """
< what about|< how about|< and when|< but when|< when|< with|< without|< and with|< but with|once|even if|same .. with|< only|< just|< no|< w|and when|whenever
"""
"""Words that suppose something where nothing else is asked."""

INVERTED = frozenset({"were", "had", "should"})
"""Words that suppose at the very beginning: "were we to", "should access be"."""

ASKS_THEN = """
what then|then what|now what|so what then|would .. you/it/that/verdict/recommendation/advice/outcome/answer/decision/things .. still/change/be/say/recommend/suggest/different/differ/drop/pick/choose/switch/hold/stand|would .. change
does/do/did/will .. that/it/this/things/anything .. change/changes/matter/alter|does .. $VERDICT .. stand/hold/change/survive|still .. rag/retrieval/tools/prompt/prompting/hybrid/fine/finetuning/no/same/hold/stand|same $VERDICT|different $VERDICT
what .. changes|what .. would .. you .. $PICK|what .. you .. $PICK|what .. recommend|change .. things/anything/something|any .. difference|would .. make .. difference|would follow|would be .. assessment/view/verdict|make .. difference|makes .. difference|be .. different|where .. does .. leave|where .. would .. leave
which .. one .. then|what .. would .. be|what .. happens|new $VERDICT|instead|what .. say .. then|then > |verdict > |would .. stand|do .. things .. change
"""
"""Words that ask for the verdict under a supposition."""

CHANGED = """
now|correction|update|updated|actually|no longer|not .. longer|not .. any .. more|anymore|these days|nowadays|has/have changed|as of|from now|from .. on|meanwhile|in .. meantime|recently
yesterday|today|finished|completed|moved|switched|switch|migrated|signed off|confirmed|from monday|last/this week/month/quarter
scratch/ignore/forget .. what/answer|after all|any more|from .. today|please/kindly .. log/amend/update/change/correct/record/note/adjust/fix|amend|correct|fyi|for .. information|turns out|turned out|mistake|that/it/this/answer/entry/one was/is wrong|incorrect|misstated|mistaken|misspoke|should .. said|should .. read
scrap that|i meant|let .. you .. know|inform|approved|hired|finally|in .. total|effective|following|grown|risen|dropped|increased|decreased|gone up|gone down|come down|ok would|since launch|have since|we .. have .. got|as .. it .. happens
change that answer|do change|could you .. correct/update/amend/change|for the record|must read|no hurry|put .. down|in truth|not true|true more|we are at|legal would
"""
"""Words that say that something is not as it was answered."""

WAS = """
until now|used to|previously|formerly|no longer|not .. longer|told you|assumed|wrong|incorrect|originally|merely|scrap|scratch|ignore|not true|that answer|answer about
"""
"""Words that stand beside what held before a change."""
