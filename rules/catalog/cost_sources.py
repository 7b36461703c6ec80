"""Where the assumptions about cost come from: published figures, and what the team itself answered."""

from rules.framework import Source

COST_SOURCES: tuple[Source, ...] = (
    Source("own-answer", "The band of that answer"),
    Source("gartner-2019", "Gartner 2019, survey of service leaders: $8.01 a live contact, $0.10 in self-service",
           "https://www.destinationcrm.com/Articles/CRM-Insights/Insight/"
           "Gartner-Survey-Finds-Self-Service-Insufficient-135436.aspx"),
    Source("hdi-tickets", "HDI benchmarks told by GHDSi: $6 to $40 and more for a service desk ticket",
           "https://www.ghdsi.com/blog/evaluate-reduce-it-service-desk-cost-per-ticket"),
    Source("moffatt-2024", "Moffatt v. Air Canada, 2024 BCCRT 149: C$650.88 for one wrong answer of a chatbot",
           "https://www.canlii.org/en/bc/bccrt/doc/2024/2024bccrt149/2024bccrt149.html"),
    Source("metnews-2025", "Metropolitan News-Enterprise 2025, fines of $1,750 to $10,000 for invented citations",
           "http://www.metnews.com/articles/2025/aibrief_120225.htm"),
    Source("klarna-2024", "Klarna 2024, 2.3 million conversations in a month, $40 million expected in a year",
           "https://bensbites.com/case-study/how-klarna-uses-ai"),
    Source("dataworld-2023", "Sequeda et al. 2023, questions to a database, directly and over a knowledge graph",
           "https://arxiv.org/abs/2311.07509"),
    Source("anthropic-prices", "Anthropic, list prices for a million tokens, autumn 2026",
           "https://platform.claude.com/docs/en/about-claude/pricing"),
    Source("fireworks-prices", "Fireworks AI, list prices of open models; tuned ones need a dedicated deployment",
           "https://docs.fireworks.ai/serverless/pricing"),
    Source("pinecone-prices", "Pinecone, least monthly use of the Standard and the Enterprise plan",
           "https://docs.pinecone.io/guides/organizations/manage-cost/understanding-cost"),
    Source("gpu-prices", "Prices of one GPU by the hour on AWS, from an A10G to an H100",
           "https://khaderz.com/en/ai-engineer-path/production/gpu-cost-modeling"),
    Source("bls-2024", "US Bureau of Labor Statistics, wages of software developers in 2024, 10th to 90th percentile",
           "https://www.bls.gov/oes/"),
    Source("databricks-2023", "Databricks 2023, a prototype of a hackathon; then two engineers and one month to tune",
           "https://www.databricks.com/blog/creating-bespoke-llm-ai-generated-documentation"),
    Source("fed-rates", "US Federal Reserve, G.5A, yearly average exchange rates 2020 to 2023",
           "https://federalreserve.gov/releases/g5a/20240201"),
)  # fmt: skip
