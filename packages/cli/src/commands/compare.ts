import { compareCases, compareFindings, compareRules, type FindingsComparison } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { readOptions } from '@tiaoli/engine/runtime'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { optionsOf, type OptionFlags, type LedgerOption } from '../option-flags.ts'
import { findPack } from '../packs/find-pack.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { flipLines, ruleChangeLines } from '../render/comparison-lines.ts'

export interface CompareFlags extends OptionFlags<'asOf' | LedgerOption | 'periods'> {
  ledger?: string
  cases?: boolean
  json?: boolean
}

/** What changed from one pack to another, and which findings flip. */
export async function compare(context: Context, flags: CompareFlags, first?: string, second?: string): Promise<void> {
  if (first === undefined || second === undefined) throw new Failure('compareWhat', [])
  const before = compilePack(await findPack(context, first))
  const after = compilePack(await findPack(context, second))
  const rules = compareRules(before, after)
  const ledger =
    flags.ledger === undefined ? undefined : await compareOnLedger(context, before, after, flags, flags.ledger)
  const cases = flags.cases ? compareCases(before, after) : undefined
  if (flags.json) {
    await context.out.json({ rules, ...(ledger ? { ledger } : {}), ...(cases ? { cases } : {}) })
    return
  }
  const { texts } = context
  const showing =
    flags.asOf === undefined ? undefined : readOptions(after.plan, optionsOf({ ...flags, asOf: flags.asOf }))
  const lines = [
    ...ruleChangeLines(context, rules),
    ...(ledger ? ['', ...flipLines(context, after.plan, texts.compare.ofLedger(flags.ledger!), ledger, showing)] : []),
    ...(cases ? ['', ...flipLines(context, after.plan, texts.compare.ofCases, cases)] : []),
  ]
  await context.out.line(lines.join('\n'))
}

async function compareOnLedger(
  context: Context,
  before: Policy,
  after: Policy,
  flags: CompareFlags,
  path: string,
): Promise<FindingsComparison> {
  const { asOf } = flags
  if (asOf === undefined) throw new Failure('asOfMissing', [])
  const ledger = await LedgerFile.read(context, path)
  const options = optionsOf({ ...flags, asOf })
  return ledger.evaluate(options, (value) => compareFindings(before, after, value, options))
}
