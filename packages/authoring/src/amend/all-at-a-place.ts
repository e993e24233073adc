import type { PlacedClause } from './align-notice.ts'
import { CHINESE_NUMERAL, figure } from './numeral.ts'
import { subjectOf } from './subject.ts'

/** Why something is ended: it says nothing of what. */
const REASON =
  /(?:因|由于|鉴于)?(?:(?:均|都|现)?已经?|全部已?)(?:全部|基本|圆满|如期|按期|提前)*(?:完成|实现|到期|届满|落实|达到|履行完毕|过时|过期)(?:其|了)?(?:历史使命|任务|目标)?|(?:历史)?使命(?:已经?)?(?:完成|结束)|(?:已经?)?不(?:再|能)?(?:适应|符合)[^，。；]*/gu
/** Whatever stands at a place, and perhaps how many things it is: 所列三个阶段目标任务, 规定的各项工作. */
const ALL = new RegExp(
  `(?:所?(?:列|定|规定|提出|确定|明确|部署|载明|设定|安排)的?)?(?:各项|全部|所有|各)?(?:(?<count>${CHINESE_NUMERAL}|两|\\d+)个?(?<unit>阶段|步骤|方面|环节))?的?(?:各项|各)?(?:主要|重点|具体)?(?:目标|任务|工作|内容|要求|措施|事项|规定|条款)+`,
  'u',
)

/** What an order is of that ends something at a place. */
export interface Ended {
  /** Those that it ends. */
  readonly ended: readonly number[]
  /** Others at the place, of which it does not speak. */
  readonly others: readonly number[]
}

/**
 * What of the clauses at a place an order ends, by what it says behind the place: all, or as many of its stages as it
 * counts. Undefined where it speaks of something else.
 */
export function allAtAPlace(
  said: string,
  clauses: readonly number[],
  placed: readonly PlacedClause[],
): Ended | undefined {
  const { count, unit } = ALL.exec(said)?.groups ?? {}
  if (subjectOf(withoutReasonAndAll(said)) !== '') return undefined
  if (count === undefined || unit === undefined) return { ended: clauses, others: [] }
  const labels = labelsOf(clauses, placed, unit)
  const ended = clauses.filter((i) => labels.has(i))
  if (String(new Set(labels.values()).size) !== figure(count === '两' ? '二' : count)) return undefined
  return { ended, others: clauses.filter((i) => !labels.has(i)) }
}

/** What an order to end something says beside why, and that it is of all that stands at a place. */
export function withoutReasonAndAll(said: string): string {
  return said.replaceAll(REASON, '，').replace(ALL, '，')
}

/** Which clauses are of 第一阶段, 第二阶段 …: as their places say, or else from the clause on that begins so. */
function labelsOf(
  clauses: readonly number[],
  placed: readonly PlacedClause[],
  unit: string,
): ReadonlyMap<number, string> {
  const label = new RegExp(`第(?<order>${CHINESE_NUMERAL})(?:个)?${unit}`, 'u')
  const labels = new Map<number, string>()
  let last: string | undefined
  for (const i of clauses) {
    const { place, words } = placed[i]!
    const inPlace = label.exec(place?.zh ?? '')?.groups?.['order']
    const atStart = new RegExp(`^${label.source}`, 'u').exec(words)?.groups?.['order']
    last = inPlace ?? atStart ?? last
    if (last !== undefined) labels.set(i, last)
  }
  return labels
}
