import { STATUS_WORDS, type Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import type { FindingsComparison, StatusOrAbsent } from '../compare/compare-findings.ts'
import type { Dossier } from './amend.ts'
import { heading, item, type Block } from './dossier-block.ts'

/** What a draft changes of the findings on a ledger. */
export interface Effect {
  readonly findings: FindingsComparison
  /** Of the requirements, by their ids. */
  readonly titles: ReadonlyMap<string, Text>
}

/** To whom a requirement did not apply, its end changes nothing. */
function isSeen({ from, to }: { from: StatusOrAbsent; to: StatusOrAbsent }): boolean {
  return !(from === 'not_applicable' && to === 'absent') && !(from === 'absent' && to === 'not_applicable')
}

/** What has become of a requirement that is not there any more: its clauses are gone, or nobody has written the new ones as rules. */
function absentWords(requirement: string, { requirements, clauses }: Dossier): Text {
  const resting = requirements.find(({ id }) => id === requirement)?.clauses ?? []
  const isGone = clauses.every(({ clause, fate }) => fate === 'dropped' || !resting.includes(clause))
  return isGone
    ? { zh: '不适用（不在施行期内）', en: 'not in force' }
    : { zh: '新条款尚未写成规则', en: 'the new words are no rule yet' }
}

export function effectBlocks({ findings, titles }: Effect, dossier: Dossier, language: Language): Block[] {
  const zh = language === 'zh'
  const status = (of: StatusOrAbsent, requirement: string) =>
    of === 'absent' ? absentWords(requirement, dossier)[language] : STATUS_WORDS[of][language]
  const changed = findings.requirements
    .flatMap(({ transitions }) => transitions.filter(isSeen))
    .reduce((sum, { count }) => sum + count, 0)
  const title = zh
    ? `对台账的影响：${findings.compared} 项结论中有 ${changed} 项改变`
    : `Effect on the ledger: ${changed} of ${findings.compared} findings change`
  return [
    heading(title),
    ...findings.requirements.flatMap(({ requirement, transitions }) =>
      transitions.filter(isSeen).map(({ from, to, count }) => {
        const seen = findings.examples.filter(
          (flip) => flip.requirement === requirement && flip.from === from && flip.to === to,
        )
        const subjects = [...new Set(seen.flatMap(({ subject }) => subject.id ?? []))].join(zh ? '、' : ', ')
        const name = titles.get(requirement)?.[language] ?? requirement
        const text = `${name}${zh ? '：' : ': '}${status(from, requirement)} → ${status(to, requirement)}${zh ? '，' : ', '}${count}`
        return item(
          subjects === ''
            ? text
            : `${text}${zh ? `（${subjects}${count > seen.length ? '等' : ''}）` : ` (${subjects}${count > seen.length ? ', …' : ''})`}`,
        )
      }),
    ),
  ]
}
