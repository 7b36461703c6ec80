"""How people say what an answer must show, and who may see what."""

from rules.catalog.phrases.rows import Said

_RECEIPTS = (
    Said(
        "receipts",
        "none",
        own="""
        no $PROOF need/necessary/required | $PROOF .. not .. need/necessary/required/matter/important
        not need .. $PROOF
        nobody .. ask/care/want/check/read/look/click .. $PROOF/where/it | no need .. $PROOF
        """,
        here="""
        no need | not needed | nobody ask/care/check/look/read/click/want | nobody would | no one ask/care/check
        never ask | not required
        do not care where | do not need/care/matter/bother | not necessary | unnecessary | pointless | not important
        useless | irrelevant
        not really | not at all | never | not relevant | no point | just .. answer | only .. answer | who care
        does not matter | overkill
        never .. come up | no interest | no demand | not for us | nope | could not care less | nothing to show
        creative
        """,
        bare="< no | no >",
    ),
    Said(
        "receipts",
        "helpful",
        own="""
        $PROOF .. nice/help/helpful/good/useful/optional/bonus/plus/preferred/appreciated | nice .. $PROOF
        good .. $PROOF
        like .. $PROOF | prefer .. $PROOF | $PROOF .. not must/mandatory
        """,
        here="""
        nice to have | would be nice | nice | optional | sometimes | preferably | good to have | if possible
        would help/helps? | helpful | help
        not hurt | not a dealbreaker | no dealbreaker | not a deal breaker | no deal breaker | bonus | plus
        not a must | not mandatory
        not strictly | not .. required but | not essential/critical/crucial/vital | welcome | appreciated
        would like | would love | like to see
        some .. ask/want/like/check | now and then | occasionally | adds? trust | builds? trust | more trust
        ideally | should not must | prefer
        useful | from time to time | a good idea | would be good/great/cool/useful/appreciated/handy | handy
        desirable | desired | low priority
        can live without | could live without | not a show stopper | no showstopper | recommended | not always
        convenient | be good | cool | p2
        could be/help | not a blocker | would not mind | wish list | later maybe | not needed but
        """,
        hint="trust | maybe | would",
    ),
    Said(
        "receipts",
        "required",
        own="""
        must .. $SHOW .. where/source/from/origin/it/reference/page/it/basis | must cite | must be traceable
        must .. $PROOF | always $SHOW $PROOF
        need .. $PROOF | $PROOF .. must/mandatory/required/needed/essential/always/obligatory/requirement
        every answer .. $PROOF
        
        customer/user/client/they/people/agent/expert/doctor/lawyer .. demand/insist/want/require/expect/need .. $PROOF
        no $PROOF no answer/trust/go
        not .. accept/trust/use/buy/believe/sign/take/approve/allow/work .. without
        see/sees/show/shows/know .. where .. come/comes/came from
        without .. $PROOF .. nobody/not/useless/worthless/nothing/no | answer .. $PROOF .. must/always
        require .. $PROOF
        has to $SHOW/cite/link/quote .. where/source/page/$PROOF/paragraph
        """,
        here="""
        must | always | citation | mandatory | needed | required | with $PROOF
        cite .. source/page/paragraph/clause | auditable | traceable
        absolutely | definitely | of course | certainly | sure | obligatory | for sure | no way around | every time
        each time | essential
        has to | have to | needs to | crucial | critical | vital | indispensable | a must | must have | dealbreaker
        deal breaker | non negotiable
        customers? insist/demand | click through | verify .. themselves | checkable | verifiable | provenance
        trace back | show me .. source
        nobody .. trust/believe/use .. without | not trust .. without | otherwise nobody | otherwise .. not trust
        be able to check/verify/prove
        page number | footnote | link to .. source/document/page/original/article | every .. claim | in all cases
        yes always | not optional
        the whole point | links? to | wants? to see where | prove where | hard requirement | b2b customer
        where .. come/came from
        """,
        hint="check | prove | trust",
        bare="< yes | yes > | < sure",
    ),
    Said(
        "receipts",
        "regulated",
        own="""
        $LAW .. want/wants/require/requires/demand/ask/asks/need/needs/insist/say/force/check/expect .. $PROOF/it/us/trail/trace/traceability/document
        by law | legally required/obliged/bound | $PROOF .. by law/regulation | audit trail/proof | audit .. $PROOF
        regulated | for audit/auditor
        $PROOF .. for $LAW | required by .. $LAW
        """,
        here="""
        law | regulation | legal requirement | legally | compliance | audit | auditor | regulator | regulated
        regulatory | gdpr | hipaa | fda
        bafin | fca | sec | sox | finra | iso | mifid | mdr | gxp | gmp | medical device | ai act | eu act | pharma
        bank/banking/financial supervision
        statutory | supervisor | supervisory | inspector | authority | authorities
        legal/compliance .. require/demand/insist/want/oblige/ask/say/need
        obliged | obligation | central bank | court | ombudsman | certification | certified | legal department
        insurance act | ministry
        we are a bank | finance industry | nis2 | dora | soc 2 | soc2 | ema | clinical | by contract and law | fda
        data protection officer
        """,
        hint="bank | legal | official | medical | government",
    ),
)

_ACCESS = (
    Said(
        "access",
        "everyone",
        own="""
        everyone/everybody/anyone/anybody/all/$PEOPLE .. see/sees/read/access/view .. everything/all/it/same/anything/whole/any
        no .. permission/restriction/acl/access .. needed/control/rights? | all .. same access/rights/permission
        nothing .. secret/confidential/restricted
        same .. for everyone/everybody/all | open to everyone/all/everybody/anyone
        visible to everyone/all/everybody | no secret | no access restriction
        """,
        here="""
        everyone | everybody | anyone | anybody | all of it | public | publicly | no restriction | open | no limit
        all user | all employee
        whole company | entire company | company wide | whole team
        nothing secret/confidential/sensitive/private/hidden | no secret | not confidential
        not secret | not sensitive | not restricted | everything | all see | see all | see everything
        mostly/almost/nearly everyone/everybody/all/anyone | no permission | no difference | same for all
        on .. website | open source | published | free for all | no login | anonymous | unrestricted | no role
        no acl | public anyway
        same rights | same for everyone | full access | open book | whoever | no segregation | transparent
        available to all | common
        """,
        hint="all | internal | whole",
        bare="< yes | yes > | < sure",
    ),
    Said(
        "access",
        "per_user",
        own="""
        per role | per user | per customer | per tenant | per department | per team | per country | by role
        role based | row level | need to know
        permission | acl | rbac | access right/control | each/everyone/everybody/every/all .. only .. own
        only .. see .. own | see .. only .. own | only .. their own | own data/order/account/record/file/case only
        not everyone/everybody/all .. see/sees/may/can/allowed | some .. not/only .. see
        depends on .. role/user/person/team/department/who/login/rank
        must .. not see | may not see | not .. see .. each other
        only .. manager/admin/hr/lawyer/doctor/finance .. see/may/can
        """,
        here="""
        depend/depends | mostly/almost/nearly everyone/everybody/all/anyone | restricted | restriction | own data
        only own | only their | only his | per person | per client | by team | by department | by region
        by country | by site | by client | by group | by level | by rank | tenant | multi tenant | confidential
        secret | classified | clearance | nda
        not everyone | not everybody | not all | no way | different right | differ | differs | varies | vary
        separate/separated | segregated | privileged
        chinese wall | ethical wall | information barrier | sensitive | private | personal data | individual
        hr data/stuff/file/record | salary | salaries | payroll
        manager | admin | boss | logged in | login | sign in | sso | group | ad group | active directory | entra
        okta | entitlement | scope | roles
        each .. own | every .. own | everyone .. own | somebody .. own | partner .. not | customer .. not | isolated
        isolation | siloed | limited | partially
        some part | parts .. restricted/secret/confidential | a few part | only some | only certain | only part
        certain people | security level
        patient record | medical record | board only | executive only | case by case | authorization | authorized
        not allowed | forbidden
        respect .. right/permission | rights | filtered | trimmed | need .. know | belongs? to
        """,
        hint="internal | own | role | hr | legal",
        bare="< no | no >",
    ),
)

PHRASES: tuple[Said, ...] = (*_RECEIPTS, *_ACCESS)
