import { formatDayInChinese, parseDay } from '@tiaoli/engine/plan'
import { DoneWords } from './done-words.ts'
import { IdWords } from './id-words.ts'
import type { PaperSource } from './paper.ts'

/** How it is said of a day that it comes before or after the day of the report. */
const ABOUT_THE_DAY = [
  ['晚于', '已过', '未到'],
  ['不晚于', '未过', '已到'],
  ['早于', '未到', '已过'],
  ['不早于', '已到', '未过'],
] as const

const DAY_IN_ENGLISH = '(\\d{4}-\\d{2}-\\d{2})'
const IS_AFTER = new RegExp(`^The evaluation date is ${DAY_IN_ENGLISH}, (on or )?after (?:the )?(.+) \\((.+)\\)$`)
const IS_BEFORE = new RegExp(`^The evaluation date is ${DAY_IN_ENGLISH}, (on or )?before (?:the )?(.+) \\((.+)\\)$`)

/** The same of what is compared with the day of the report in an English sentence. */
function comparedInEnglish(text: string): string | undefined {
  const [, after, on, passed, was] = IS_AFTER.exec(text) ?? []
  if (after !== undefined) return `The ${passed} (${was}) ${on ? 'had come by' : 'was past on'} ${after}`
  const [, before, orOn, coming, is] = IS_BEFORE.exec(text) ?? []
  return before === undefined
    ? undefined
    : `The ${coming} (${is}) was ${orOn ? 'not past' : 'still to come'} on ${before}`
}

/** A change of words, for the day of one report. */
type Change = readonly [RegExp | string, string]

interface Wording {
  /** What is compared with the day; the whole sentence is another then. */
  readonly compared: readonly Change[]
  readonly named: readonly Change[]
  readonly ids: IdWords
  readonly done: DoneWords
  /** Most sentences of a report are said of many units. */
  readonly said: Map<string, string>
}

const WORDINGS = new WeakMap<PaperSource, Wording>()

function wordingOf(source: PaperSource): Wording {
  let wording = WORDINGS.get(source)
  if (!wording) {
    const { report } = source
    const day = formatDayInChinese(parseDay(report.receipt.asOf)!)
    const compared = ABOUT_THE_DAY.flatMap(([than, ifDay, ifOther]): Change[] => [
      [new RegExp(`^评价日期为${day}，${than}(.+)（([^（）]+)）$`), `$1为$2，截至${day}${ifDay}`],
      [new RegExp(`^(.+)，${than}评价日期（${day}）$`), `$1，截至${day}${ifOther}`],
    ])
    const named: Change[] = [
      [/按台账日期（([^（）]+)）的情况/g, '按$1登记的情况'],
      [/As of the day of the ledger \((\d{4}-\d{2}-\d{2})\)/g, 'As registered on $1'],
      [/the evaluation date \((\d{4}-\d{2}-\d{2})\)/gi, '$1'],
      [/the evaluation date is /gi, 'the day of this report is '],
      ['the evaluation date', 'the day of this report'],
      [`评价日期（${day}）`, day],
      [`评价日期是${day}`, `情况截至${day}`],
      [new RegExp(`评价日期为?(?=${day})`, 'g'), ''],
      ['评价日期', day],
    ]
    WORDINGS.set(
      source,
      (wording = {
        compared,
        named,
        ids: new IdWords(source),
        done: new DoneWords(source.policy.plan),
        said: new Map(),
      }),
    )
  }
  return wording
}

/**
 * A sentence of the engine as an office says it: what is compared with the day of the report is past by that day or
 * not, the day is called by its date, for 评价日期 is no word of papers, and what has an id by its name.
 */
export function inOfficeWords(text: string, source: PaperSource): string {
  const wording = wordingOf(source)
  let said = wording.said.get(text)
  if (said === undefined) wording.said.set(text, (said = reworded(wording.done.in(wording.ids.without(text)), wording)))
  return said
}

function reworded(text: string, { compared, named }: Wording): string {
  const change = compared.find(([pattern]) => (pattern as RegExp).test(text))
  if (change) return text.replace(...change)
  const english = comparedInEnglish(text)
  return english ?? named.reduce((words, [from, to]) => words.replaceAll(from, to), text)
}
