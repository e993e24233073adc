import type { Finding, Policy, Text } from '@tiaoli/engine'
import { ledgerPart } from '@tiaoli/engine/plan'
import type { Calls, Lacking } from './calls.ts'

interface Waiting {
  readonly label: Text
  readonly requirements: Set<string>
  findings: number
}

/** So many requirements are looked at before the thread listens again. */
const AT_A_TIME = 12

/** What findings wait for and no column gives; what most of them wait for comes first. Throws once nobody wants to know. */
export async function lackingFacts(
  policy: Policy,
  { text, gives, ...setting }: Calls['lacking']['asks'],
  signal: AbortSignal,
): Promise<Lacking> {
  const ledger = policy.parseLedger(text)
  const lacking = new Map<string, Waiting>()
  let unknown = 0
  const all = policy.plan.requirements.map(({ id }) => id)
  for (let from = 0; from < all.length; from += AT_A_TIME) {
    const requirements = all.slice(from, from + AT_A_TIME)
    const { findings } = policy.evaluate(ledger, { ...setting, requirements, detail: 'findings' })
    for (const finding of findings.filter(({ status }) => status === 'unknown')) {
      unknown++
      add(lacking, finding, (fact, label) => columnFor(policy, fact, label), gives)
    }
    await new Promise((resume) => setTimeout(resume))
    signal.throwIfAborted()
  }
  const facts = [...lacking.values()]
    .map(({ requirements, ...fact }) => ({ ...fact, requirements: requirements.size }))
    .sort((a, b) => b.findings - a.findings)
  return { unknown, facts }
}

function add(
  lacking: Map<string, Waiting>,
  { requirement, missing }: Finding,
  column: (fact: string, label: Text) => [string, Text],
  gives: readonly string[],
): void {
  const ofLedger = missing.filter(({ pointer }) => pointer !== undefined)
  for (const [fact, label] of new Map(ofLedger.map((one) => column(one.fact, one.label)))) {
    if (gives.some((given) => given === fact || given.startsWith(`${fact}.`))) continue
    const known = lacking.get(fact) ?? { label, requirements: new Set(), findings: 0 }
    known.requirements.add(requirement)
    known.findings++
    lacking.set(fact, known)
  }
}

/** What a column would give, with its name: an attestation with its day is in one. */
function columnFor({ plan }: Policy, fact: string, label: Text): [string, Text] {
  const around = fact.slice(0, fact.lastIndexOf('.'))
  const part = ledgerPart(plan.scopes, around)
  const [name, own] = part?.kind === 'attestation' ? [around, part.value.label] : [fact, label]
  const scope = plan.scopes.get(name)
  return [name, scope ? scope.label : ofWhom(plan, name, own)]
}

/** Of whom, where others have something of that name too: what is read of firms may be lacking of counties. */
function ofWhom({ facts, scopes }: Policy['plan'], name: string, label: Text): Text {
  const scope = scopes.get(name.slice(0, name.indexOf('.')))
  const isAlike = [...facts.values()].some(
    (other) => other.kind === 'given' && other.scope !== scope && other.label.zh === label.zh,
  )
  if (!scope || !isAlike) return label
  return { zh: `${scope.label.zh}：${label.zh}`, en: `${label.en} (${scope.label.en})` }
}
