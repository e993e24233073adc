import type { Text } from '@tiaoli/engine'
import type { Status } from '@tiaoli/engine/names'
import { inItsYear, ownSentences } from '@tiaoli/engine/plan'
import { PAPER_TITLES } from './paper-titles.ts'
import type { PaperInput, PaperMaker, PaperSet } from './paper.ts'

interface PaperKindEntry {
  /** Options of an evaluation that choose findings: a paper that is made of none is the same whatever they say. */
  readonly without?: readonly FindingOption[]
  /** The findings that it is made of, by their statuses; of all if left out. */
  readonly statuses?: readonly Status[]
  /** Whether it can be written into a file of the office. */
  readonly takesTemplate?: boolean
  readonly load: () => Promise<PaperMaker>
}

/** The options of an evaluation by which only some of the findings are asked for. */
export type FindingOption = 'requirements' | 'scopes' | 'periods'

/** The papers that there are. What makes one is loaded when it is asked for. */
const KINDS = {
  problems: {
    statuses: ['not_met', 'unknown', 'review'],
    load: async () => (await import('./problem-list.ts')).problemList,
  },
  notices: {
    statuses: ['not_met'],
    takesTemplate: true,
    load: async () => (await import('./notices.ts')).notices,
  },
  supervision: {
    statuses: ['not_met', 'pending'],
    load: async () => (await import('./supervision.ts')).supervision,
  },
  statistics: {
    without: ['requirements', 'scopes', 'periods'],
    load: async () => (await import('./statistics.ts')).statistics,
  },
  registers: {
    load: async () => (await import('./registers.ts')).registers,
  },
} as const satisfies Record<keyof typeof PAPER_TITLES, PaperKindEntry>

export type PaperKind = keyof typeof PAPER_TITLES

export const PAPER_KINDS = Object.keys(KINDS) as PaperKind[]

export function paperTitle(kind: PaperKind): Text {
  return PAPER_TITLES[kind]
}

/** Whether papers of a kind can be written into a template of the office. */
export function takesTemplate(kind: PaperKind): boolean {
  const { takesTemplate: takes = false }: PaperKindEntry = KINDS[kind]
  return takes
}

/** The statuses of the findings that papers of a kind are made of: of a large ledger, no others need be written. */
export function statusesFor(kind: PaperKind): Status[] | undefined {
  const { statuses }: PaperKindEntry = KINDS[kind]
  return statuses && [...statuses]
}

/** What makes the papers of a kind. */
export function makerOf(kind: PaperKind): Promise<PaperMaker> {
  return KINDS[kind].load()
}

/** The options that are given and would change nothing of the papers of a kind. */
export function optionsWithoutEffect(
  kind: PaperKind,
  options: { readonly [Option in FindingOption]?: unknown },
): FindingOption[] {
  const { without = [] }: PaperKindEntry = KINDS[kind]
  return without.filter((option) => options[option] !== undefined)
}

/** The papers of one kind. Pure: the same input always gives the same bytes. */
export async function makePapers(kind: PaperKind, input: PaperInput): Promise<PaperSet> {
  const make = await makerOf(kind)
  const report = { ...input.report, findings: input.report.findings.map(inItsYear) }
  return make({ ...input, report, language: ownSentences(input.policy.plan.reading, input.language) })
}
