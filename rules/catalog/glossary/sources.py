"""Where words come from: the publication that coined or settled each, beside the rulebook's own sources."""

from rules.framework import Source

_ARXIV = "https://arxiv.org/abs/"


def _paper(key: str, title: str, number: str) -> Source:
    return Source(key, title, f"{_ARXIV}{number}")


GLOSSARY_SOURCES: tuple[Source, ...] = (
    _paper("lewis-2020", "Lewis et al. 2020, retrieval-augmented generation", "2005.11401"),
    _paper("sbert-2019", "Reimers and Gurevych 2019, Sentence-BERT", "1908.10084"),
    _paper("hnsw-2016", "Malkov and Yashunin 2016, nearest neighbors in navigable graphs", "1603.09320"),
    _paper("dpr-2020", "Karpukhin et al. 2020, dense passage retrieval", "2004.04906"),
    Source("bm25-2009", "Robertson and Zaragoza 2009, BM25 and beyond", "https://doi.org/10.1561/1500000019"),
    Source("rrf-2009", "Cormack et al. 2009, reciprocal rank fusion", "https://doi.org/10.1145/1571941.1572114"),
    _paper("rerank-2019", "Nogueira and Cho 2019, passage re-ranking with BERT", "1901.04085"),
    _paper("ragas-2023", "Es et al. 2023, Ragas: evaluation of retrieval-augmented generation", "2309.15217"),
    _paper("hyde-2022", "Gao et al. 2022, precise zero-shot retrieval (HyDE)", "2212.10496"),
    _paper("graphrag-2024", "Edge et al. 2024, from local to global: GraphRAG", "2404.16130"),
    _paper("selfrag-2023", "Asai et al. 2023, Self-RAG", "2310.11511"),
    _paper("gpt3-2020", "Brown et al. 2020, language models are few-shot learners", "2005.14165"),
    _paper("cot-2022", "Wei et al. 2022, chain-of-thought prompting", "2201.11903"),
    _paper("bpe-2015", "Sennrich et al. 2015, subword units", "1508.07909"),
    _paper("lost-2023", "Liu et al. 2023, lost in the middle", "2307.03172"),
    _paper("topp-2019", "Holtzman et al. 2019, the curious case of neural text degeneration", "1904.09751"),
    _paper("react-2022", "Yao et al. 2022, ReAct", "2210.03629"),
    Source("mcp-2024", "Model Context Protocol, specification", "https://modelcontextprotocol.io"),
    _paper("spider-2018", "Yu et al. 2018, Spider: text-to-SQL", "1809.08887"),
    _paper("frugalgpt-2023", "Chen et al. 2023, FrugalGPT", "2305.05176"),
    _paper("foundation-2021", "Bommasani et al. 2021, foundation models", "2108.07258"),
    _paper("slm-2025", "Belcak et al. 2025, small language models in agents", "2506.02153"),
    _paper("flan-2021", "Wei et al. 2021, instruction-tuned models", "2109.01652"),
    _paper("lora-2021", "Hu et al. 2021, LoRA", "2106.09685"),
    _paper("qlora-2023", "Dettmers et al. 2023, QLoRA", "2305.14314"),
    _paper("adapters-2019", "Houlsby et al. 2019, parameter-efficient transfer learning", "1902.00751"),
    _paper("dapt-2020", "Gururangan et al. 2020, don't stop pretraining", "2004.10964"),
    _paper("distill-2015", "Hinton et al. 2015, distilling the knowledge in a neural network", "1503.02531"),
    _paper("rlhf-2022", "Ouyang et al. 2022, following instructions with human feedback", "2203.02155"),
    _paper("dpo-2023", "Rafailov et al. 2023, direct preference optimization", "2305.18290"),
    _paper("ewc-2016", "Kirkpatrick et al. 2016, overcoming catastrophic forgetting", "1612.00796"),
    Source("kappa-2008", "Artstein and Poesio 2008, inter-coder agreement", "https://aclanthology.org/J08-4004"),
    _paper("selfinstruct-2022", "Wang et al. 2022, Self-Instruct", "2212.10560"),
    _paper("contamination-2023", "Oren et al. 2023, proving test set contamination", "2310.17623"),
    _paper("judge-2023", "Zheng et al. 2023, LLM as a judge", "2306.05685"),
    _paper("halluc-2022", "Ji et al. 2022, a survey of hallucination", "2202.03629"),
    Source("drift-2014", "Gama et al. 2014, concept drift adaptation", "https://doi.org/10.1145/2523813"),
    Source("prov-2013", "W3C 2013, PROV overview", "https://www.w3.org/TR/prov-overview/"),
    Source("gdpr-4", "Regulation (EU) 2016/679, article 4", "https://eur-lex.europa.eu/eli/reg/2016/679/oj"),
    Source("rbac-2000", "Sandhu et al. 2000, the NIST model for role-based access control",
           "https://doi.org/10.1145/344287.344301"),
    _paper("injection-2023", "Greshake et al. 2023, indirect prompt injection", "2302.12173"),
    Source("sre-2016", "Beyer et al. 2016, Site Reliability Engineering", "https://sre.google/sre-book/"),
    Source("madr", "MADR, Markdown Any Decision Records", "https://adr.github.io/madr/"),
)  # fmt: skip
