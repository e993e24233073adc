import { join } from 'node:path'
import type { CaseFailure } from '@tiaoli/engine'
import { applyEdits, modify } from 'jsonc-parser'
import { writeTogether } from '../input/write-file.ts'
import { folderOf, type PackOnDisk } from '../packs/pack-on-disk.ts'
import type { CaseOutcome, PlannedCase } from './run-cases.ts'

/** One expectation that was changed to what was found. */
export interface Change {
  file: string
  id: string
  requirement: string
  field: string
  from: unknown
  to: unknown
}

export interface Update {
  changes: Change[]
  /** Failures that no changed value would mend: the ledger is refused, or no single finding is meant. */
  left: { file: string; id: string; field: string }[]
}

const PLAIN = new Set(['status', 'possible', 'unknownReasons', 'missing', 'daysLate', 'due'])

/** Puts what was found in place of what failing cases expect, file by file, layout kept. Only values already written change. */
export function updateCases(pack: PackOnDisk, all: readonly PlannedCase[], outcomes: readonly CaseOutcome[]): Update {
  const folder = folderOf(pack)
  const update: Update = { changes: [], left: [] }
  const texts = new Map<string, string>()
  for (const { item, failures } of outcomes) {
    const compiled = failures.find(({ runtime }) => runtime === 'compiled')?.failures ?? []
    const index = all.filter(({ file }) => file === item.file).indexOf(item)
    for (const failure of compiled) {
      const path = pathTo(item, index, failure)
      const { file } = item
      const { id } = item.case
      if (!path) {
        update.left.push({ file, id, field: failure.field })
        continue
      }
      const text = texts.get(file) ?? pack.texts.get(file)!
      texts.set(file, replaced(text, path, failure.actual))
      const { requirement, field, expected, actual } = failure
      update.changes.push({ file, id, requirement, field, from: expected, to: actual })
    }
  }
  writeTogether(new Map([...texts].map(([file, text]) => [join(folder, file), text])))
  return update
}

/** Where in the file the expected value stands; undefined where no value would mend the failure. */
function pathTo({ case: item }: PlannedCase, index: number, failure: CaseFailure): (string | number)[] | undefined {
  const [field, ...name] = failure.field.split('.')
  const place = item.expect.findIndex(
    ({ requirement, subject, period }) =>
      requirement === failure.requirement && subject === failure.subject && period === failure.period,
  )
  if (place === -1) return undefined
  const expectation = ['cases', index, 'expect', place]
  if (PLAIN.has(failure.field)) return [...expectation, failure.field]
  return field === 'figures' ? [...expectation, 'figures', name.join('.')] : undefined
}

function replaced(text: string, path: (string | number)[], value: unknown): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  return applyEdits(text, modify(text, path, value, { formattingOptions: { insertSpaces: true, tabSize: 2, eol } }))
}
