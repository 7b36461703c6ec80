"""What people call each question of the interview when they ask who answered it, or what was answered."""

from rules.catalog.asking.rows import Called

FACT_NAMES: tuple[Called, ...] = (
    Called("need", "need|needs|what .. people/users .. need|facts or behavior|main need"),
    Called("freshness", """
freshness|fresh|how often/frequently .. change/changes/update/updated/updates/revised|change/update frequency|frequency
rate/pace/speed of change|often .. change/changes/updates|how fast .. change/changes|currency of|volatility|up to date|update cycle/rhythm/cadence
how current|how quickly .. change/changes|cadence"""),
    Called("source", """
source of truth|where .. truth/data/information/knowledge/facts .. live/lives/sits/comes/come/from|data source|where .. live/lives
where .. answers .. come/comes|source question|systems or documents|truth lives"""),
    Called("corpus", """
corpus|so/too many/much documents/pages/data|how many/much pages/documents/data/material/content/text/information|amount of data/documents/material/pages/content|number of pages/documents
size of .. corpus/data/material/documents/knowledge|volume of documents/pages/material|pages|corpus size|document count|how big|how large
how much there"""),
    Called("hygiene", """
hygiene|data quality|quality of .. data/documents/wiki/content|state/condition/shape of .. data/documents/wiki/content/docs/information
cleanliness|how clean|data state|messy|cleanness|document quality|tidy"""),
    Called("receipts", """
receipt|receipts|citation|citations|cite|citing|sources|showing sources|footnotes|provenance|traceability|references shown|proof
source references|show where|attribution|evidence requirement|auditability|audit"""),
    Called("access", """
access|permission|permissions|who .. see/sees/read|may see|can see|access rights/control|rights|confidentiality|authorization|visibility|acl|acls
who .. allowed .. see"""),
    Called("failure", """
failure|failures|how .. fail/fails|what .. goes/went/go wrong|failure modes|errors .. today|how .. prompt .. fail/fails/breaks|what .. fails|weakness
weaknesses|problems|current problems|defects|shortcomings"""),
    Called("examples", """
example/examples question/answer/entry/count|how many examples/samples/labels/annotations|number/count of .. examples/samples/labels|labeled examples/data
training data/examples|examples|samples|trusted examples|amount of labels/examples|annotations|sample size|labeled data"""),
    Called("labels", """
label/labels quality/question/consistency/agreement|labels|labeling|quality/consistency/agreement/reliability of .. labels/annotations
annotator agreement|whether .. labels|labels agree|label|kappa|agreement"""),
    Called("evals", """
eval|evals|evaluation|evaluations|checking answers|check answers|how .. check/test/evaluate/measure|testing|quality checks|test set|golden set
evaluating|how .. checked|evaluated|checks"""),
    Called("latency", """
latency|speed|response time|how fast/quick/quickly|fast|wait|waiting time|speed of answers|time limit|response times|answer time|time to answer
seconds|responsiveness"""),
    Called("volume", """
volume|traffic|requests|requests .. day|daily requests/volume/traffic/calls/queries|how many requests/calls/queries/users/questions|load|number of requests/calls/queries
call volume|usage|throughput|request volume|per day|queries|number .. day"""),
    Called("ops", """
ops|what .. team .. run/operate/handle|team can run|operations|capabilities|skills|what .. run|infrastructure|what .. able .. run|team capability/skills/capacity
competence|expertise|can operate|ml team|operational maturity|maturity"""),
    Called("stakes", """
stakes|cost of .. wrong/error/mistake/bad|consequence/consequences of .. error/mistake/wrong/failure|impact/severity/price of .. error/errors/mistake/mistakes/wrong
what .. wrong answer costs/cost|risk|risks|harm|damage|mistakes cost|severity|error costs|what happens .. wrong|stake|price of mistakes"""),
    Called("hosting", """
cloud|on prem|premises|servers|external provider|hosting|where .. data/information .. go/stored/stay/kept/processed/hosted/live/be/sent/held|data residency/location|residency|hosted|where .. host/hosted|deployment|data may go
storage location|where .. model .. run|data protection|on prem question|hosting question|cloud question|location of data|data processing"""),
    Called("lookup", "lookup|how .. found|how .. find|finding the answer|search method"),
    Called("action", "action|actions|whether .. acts|act|acts|answer or act|writes to systems"),
    Called("check", "how .. tell right/wrong|telling right from wrong|verifiability|checkable|how .. verified"),
    Called("definition", "definition of good|what good output|guide|written definition|whether .. written"),
    Called("per_class", "per class|examples per class|each class|class counts"),
    Called("steadiness", "steadiness|steady|stability of .. behavior|whether .. behavior .. changes|stability"),
    Called("model_size", "model size|size of .. model|how big .. model|small model"),
)
