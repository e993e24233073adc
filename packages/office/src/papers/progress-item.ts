import type { Finding, Text } from '@tiaoli/engine'
import { crc32 } from '../container/crc32.ts'
import { keyOf } from '../values/words.ts'

/** How far a matter has come, as an office says it in a follow-up table. */
export type ProgressState = 'open' | 'underway' | 'done'

export const PROGRESS_STATES: Readonly<Record<ProgressState, Text>> = {
  open: { zh: '未办', en: 'open' },
  underway: { zh: '办理中', en: 'under way' },
  done: { zh: '已办结', en: 'done' },
}

/** In the order in which they are offered. */
export const STATE_WORDS: readonly Text[] = Object.values(PROGRESS_STATES)

/** Other words in which offices say so. */
const OTHER_WORDS: Readonly<Record<ProgressState, readonly string[]>> = {
  open: [
    '未办理',
    '未办结',
    '尚未办理',
    '未开始',
    '未启动',
    '未开展',
    '未整改',
    '尚未整改',
    '未完成',
    '尚未完成',
    '待办',
    '待办理',
    '未落实',
    '否',
    '×',
    '✗',
    '✘',
    'not started',
    'not done',
    'to do',
    'todo',
    'pending',
    'no',
  ],
  underway: [
    '正在办理',
    '在办',
    '整改中',
    '正在整改',
    '进行中',
    '正在进行',
    '推进中',
    '正在推进',
    '落实中',
    '正在落实',
    '已启动',
    '部分完成',
    '部分整改',
    '正在办',
    'in progress',
    'ongoing',
    'started',
    'partly done',
  ],
  done: [
    '办结',
    '已办',
    '办毕',
    '已办毕',
    '已办完',
    '完成',
    '已完成',
    '已经完成',
    '已整改',
    '整改完成',
    '整改完毕',
    '已整改完毕',
    '已整改完成',
    '整改已完成',
    '完成整改',
    '已全部整改',
    '已完成整改',
    '整改到位',
    '已整改到位',
    '已落实',
    '落实到位',
    '已销号',
    '销号',
    '是',
    '√',
    'completed',
    'complete',
    'finished',
    'yes',
  ],
}

const STATES = new Map(
  Object.entries(PROGRESS_STATES).flatMap(([state, { zh, en }]) =>
    [zh, en, ...OTHER_WORDS[state as ProgressState]].map((word) => [stateKey(word), state as ProgressState] as const),
  ),
)

/** The state that is meant by a text; undefined where it is none of these words. */
export function stateIn(text: string): ProgressState | undefined {
  return STATES.get(stateKey(text))
}

function stateKey(text: string): string {
  return keyOf(text).replaceAll(/[。.!,，;]+$/g, '')
}

/** What the columns of a follow-up table are called for programs, in a hidden row. */
export const PROGRESS_KEYS = {
  item: 'progress.item',
  unit: 'progress.unit',
  matter: 'progress.matter',
  state: 'progress.state',
  day: 'progress.day',
  note: 'progress.note',
} as const

/** What a line of a follow-up table is about. */
export interface ProgressItem {
  readonly requirement: string
  readonly period?: number
  /** Its id, or its place where it has none. */
  readonly subject: string
}

/**
 * The same for the same duty, unit and year, whatever else the ledger holds, with a sign of the words that stand beside
 * it: whoever sorts some columns and not all puts a key beside another unit.
 */
export function itemKey(
  { requirement, period, subject }: Pick<Finding, 'requirement' | 'period' | 'subject'>,
  shown: Shown,
): string {
  return [requirement, period ?? '-', subject.id ?? subject.pointer, signOf(shown)].join(' ')
}

/** The unit and the matter as the table calls them. */
export interface Shown {
  readonly unit: string
  readonly matter: string
}

/** What a key says, and whether it is of the row in which it stands; undefined where it is none. */
export function itemOf(key: string, shown: Shown): { item: ProgressItem; isOfRow: boolean } | undefined {
  const [, requirement, period, subject, sign] = /^([a-z0-9-]+) (-|\d{4}) (\S*) ([0-9a-z]+)$/.exec(key.trim()) ?? []
  if (requirement === undefined || subject === undefined) return undefined
  const item = { requirement, ...(period === '-' ? {} : { period: Number(period) }), subject }
  return { item, isOfRow: sign === signOf(shown) }
}

function signOf({ unit, matter }: Shown): string {
  return crc32(new TextEncoder().encode(`${keyOf(unit)}\n${keyOf(matter)}`)).toString(36)
}
