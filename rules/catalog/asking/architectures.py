"""What people call each architecture, by its name or by what one would do."""

from rules.catalog.asking.rows import Called

ARCHITECTURE_NAMES: tuple[Called, ...] = (
    Called("prompt", """
prompt|prompts|prompting|prompt engineering|few shot|zero shot|one shot|in context learning|icl|long context
system prompt/message|context stuffing|stuff ... prompt/context/window|put/paste/shove/throw/dump/chuck/load ... prompt/context
paste ... in/into|general/generic/plain/vanilla/stock/ordinary/normal/standard/ready model|off shelf model|base/frozen model
instructions alone/only|only instructions|instructions to model|good model .. handful/few/couple
few/couple/handful/some/good examples .. in/above/pasted|without training or retrieval|chatgpt/gpt/claude/gemini .. instructions
just ask model|well written/crafted instruction|good instruction|model as is|model out box|simply/merely asking|structured output
constrained decoding|everything/all/whole .. in prompt/context|plain gpt/chatgpt/claude|big context"""),
    Called("tools", """
tool|tools|live tool|tool/function/fn calling/call/use|api call/calls|call/hit/query/ask .. api/apis/endpoint/system/systems/erp/crm
query/ask/hit/read/use .. database/db/sql directly?|sql|text to sql|text2sql|nl2sql|mcp|live systems|live lookup/query/call/data/access
function/functions|call into .. system/systems|look .. up in .. sap/erp/crm/salesforce/jira/database/system/warehouse/api/backend/db|ping/pinging .. api/apis/system|connect/hook/plug/wire .. system/systems/erp/crm/api/database/warehouse
live/direct .. api/database/system|straight to .. api/database/system|apis|agent/agents|agentic"""),
    Called("rag", """
rag|retrieval|retrieve|retriever|retrieving|vector db/database/store/search/index|semantic search|search index|document/doc search/retrieval/lookup
search/searching .. document/documents/docs/wiki/files/manuals/policies/corpus|look up/things/it/them .. document/docs/wiki
look things up|lookup of/in documents|embeddings search|knowledge base search/lookup|index .. documents/wiki/corpus
search engine|looking things up|look .. up in .. documents/wiki/manuals/handbook|vdb|fetch .. documents/passages|passages|retrieving|search based|search"""),
    Called("fine_tune", """
fine tune|fine tuned|fine tuning|finetune|finetuned|finetuning|finetunes|fine tunes|ft|sft|lora|qlora|peft|dpo|rlhf|adapter|adapters
distill|distillation|distilled|train/training/trained .. model/llm/llama/mistral/something/network/thing/own/weights/bot/ai|trained
own/custom/bespoke/proprietary/tailored/special/specialized/dedicated/homegrown .. model/llm/ai|model of .. own
tuned model|tuning|tune|teach/teaching .. model|model .. trained|adapt/adapting .. model/weights|retrain|retraining|train it/one/ours/our/on
training alone|training run|build .. own model/llm|small specialized model|fine tooning|training"""),
    Called("hybrid", """
hybrid|hybrids|combination|combine|combining|combined|mix|mixture|blend|mixing|both of them|two together|two combined|having .. both|using both|both together|both worlds|do both|both approaches
rag/retrieval/search/tools/lookup .. and/plus/with/together/alongside/next .. ft/finetuning/tuning/lora/tuned/finetuned/finetune/sft/training
ft/finetuning/tuning/lora/finetuned/finetune/tuned .. and/plus/with/together/alongside/next .. rag/retrieval/search/tools/lookup
best of both|not/no both|just/have/use both"""),
)
"""Smallest first. Where "both" or a sum of two is said, it is the hybrid."""
