import type { Text } from '@tiaoli/engine'
import { ownSentences } from '@tiaoli/engine/plan'
import type { PaperInput, PaperMaker, PaperSet } from './paper.ts'

interface PaperKindEntry {
  readonly title: Text
  /** Options of an evaluation that choose findings: a paper that is made of none is the same whatever they say. */
  readonly without?: readonly FindingOption[]
  readonly load: () => Promise<PaperMaker>
}

/** The options of an evaluation by which only some of the findings are asked for. */
export type FindingOption = 'requirements' | 'scopes' | 'periods'

/** The papers that there are. What makes one is loaded when it is asked for. */
const KINDS = {
  problems: {
    title: { zh: '问题清单', en: 'list of problems' },
    load: async () => (await import('./problem-list.ts')).problemList,
  },
  notices: {
    title: { zh: '整改通知书', en: 'notices' },
    load: async () => (await import('./notices.ts')).notices,
  },
  supervision: {
    title: { zh: '督办表', en: 'follow up table' },
    load: async () => (await import('./supervision.ts')).supervision,
  },
  statistics: {
    title: { zh: '统计表', en: 'statistics' },
    without: ['requirements', 'scopes', 'periods'],
    load: async () => (await import('./statistics.ts')).statistics,
  },
  registers: {
    title: { zh: '情况表', en: 'registers' },
    load: async () => (await import('./registers.ts')).registers,
  },
} as const satisfies Record<string, PaperKindEntry>

export type PaperKind = keyof typeof KINDS

export const PAPER_KINDS = Object.keys(KINDS) as PaperKind[]

export function paperTitle(kind: PaperKind): Text {
  return KINDS[kind].title
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
  const make = await KINDS[kind].load()
  return make({ ...input, language: ownSentences(input.policy.plan.reading, input.language) })
}
