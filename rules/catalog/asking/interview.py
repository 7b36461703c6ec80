"""What people ask back while a question of the interview stands open."""

from rules.catalog.asking.rows import Asking

HELP_BACK = Asking("help", """
can/could/may/should/do .. i/we/one/you .. pick/choose/select/tick/take/check/mark/give/name/say/answer .. more/several/two/both/multiple/many/all/combine|more than one|multiple answers/choices|only one|just one|several at once
how .. do/should/can .. i/we .. answer/reply/respond/type/pick/choose|what .. can/should/do .. i/we .. type/say/write/answer/reply|how many .. can/may/should .. i/we .. pick/choose/select|what .. options/choices|which .. options/choices|list .. options/choices
do/must .. i/we .. have/need .. to answer|in .. own words|free text|can i type|must i pick|is .. there .. other/another .. option/choice|none of these|none of the above|what .. if .. none .. fit/fits/apply/applies|who .. should .. answer|who .. can .. answer
rough/exact .. answer/number/estimate|how exact/precise/accurate|is .. estimate/guess .. ok/enough/fine|best guess|do .. you .. need .. exact|can i change .. later|can we change .. later|can i come back""")

WHY_BACK = Asking("why", """
why .. you/u/bot/we .. ask/need/want/care/know|why .. ask|why .. matter/matters/important/relevant|why .. this/that .. question|why .. is/are .. that/this/it|what .. that/this/it .. do with|what .. got to do with|what .. need .. for|what for|what .. purpose
how .. relevant/important|is/does .. that/this/it .. important/matter/relevant/necessary/needed|does .. matter|what .. difference .. make|what .. use .. for|what .. you .. do with|why .. does .. change|why > |how does .. help|what .. point of .. question|reason .. asking/ask/question""")

MEANS_BACK = Asking("glossary", """
what .. you/u .. mean|do you mean|you mean|what .. mean/means/meant|count/counts as|counts?|counted as|what .. counts|does .. include|does .. count|include/includes|included|mean by|meant by|what .. considered|fall/falls under|falls? into|where .. fall
what .. difference|difference between|for example|like what|such as|example|an example|what .. is/are .. a/an/the|define|explain|clarify|what .. small/big/large/fast/slow/many/few|how many/much/big/small/long/fast/often .. is/are|which .. one .. is|is .. it about|about .. what|per what|of what
what .. kind/sort/type of|what exactly|in which sense|in what sense|do .. we/you/i .. count|should .. we/i .. count|as in|meaning what|meaning|whose|from .. whose .. view|today or|now or later|what .. qualifies|qualify|does .. qualify|would .. be|would .. that .. be|is that .. the same""")
