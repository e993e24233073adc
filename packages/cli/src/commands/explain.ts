import { closestName } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { optionsOf, type OptionFlags, type LedgerOption } from '../option-flags.ts'
import { findPack } from '../packs/find-pack.ts'
import { packAndId } from '../packs/pack-arguments.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { explanationLines } from '../render/explanation-lines.ts'
import { subjectTitle } from '../render/subject-title.ts'

export interface ExplainFlags extends OptionFlags<'asOf' | LedgerOption | 'periods'> {
  ledger?: string
  json?: boolean
}

/** What a requirement, a clause or a fact says; or why a finding is what it is. */
export async function explain(context: Context, flags: ExplainFlags, first?: string, second?: string): Promise<void> {
  const [packName, id] = packAndId(context, first, second)
  const pack = await findPack(context, packName)
  if (flags.ledger !== undefined) return explainFindings(context, flags, pack, flags.ledger, id)
  if (id === undefined) throw new Failure('explainWhat', [])
  const { explainDefinition: explainPart } = await import('./explain-definition.ts')
  await explainPart(context, compilePack(pack), id, flags.json)
}

async function explainFindings(
  context: Context,
  flags: ExplainFlags,
  pack: Parameters<typeof compilePack>[0],
  path: string,
  id: string | undefined,
): Promise<void> {
  const { asOf, requirement = id === undefined ? undefined : [id] } = flags
  if (asOf === undefined) throw new Failure('asOfMissing', [])
  const policy = compilePack(pack)
  const known = policy.plan.requirements.map((item) => item.id)
  if (id !== undefined && !known.includes(id)) throw new Failure('unknownRequirement', [id], closestName(id, known))
  const ledger = await LedgerFile.read(context, path)
  const asked = { requirements: requirement, detail: 'trace', exact: true } as const
  const options = { ...optionsOf({ ...flags, asOf }), ...asked }
  const { findings } = ledger.evaluate(options, (value) => policy.evaluate(value, options))
  if (findings.length === 0) throw new Failure('noFinding', [])
  if (flags.json) return context.out.json(findings)
  for (const finding of findings) {
    if (requirement === undefined && finding.status === 'not_applicable') continue
    const title = subjectTitle(context, policy.plan, finding.subject)
    await context.out.line(explanationLines(context, policy.plan, finding, title).join('\n'))
  }
}
