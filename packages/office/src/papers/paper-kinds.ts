import type { Text } from '@tiaoli/engine'
import { ownSentences } from '@tiaoli/engine/plan'
import type { PaperInput, PaperMaker, PaperSet } from './paper.ts'

interface PaperKindEntry {
  readonly title: Text
  readonly load: () => Promise<PaperMaker>
}

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
    load: async () => (await import('./statistics.ts')).statistics,
  },
  debriefings: {
    title: { zh: '述职情况表', en: 'debriefings' },
    load: async () => (await import('./registers.ts')).registers,
  },
} as const satisfies Record<string, PaperKindEntry>

export type PaperKind = keyof typeof KINDS

export const PAPER_KINDS = Object.keys(KINDS) as PaperKind[]

export function paperTitle(kind: PaperKind): Text {
  return KINDS[kind].title
}

/** The papers of one kind. Pure: the same input always gives the same bytes. */
export async function makePapers(kind: PaperKind, input: PaperInput): Promise<PaperSet> {
  const make = await KINDS[kind].load()
  return make({ ...input, language: ownSentences(input.policy.plan.reading, input.language) })
}
