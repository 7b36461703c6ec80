"""Words of tools and agents, of models, and of training them."""

from rules.glossary import GlossaryEntry, entry

TOOL_TERMS: tuple[GlossaryEntry, ...] = (
    entry("function calling", "typed calls|typed call|"
          "tool calling|tool use|fn calling|function call|function calls|tool call|tool calls|"
          "calling tools|api calling|fn call",
          "Function calling lets the model ask a program for something: a query, a booking, a calculation. "
          "The program answers, and the model goes on with the result.",
          "“Where is order 4711?” calls the shop's API.", "genegpt-2024", "source tools"),
    entry("agent", "agents|agentic|ai agent|agent loop|ai agents|agentic ai",
          "An agent is a model that plans and calls tools in several steps until a task is done. "
          "Each step can fail, so it needs limits and a log.",
          "It reads the ticket, checks the order, drafts the refund.", "react-2022", "action tools"),
    entry("mcp", "model context protocol|mcp server|mcp servers",
          "MCP is an open protocol by which programs offer tools and data to a model. "
          "Written once, a connector serves many assistants.",
          "One MCP server in front of the ticket system.", "mcp-2024", "source tools"),
    entry("text-to-sql", "text2sql|text to sql|nl2sql|text 2 sql|nl to sql|natural language to sql",
          "Text-to-SQL turns a question into a database query. "
          "The numbers are exact as long as the query is the right one.",
          "“Sales in Lyon last week” becomes a SELECT.", "spider-2018", "lookup source tools"),
    entry("tool error", "tool errors|tool failure|tool_error|tool failures|tool_errors",
          "A tool error is a wrong call, a wrong argument, or a call that failed. "
          "Fewer, clearer tools and errors that say what to do next help most.",
          "It asked for customer “Ana” where an id was needed.", "F11", "failure tools"),
    entry("routing", "router|model routing|intent routing|cascade|routers|model router",
          "Routing sends each request to the model or path that fits it. "
          "Easy ones go to a small, cheap model, hard ones to a big one.",
          "Greetings to the small model, contract questions to retrieval.", "frugalgpt-2023", "volume hybrid"),
    entry("live tools architecture", "live tools|tools architecture|tools only|tools alone",
          "Live tools, as an architecture, ground each answer in calls to systems such as databases and APIs. "
          "No documents are searched and no model is trained.",
          "A stock assistant that asks the warehouse system each time.", "genegpt-2024 F1", "source tools"),
    entry("hybrid", "hybrid architecture|the hybrid|hybrid approach|hybrid setup",
          "A hybrid, as an architecture, is a tuned model together with retrieval or tools. "
          "Facts are fetched, behavior is trained; both have to be run.",
          "A claims assistant that fetches clauses and writes in the house's form.", "F8", "need hybrid"),
)  # fmt: skip

TRAINING_TERMS: tuple[GlossaryEntry, ...] = (
    entry("foundation model", "base model|frozen model|pretrained model|llm|llms|large language model|"
          "foundation models|base models|frontier model|pre-trained model|language model",
          "A foundation model is a big model trained by its maker on very much text, ready for many tasks. "
          "Used as it is, it is called frozen: nothing of yours is trained into it.",
          "A model that you call through a provider's API.", "foundation-2021", "hosting prompt"),
    entry("small language model", "slm|small model|specialised model|specialized model|small models|slms|"
          "small language models|specialist model",
          "A small language model has about ten billion parameters or fewer. "
          "It is fast, cheap and runs on your own machines, and needs more teaching.",
          "A 7B model on one graphics card.", "slm-2025", "model_size hosting fine_tune"),
    entry("weights", "parameters|params|model weights|weight|parameter",
          "Weights are the numbers inside a model that training has set. "
          "What is in them cannot be looked up, cited or taken back for one reader.",
          "A 7B model has seven billion of them.", "foundation-2021 F3", "receipts access fine_tune"),
    entry("fine-tuning", "ft|finetuning|fine tuning|finetune|fine-tune|tuning|fine tune|finetuned|fine-tuned|"
          "fine tuned|finetunning|model tuning",
          "Fine-tuning trains a ready model further on your own examples. "
          "It teaches behavior, such as form, tone and sorting, and is no place for facts that change.",
          "2,000 reviewed summaries teach the house style.", "F2 gekhman-2024", "need examples fine_tune"),
    entry("supervised fine-tuning", "sft|instruction tuning|instruction fine-tuning|supervised fine tuning|"
          "instruction-tuning|supervised finetuning",
          "Supervised fine-tuning trains on pairs of an input and the answer it should get. "
          "It is the plainest kind of tuning and needs examples you trust.",
          "A ticket and the reply your best agent wrote.", "flan-2021", "examples fine_tune"),
    entry("full fine-tuning", "fft|full-parameter tuning|full finetune|full fine tuning|full finetuning|"
          "full parameter tuning|full-parameter fine-tuning",
          "Full fine-tuning changes every weight of a model. "
          "It can teach the most, costs the most, and forgets the most.",
          "All seven billion numbers are trained on eight cards.", "lora-2021", "ops fine_tune"),
    entry("lora", "low-rank adaptation|qlora|low rank adaptation|loras|lora adapter|lora adapters",
          "LoRA trains a small set of added weights and leaves the model as it is. "
          "It is the usual, cheap way to tune, and can be taken off again.",
          "An adapter of 50 megabytes beside a model of 14 gigabytes.", "lora-2021 qlora-2023", "ops fine_tune"),
    entry("adapter", "adapters|peft|parameter-efficient fine-tuning|parameter efficient fine-tuning|"
          "parameter efficient tuning",
          "An adapter is a small trained add-on to a model that stays unchanged. "
          "Several can share one model, one for each task or customer.",
          "One adapter for German tickets, one for French.", "adapters-2019", "steadiness fine_tune"),
    entry("continued pretraining", "continued pre-training|cpt|domain-adaptive pretraining|dapt|"
          "domain adaptive pretraining|continual pretraining|continued pre training",
          "Continued pretraining lets a model read much raw text of a field before it is tuned. "
          "It teaches the language of the field rather than facts you could rely on.",
          "50 million words of case law.", "dapt-2020", "examples fine_tune"),
    entry("distillation", "knowledge distillation|distilled model|teacher and student|student model|distil|distill|"
          "teacher model|distilling",
          "Distillation trains a small model on the answers of a big one. "
          "The small one becomes nearly as good at that one task, and much cheaper.",
          "A big model labels 50,000 tickets, a small one learns from them.", "distill-2015 hsieh-2023",
          "volume latency fine_tune"),
    entry("quantization", "quantisation|int8|4-bit|gguf|awq|quantized|quantised|4 bit|quantize|8-bit",
          "Quantization stores a model's weights with fewer digits. "
          "It then needs less memory and runs faster, at a small loss of quality.",
          "From 16 to 4 bits: a 7B model fits a laptop.", "qlora-2023", "hosting model_size"),
    entry("rlhf", "reinforcement learning from human feedback|human feedback",
          "RLHF trains a model on what people preferred among its answers. "
          "It is how makers taught models to be helpful; few product teams need it.",
          "Raters choose the better of two replies, 30,000 times.", "rlhf-2022", "check fine_tune"),
    entry("dpo", "direct preference optimization|preference tuning|direct preference optimisation|"
          "preference optimization",
          "DPO trains on pairs of a better and a worse answer, without the extra machinery of RLHF. "
          "It suits wishes that are easier to judge than to write down.",
          "Two drafts of a reply, and which one the team would send.", "dpo-2023", "definition fine_tune"),
    entry("catastrophic forgetting", "forgetting|catastrophic interference|catastrophically forget",
          "Catastrophic forgetting is the loss of older skills while a model learns new ones. "
          "Checks of the old skills after each training catch it.",
          "It sorts tickets well now, and has become rude in French.", "ewc-2016", "evals fine_tune"),
    entry("overfitting", "overfit|memorization|memorisation|over-fitting|overfits|over fitting",
          "Overfitting is learning the examples by heart instead of what they have in common. "
          "It shows when results are good on known cases and poor on new ones.",
          "99 of 100 on the training tickets, 70 on last week's.", "foundation-2021", "examples evals fine_tune"),
    entry("labelled examples", "labeled examples|labels|annotations|training data|ground truth|labelled data|"
          "labeled data|annotation|training examples|labelled example|labeled example",
          "Labeled examples are inputs together with the answer that people agreed is right. "
          "Their number and their agreement set what tuning can reach.",
          "400 tickets, each with the category two colleagues chose.", "F4", "examples labels fine_tune"),
    entry("label consistency", "agreement|agreement of the labels|"
          "inter-annotator agreement|iaa|kappa|annotator agreement|consistent labels|"
          "inter annotator agreement|cohen's kappa|label agreement",
          "Label consistency is how often two people give the same example the same label. "
          "A tuned model learns contradictions as faithfully as the rest.",
          "Two reviewers agree on 92 of 100 cases.", "kappa-2008 F4", "labels fine_tune"),
    entry("examples per class", "class imbalance|samples per class|shots per class|examples for each class|"
          "per class examples|class balance",
          "Examples per class is how many trusted examples the rarest kind has, not how many there are in all. "
          "Tuning learns a class from about twenty on; prompting can do with fewer.",
          "5,000 tickets, and eight of the kind “fraud”.", "loukas-2023", "per_class fine_tune"),
    entry("synthetic data", "generated data|synthetic examples|augmented data|data augmentation|"
          "synthetically generated data",
          "Synthetic data are examples that a model wrote, not people. "
          "They fill gaps cheaply and carry over the writer's mistakes.",
          "A big model invents 2,000 questions about the manual.", "selfinstruct-2022", "examples fine_tune"),
    entry("holdout set", "hold-out|train/test split|test split|validation set|hold-out set|holdout|hold out set|"
          "train test split|hold out",
          "A holdout set is kept back from training and used only to measure. "
          "Without one, nobody knows whether the model learned or memorized.",
          "Every tenth ticket is never trained on.", "foundation-2021", "evals fine_tune"),
    entry("data leakage", "leakage|contamination|test set contamination|test contamination|train test leakage|"
          "data contamination",
          "Data leakage is when the test's answers were in the training. "
          "Results then look better than they will be in use.",
          "The same customer's mails stand in both sets.", "contamination-2023", "evals fine_tune"),
    entry("classification", "classifier|labelling task|decision boundary|learned boundary|classifiers|"
          "labeling task|classifying",
          "Classification sorts each input into one of some known kinds. "
          "Where the line between them can only be shown by examples, tuning pays.",
          "Invoice, complaint or question.", "bucher-2024", "failure definition fine_tune"),
    entry("knowledge cutoff", "training cutoff|cut-off date|cutoff|knowledge cut-off|cutoff date|training cut-off|"
          "cut off date|cut-off",
          "The knowledge cutoff is the day after which a model has read nothing. "
          "Whatever is newer has to be fetched.",
          "Asked about this spring's prices, it gives last year's.", "freshqa-2023", "freshness"),
)  # fmt: skip
