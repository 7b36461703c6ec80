"""What people say that asks nothing and answers nothing: thanks, assent, a reaction, a word among colleagues."""

COURTESIES = """
thanks|thank you|thx|cheers|ta|ty|ok|okay|< k|great|cool|nice|perfect|brilliant|lovely|agreed|agree|fair enough|got it|understood|noted|clear|lgtm
sounds good|makes sense|good morning|good evening|hello|hi all|hi everyone|morning|welcome|congrats|well done|good job|good point|no problem|np
no more/further questions|no questions|let us go|lets go|go ahead|ship it|same here|me too|plus one|< this >|exactly|indeed|true|right you|all clear
will read|will look|will check|will take|will think|let me think|let me check|read .. later|later|bye|see you|talk soon|on it|done|interesting|i see
haha|lol|wow|oh|hm|hmm|whatever|i disagree|not convinced|i am agree|good to know|much appreciated|appreciated|spot on|fab|smashing|ace|all good
believe it when|i will believe|good work|very helpful|that helps|very clear|sorted|jolly good|quite right|hear hear|fine by me|works for me
"""
"""Phrases with which such a line begins, or of which it consists."""

OUTSIDE = """
weather|ignore .. rules/instructions/prompt|forget .. rules/instructions|hotel|restaurant|lunch|dinner|pizza|football|game|flight|airline|airlines|train ticket|ceo|cto|cfo|name of .. ceo|holiday|vacation|birthday|room|book/booking .. room
down right now|is .. down|server down|outage|status page|up and running|on call|gdpr|lawful|article #|legal advice|is .. legal|legally allowed|compliant|dpa|law
budget approved|our budget|budget .. confirmed|election|lift|elevator|approved .. budget|board approved|board .. approved|do .. have .. budget|headcount|hire|recruit|salary|salaries|how many engineers/people/developers|launch date|go live date|go live
deadline|when .. finished|when .. launch|when .. ready|when .. live|how long .. take/build|eta|release date|timeline|slack .. crash/slow/down|my phone/laptop/computer|crash/crashing|printer|vpn|canteen|cafeteria|parking|bank holiday|trade fair|vendor|vendors|supplier|suppliers|openai|anthropic|mistral|cohere|pinecone
weaviate|qdrant|milvus|aws|azure|gcp|google|microsoft|gpt|gpt4|gpt5|claude|gemini|llama|h100|a100|gpu|gpus|mmlu|benchmark/leaderboard|leaderboard|best llm/model|university|jira|works council|sky|weather|model is best|which model/llm
sign with|contract with|stock price|share price|exchange rate|news|who won|joke|poem|write .. code|write .. email|write .. script|code for|cup of tea|tea|coffee|meeting room
phone number|email address|password|api key|credentials|license terms|per token|big 3|big three|latest version|release|out yet|time is it|what time|today date
summarize .. meeting|minutes of .. meeting|jira|ticket number|order number|invoice|refund me|cancel .. order|hotels|cheapest .. now/today
"""
"""What is outside what ftrag knows: markets, vendors, laws, plans, weather."""
