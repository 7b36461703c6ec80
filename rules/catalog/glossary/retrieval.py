"""Words of retrieval, and of what stands in the prompt."""

from rules.glossary import GlossaryEntry, entry

RETRIEVAL_TERMS: tuple[GlossaryEntry, ...] = (
    entry("rag", "retrieval augmented generation|retrieval-augmented generation|retrieval|retrieval augmented|r.a.g.",
          "RAG looks up passages that fit the question and lets the model answer from them. "
          "The model stays as it is; what changes is what it reads.",
          "A support bot finds the refund policy of today and quotes it.", "lewis-2020 F1", "source rag hybrid"),
    entry("knowledge base", "kb|knowledgebase|knowledge bases|wiki|help center|help centre",
          "A knowledge base is where a team keeps what it knows in writing. "
          "Its state sets how good looked-up answers can be.",
          "A help center with 400 articles, each with an owner.", "F4", "source hygiene"),
    entry("corpus", "document set|document collection|body of documents|corpora",
          "The corpus is all the material that answers may draw on. "
          "Up to about 250 pages fits one prompt; more has to be searched.",
          "3,000 pages of contracts.", "anthropic-2024", "corpus"),
    entry("indexing", "index|ingestion|index build|indexes|indices|ingest|indexing job",
          "Indexing reads documents ahead of time and files their pieces so that they can be found fast. "
          "It has to run again whenever documents change.",
          "A job every night that reads what changed in the wiki.", "F6", "ops rag"),
    entry("chunking", "chunk|chunks|chunk size|splitting|text splitter|chunked|chunk strategy",
          "Chunking cuts documents into pieces small enough to find and to read. "
          "Cut badly, the answer and its condition end up in different pieces.",
          "One chunk for each section of a manual.", "anthropic-2024 F4", "hygiene rag"),
    entry("chunk overlap", "overlap|sliding window|overlapping chunks",
          "Chunk overlap repeats the end of one piece at the start of the next. "
          "It keeps sentences together that a cut would part, and costs some room.",
          "Pieces of 500 words that share 50 with their neighbor.", "anthropic-2024", "rag"),
    entry("embedding", "embeddings|vector|vectors|embedding model|embedding vector|text embedding",
          "An embedding is a list of numbers that stands for the meaning of a text. "
          "Texts that mean alike get numbers that lie near each other, so a search can find them.",
          "“Money back” lands near “refund”.", "sbert-2019", "lookup rag"),
    entry("re-embedding", "reembedding|re embedding|re-indexing|reindexing|reindex|re-index|reembed|re-embed",
          "Re-embedding computes all those numbers anew, for example after a change of the embedding model. "
          "It is a running cost of retrieval that is easy to forget.",
          "A new model means a night of work for two million pieces.", "F6", "ops rag"),
    entry("vector database", "vector db|vectordb|vector store|vector index|ann index|vector databases|vector dbs|"
          "vectorstore|vector stores|vdb",
          "A vector database stores embeddings and finds the nearest ones quickly. "
          "It is one way to search by meaning; many databases have it built in.",
          "Postgres with pgvector.", "hnsw-2016", "ops rag"),
    entry("semantic search", "vector search|dense retrieval|knn search|similarity search|dense search|"
          "search by meaning",
          "Semantic search finds passages by what they mean, not by the words in them. "
          "It is strong on paraphrases and weak on exact names and numbers.",
          "“Laptop dead” finds “device does not start”.", "dpr-2020", "lookup rag"),
    entry("bm25", "keyword search|lexical search|sparse retrieval|full-text search|full text search|fts|okapi",
          "BM25 ranks documents by the words they share with the question, rare words counting more. "
          "It is old, cheap and hard to beat on exact names and codes.",
          "“Error E4021” finds just the page that holds it.", "bm25-2009", "lookup rag"),
    entry("hybrid search", "hybrid retrieval|dense plus sparse|rank fusion|rrf|reciprocal rank fusion|"
          "sparse plus dense",
          "Hybrid search asks by keyword and by meaning and merges both lists. "
          "It is a way to search, not the hybrid architecture, which has a tuned model in it.",
          "The part number comes from keywords, the symptom from meaning.", "rrf-2009 anthropic-2024", "lookup rag"),
    entry("reranking", "re-ranking|reranker|rerank|cross-encoder|cross encoder|re-rank|re-ranker|rerankers",
          "Reranking reads the first finds once more, closely, and puts the best on top. "
          "It costs some time and is often the cheapest gain in quality.",
          "Of 50 finds the five that answer the question go into the prompt.", "rerank-2019", "latency rag"),
    entry("top-k", "top k|topk|number of passages|top n|k value",
          "Top-k is how many of the best finds go into the prompt. "
          "Too few miss the answer, too many bury it.",
          "k = 5: five passages.", "chroma-2025", "rag"),
    entry("recall", "recall@k|recall at k|hit rate|recall rate",
          "Recall is the share of what should be found that was found. "
          "In retrieval: how often the needed passage is among those fetched.",
          "For 9 of 10 golden tasks the right page is in the top 5.", "dpr-2020", "evals rag"),
    entry("precision", "precision@k|context precision|precision at k",
          "Precision is the share of what was found that is of use. "
          "Low precision fills the prompt with noise.",
          "Two of five fetched passages matter: 40 of 100.", "ragas-2023", "evals rag"),
    entry("query rewriting", "query expansion|query transformation|hyde|multi-query|multi query|rewrite the query|"
          "query rewrite",
          "Query rewriting turns what a person typed into a better search. "
          "It fills in what they left out or tries several wordings at once.",
          "“And for teams?” becomes “price of the team plan”.", "hyde-2022", "lookup rag"),
    entry("metadata filtering", "metadata filter|filters|faceting|metadata filters|facets|metadata",
          "Metadata filtering narrows a search by known fields before meaning is compared. "
          "It keeps out wrong years, products and readers.",
          "Only contracts of 2025, only those this person may see.", "F4", "lookup access rag"),
    entry("graphrag", "graph rag|knowledge graph|kg|knowledge graphs|graph-rag",
          "GraphRAG first draws who relates to what from the documents, then answers from that map. "
          "It helps with questions over many documents and costs a lot to build.",
          "“Which suppliers share a director?”", "graphrag-2024", "lookup rag"),
    entry("agentic rag", "agentic retrieval|multi-hop retrieval|multi hop retrieval|multihop|multi-hop|multi hop",
          "In agentic RAG the model decides itself what to look up next, several times. "
          "It answers questions that no single search answers, slower and dearer.",
          "Find the supplier, then its contract, then the notice period.", "selfrag-2023", "lookup latency rag"),
    entry("retrieval miss", "retrieval misses|missed passage|retrieval failure|missed passages|retrieval failures|"
          "retrieval_miss",
          "A retrieval miss is a wrong answer because the needed passage was not fetched. "
          "The usual remedies are better chunks, keyword and meaning together, and reranking.",
          "The policy was in the wiki; the bot read three other pages.", "F11", "failure rag"),
)  # fmt: skip

PROMPT_TERMS: tuple[GlossaryEntry, ...] = (
    entry("prompt engineering", "prompting|prompt design|prompt|prompts|promt|prompt tuning by hand",
          "Prompt engineering gets the wanted answer by wording and examples alone. "
          "Nothing is trained and nothing is looked up, so it is the smallest thing to try.",
          "Instructions, four good examples and a schema.", "medprompt-2023", "need prompt"),
    entry("system prompt", "system message|system instruction|meta prompt|system instructions|system prompts|"
          "metaprompt",
          "The system prompt is the standing instruction in front of every request. "
          "It says who the model is, what it may do and in which form it answers.",
          "“Answer from the passages below; say so if they do not hold the answer.”", "gpt3-2020", "prompt"),
    entry("few-shot prompting", "few-shot|few shot|in-context learning|icl|zero-shot|one-shot|zero shot|one shot|"
          "fewshot|in context learning|few-shot examples|few shot prompting",
          "Few-shot prompting shows the model a handful of examples in the prompt. "
          "It often does what a training would, as long as the behavior can be shown in few.",
          "Five tickets with their category, then the new one.", "gpt3-2020", "examples definition prompt"),
    entry("chain of thought", "worked-out reasoning|worked out reasoning|"
          "cot|chain-of-thought|step by step|reasoning trace|reasoning traces|step-by-step",
          "Chain of thought lets the model write its steps before the answer. "
          "It helps with problems of several steps and costs time and tokens.",
          "“First the notice period, then the date, then the answer.”", "cot-2022", "failure latency prompt"),
    entry("token", "tokens|tok|tokenization|tokenizer|toks|tokenisation|tokeniser",
          "A token is the piece of text that a model reads and is paid by, about three quarters of a word. "
          "Prices, limits and speed are all counted in tokens.",
          "A page is about 400 to 500 tokens.", "bpe-2015", "corpus volume"),
    entry("context window", "ctx|ctx window|token window|window of tokens|context length|context size|max tokens|"
          "context|context windows|context limit|token limit",
          "The context window is how much a model can read at once: instructions, material and question together. "
          "What is beyond it does not exist for the answer.",
          "200,000 tokens, about 400 pages.", "self-route-2024", "corpus prompt"),
    entry("long context", "long-context|context stuffing|whole corpus in the prompt|cache-augmented generation|cag|"
          "cache augmented generation|long contexts",
          "Long context means to put all the material into the prompt and look nothing up. "
          "It works while the material is small; quality and price suffer as it grows.",
          "A handbook of 200 pages, cached, in every request.", "self-route-2024 chroma-2025", "corpus prompt"),
    entry("context overload", "context rot|lost in the middle|overloaded context|context_overload|context poisoning",
          "Context overload is a wrong answer although the right material was there, among too much else. "
          "Fewer and better chosen passages are the usual remedy.",
          "The clause stood on page 80 of 120 and was not heeded.", "lost-2023 chroma-2025", "failure corpus"),
    entry("prompt caching", "prompt cache|prefix caching|context caching|prompt caches|cached prompt|kv cache",
          "Prompt caching keeps the part of the prompt that never changes ready at the provider. "
          "Requests get cheaper and faster, which makes long prompts affordable.",
          "The handbook is read once an hour, not once a request.", "anthropic-2024", "corpus volume prompt"),
    entry("temperature", "temp|sampling temperature|top-p|top p|nucleus sampling",
          "Temperature sets how much chance there is in the choice of each word. "
          "At 0 answers hardly vary; higher, they vary more, and so do mistakes.",
          "0 for sorting tickets, 0.8 for slogans.", "topp-2019", "prompt"),
    entry("structured output", "strict format|a strict format|schema|"
          "structured outputs|json mode|json schema|schema output|json output|structured json",
          "Structured output makes the model answer in a given form that a program can read. "
          "Many providers guarantee the form; the content can still be wrong.",
          "An invoice as JSON with date, sum and tax.", "openai-2024", "failure prompt"),
    entry("constrained decoding", "decoding|guided decoding|constrained generation|grammar-based decoding|gbnf|"
          "grammar based decoding|constrained sampling|guided generation",
          "Constrained decoding lets the model choose only words that keep to a grammar or schema. "
          "The form cannot break, without any training.",
          "Only “yes”, “no” or “unclear” can come out.", "geng-2023", "failure prompt"),
)  # fmt: skip
