import type { Language } from '@tiaoli/engine/names'
import type { AmendedClause } from './amend.ts'
import type { Fate } from './align-text.ts'
import type { Block } from './dossier-block.ts'
import { FATE_WORDS } from './dossier-words.ts'
import { markedWords, type Run } from './marked-words.ts'

/** Clauses one by one, but those that the same words name together. */
export function namedTogether(clauses: readonly AmendedClause[]): AmendedClause[][] {
  const groups: AmendedClause[][] = []
  for (const clause of clauses) {
    const before = groups.at(-1)
    const isSame =
      clause.fate === 'named' && before?.[0]?.fate === 'named' && before[0].after.join() === clause.after.join()
    if (before && isSame) before.push(clause)
    else groups.push([clause])
  }
  return groups
}

export function clauseBlocks(group: readonly AmendedClause[], language: Language): Block[] {
  const zh = language === 'zh'
  return group.flatMap(({ clause, place, fate, before, after }, i): Block[] => {
    const head = `${place[language]}（${clause}）${FATE_WORDS[fate][language]}`
    const name = zh ? head : `${place.en} (${clause}), ${FATE_WORDS[fate].en}`
    // What names several is said with the last of them.
    const now = i < group.length - 1 ? '' : after.join(zh ? '' : ' ')
    return [{ kind: 'item', runs: [{ text: `${name}${zh ? '：' : ': '}` }, ...marked(before.zh, now, fate)] }]
  })
}

/** The words of a clause with what became of them. */
function marked(before: string, after: string, fate: Fate): Run[] {
  if (fate === 'moved') return [{ text: before }]
  if (fate === 'dropped') return [{ text: before, mark: 'removed' }]
  if (fate === 'named')
    return after === '' ? [{ text: before }] : [{ text: `${before} ` }, { text: after, mark: 'added' }]
  return markedWords(before, after)
}
