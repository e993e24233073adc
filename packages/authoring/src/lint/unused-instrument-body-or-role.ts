import type { Text } from '@tiaoli/engine'
import type { DefinedKind, Plan } from '@tiaoli/engine/plan'
import { instrumentCitations } from './instrument-citations.ts'
import { lint } from '../lint.ts'

/** Instruments that nothing cites, bodies that bear and supervise nothing, roles that can attest to nothing. */
export const unusedInstrumentBodyOrRole = lint(
  { 'unused-instrument': 'hint', 'unused-body': 'hint', 'unused-role': 'hint' },
  function* ({ plan, places, files }) {
    const cited = new Set(instrumentCitations(plan).flatMap(({ basis }) => basis.map(({ instrument }) => instrument)))
    const bodies = new Set(plan.requirements.flatMap(({ entry }) => [entry.dutyBearer, entry.supervisor]))
    const attested = [...plan.facts.values()].some(({ values }) => values === plan.roles && plan.roles.size > 0)
    const own = {
      instrument: files.of('instruments').flatMap(({ content }) => Object.keys(content.instruments)),
      body: Object.keys(plan.pack.bodies ?? {}),
      role: files.of('facts').flatMap(({ content }) => Object.keys(content.roles ?? {})),
    }
    const unused = {
      instrument: own.instrument.filter((id) => !cited.has(id)),
      body: own.body.filter((id) => !bodies.has(id)),
      role: own.role.filter(() => !attested),
    }
    for (const kind of ['instrument', 'body', 'role'] as const)
      for (const id of unused[kind])
        yield {
          code: `unused-${kind}`,
          about: id,
          place: places.named(kind satisfies DefinedKind, id),
          message: SENTENCES[kind](id, definitionLabel(plan, kind, id)),
        }
  },
)

function definitionLabel(plan: Plan, kind: keyof typeof SENTENCES, id: string): Text {
  if (kind === 'instrument') return plan.instruments.get(id)!.title
  return kind === 'body' ? plan.bodies.get(id)! : plan.roles.get(id)!
}

const SENTENCES = {
  instrument: (id: string, { zh, en }: Text) => ({
    zh: `没有要求或参数引用文件“${id}”（${zh}）。请引用它，或删去。`,
    en: `No requirement and no parameter cites the instrument "${id}" (${en}). Cite it or remove it.`,
  }),
  body: (id: string, { zh, en }: Text) => ({
    zh: `没有要求以“${id}”（${zh}）为责任主体或监督主体。请用上它，或删去。`,
    en: `No requirement names the body "${id}" (${en}) as duty bearer or supervisor. Use it or remove it.`,
  }),
  role: (id: string, { zh, en }: Text) => ({
    zh: `没有需要证明的事实，身份“${id}”（${zh}）用不上。请增加 attestation 事实，或删去它。`,
    en: `No fact is an attestation, so the role "${id}" (${en}) serves nothing. Add one or remove the role.`,
  }),
}
