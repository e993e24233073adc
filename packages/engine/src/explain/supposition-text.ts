import type { Outcome } from '../decide/outcome.ts'
import type { Text } from '../text/text.ts'
import { STATUS_WORDS } from '../report/status-words.ts'
import { besideLabel } from './beside-label.ts'
import { claimAsked, claimInChinese } from './claim.ts'
import { capital, quoted } from './show.ts'
import type { Change, Way } from './what-if-search.ts'

/** What a change supposes, by itself: "座位数为3个". */
export function changeText(change: Change): Text {
  const { record, added } = change
  const { zh, en } = supposed(change)
  const { label } = record.scope
  return added ? { zh: `新增${label.zh}，其${zh}`, en: `One more ${label.en}: ${en}` } : { zh, en: capital(en) }
}

/** A whole supposition: "如座位数为3个，则结论变为“符合”". It says what would follow, and orders nothing. */
export function suppositionText(way: Way, leadsTo: Outcome): Text {
  const clauses = [...new Set(way.map(({ record }) => record))].map((record) => {
    const changes = way.filter((change) => change.record === record).map(supposed)
    const zh = changes.map((change) => change.zh).join('，且')
    const en = changes.map((change) => change.en).join(' and ')
    const { label } = record.scope
    return record.isAdded
      ? { zh: `新增${label.zh}（${zh}）`, en: `there were one more ${label.en} (${en})` }
      : { zh, en }
  })
  const outcome = STATUS_WORDS[leadsTo]
  return {
    zh: `如${clauses.map(({ zh }) => zh).join('，且')}，则结论变为${quoted(outcome.zh)}`,
    en: `If ${clauses.map(({ en }) => en).join(' and ')}, the outcome would be “${outcome.en}”`,
  }
}

function supposed({ fact, to }: Change): Text {
  const { zh, en } = besideLabel(fact, to)
  const isBare = typeof to === 'boolean' || to === null
  const inValues = {
    zh: `${fact.label.zh}为${isBare ? quoted(zh) : zh}`,
    en: `“${fact.label.en.replaceAll('“', '‘').replaceAll('”', '’')}” were ${en}`,
  }
  if (typeof to !== 'boolean') return inValues
  const claim = claimAsked(fact)
  return {
    zh: claim.zh === undefined ? inValues.zh : claimInChinese(claim.zh, to),
    en: claim.en === undefined ? inValues.en : `it were ${to ? '' : 'not '}so that ${claim.en}`,
  }
}
