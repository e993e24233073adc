import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { optionsOf } from '../input/options.ts'
import { requirementFilter } from '../input/requirement-filter.ts'
import { findPack } from '../packs/find-pack.ts'
import { packAndId } from '../packs/pack-arguments.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { explanationLines } from '../render/explanation-lines.ts'
import { selectSubject } from '../input/select-subject.ts'
import { subjectTitle } from '../render/subject-title.ts'

export interface ExplainFlags {
  ledger?: string
  subject?: string
  requirement?: readonly string[]
  asOf?: string
  profile?: string
  set?: readonly string[]
  json?: boolean
}

/** What a requirement, a clause or a fact says; or why a finding is what it is. */
export async function explain(context: Context, flags: ExplainFlags, first?: string, second?: string): Promise<void> {
  const [packName, id] = packAndId(context, first, second)
  const pack = await findPack(context, packName)
  if (flags.ledger !== undefined) return explainFindings(context, flags, pack, flags.ledger, id)
  if (id === undefined) throw new Failure('explainWhat', [], EXIT.usage)
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
  const { asOf, subject, requirement = id === undefined ? undefined : [id] } = flags
  if (asOf === undefined) throw new Failure('asOfMissing', [], EXIT.usage)
  const policy = compilePack(pack)
  const ledger = await LedgerFile.read(context, path)
  const { findings } = ledger.evaluate((value) =>
    policy.evaluate(value, {
      ...optionsOf({ ...flags, asOf }),
      detail: 'trace',
      exact: true,
      ...requirementFilter(policy.plan, requirement),
    }),
  )
  const own = selectSubject(findings, subject)
  if (flags.json) return context.out.json(own)
  for (const finding of own) {
    if (requirement === undefined && finding.status === 'not_applicable') continue
    const title = subjectTitle(context, policy.plan, finding.subject)
    await context.out.line(explanationLines(context, finding, title).join('\n'))
  }
}
