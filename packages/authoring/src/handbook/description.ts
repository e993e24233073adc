import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { inLanguage, type Line } from './line.ts'

/** Prose in sections; each line may have lines below it, to be shown as a list. */
export interface Description {
  id: string
  title: string
  sections: readonly { part: SectionName; heading: string; lines: readonly Line[] }[]
}

/** What a section is about, whatever the language of its heading. */
export type SectionName = keyof typeof HEADINGS

const HEADINGS = {
  source: { zh: '依据', en: 'Source' },
  scope: { zh: '适用范围', en: 'Scope' },
  applies: { zh: '何时适用', en: 'Applies where' },
  requires: { zh: '要求', en: 'Requires' },
  due: { zh: '期限', en: 'Due' },
  achievedOn: { zh: '完成日期', en: 'Done on' },
  at: { zh: '适用何日的规定', en: 'Law of the day' },
  unless: { zh: '例外（依次）', en: 'Exceptions, in this order' },
  horizon: { zh: '规划期', en: 'Years planned for' },
  changed: { zh: '后来的文件', en: 'Later documents' },
  laterRules: { zh: '后来的规定', en: 'Later law' },
  notes: { zh: '提示', en: 'Notes' },
  figures: { zh: '列示的数据', en: 'Figures shown' },
  metUntil: { zh: '符合到何日', en: 'Met until' },
  problem: { zh: '问题表述', en: 'Problem' },
  remedy: { zh: '整改', en: 'Remedy' },
  parameters: { zh: '参数', en: 'Parameters' },
  terms: { zh: '名词', en: 'Terms' },
  cases: { zh: '用例', en: 'Cases' },
  words: { zh: '原文', en: 'Words' },
  sentence: { zh: '所在整句', en: 'Whole sentence' },
  about: { zh: '说明', en: 'About' },
  encodedBy: { zh: '据以判定的要求', en: 'Encoded by' },
  notEncoded: { zh: '不作判定的理由', en: 'Why nothing encodes it' },
  values: { zh: '取值', en: 'Values' },
  formula: { zh: '如何得出', en: 'How it is derived' },
  usedBy: { zh: '用于', en: 'Used by' },
} as const satisfies Record<string, Text>

export interface Section {
  part: SectionName
  lines: readonly Line<Text>[]
}

export function section(part: SectionName, lines: readonly Line<Text>[]): Section {
  return { part, lines }
}

/** Leaves empty sections out. */
export function descriptionOf(id: string, title: Text, sections: readonly Section[], language: Language): Description {
  return {
    id,
    title: title[language],
    sections: sections
      .filter(({ lines }) => lines.length > 0)
      .map(({ part, lines }) => ({
        part,
        heading: HEADINGS[part][language],
        lines: lines.map((item) => inLanguage(item, language)),
      })),
  }
}
