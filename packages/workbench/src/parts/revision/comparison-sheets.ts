import type { TableSheet } from '@tiaoli/office/papers'
import type { Text } from '@tiaoli/engine'
import type { Flip, Proposal } from '../../engine/revision-calls.ts'
import { nameOf } from '../name-of.ts'
import type { RevisionWords } from '../../words/revision/revision-words.ts'
import type { Words } from '../../words/words.ts'

interface Shown {
  title: string
  asOf: string
  ledger: string
  names: Readonly<Record<string, string>>
  /** What tells a record from others of the same name, by its place. */
  apart: (pointer: string) => string | undefined
  words: RevisionWords
  marks: Words['results']['marks']
  text: (text: Text) => string
}

/** What a change is and what it does to the ledger, as two sheets to be handed over. */
export function comparisonSheets({ rules, effect }: Proposal, shown: Shown): TableSheet[] {
  const { title, asOf, ledger, names, apart, words, marks, text } = shown
  const { comparison } = words
  const markOf = (mark: Flip['from']) => (mark === 'absent' ? words.effect.absent : marks[mark])
  const lines = [title, comparison.about(ledger, asOf)]
  const number = { heading: comparison.number, width: 6, centered: true }
  const column = (heading: string, width: number) => ({ heading, width })
  return [
    {
      name: comparison.changes,
      title: comparison.changes,
      lines: [title],
      columns: [number, column(comparison.change, 90)],
      rows: rules.map((rule, i) => [i + 1, text(rule)]),
    },
    {
      name: comparison.effect,
      title: comparison.effect,
      lines,
      columns: [
        number,
        column(comparison.requirement, 40),
        column(comparison.subject, 30),
        column(comparison.period, 8),
        column(comparison.before, 16),
        column(comparison.after, 16),
      ],
      rows: (effect?.flips ?? []).map((flip, i) => [
        i + 1,
        text(flip.title),
        nameOf({ ...flip.subject, apart: apart(flip.subject.pointer) }, names, text),
        flip.period,
        markOf(flip.from),
        markOf(flip.to),
      ]),
      foot: (effect?.flips ?? []).length === 0 ? [words.effect.none] : [],
      canFilter: true,
    },
  ]
}
