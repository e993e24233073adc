import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { recordPointer, type Plan } from '@tiaoli/engine/plan'
import type { Evaluation } from '@tiaoli/engine/runtime'
import { formatWords } from '../write/number-formats.ts'
import type { CellValue, TableSheet } from '../write/table-sheet.ts'
import { Areas } from './areas.ts'
import { fileNames } from './file-names.ts'
import { evaluationOf, fillTable, isNothingKnown, isOneOfOrBelow, type FilledRow } from './fill-table.ts'
import { HEADINGS as H } from './headings.ts'
import { numberedSheet } from './numbered-sheet.ts'
import type { PaperMaker, PaperSource } from './paper.ts'
import { UnitNames } from './unit-names.ts'
import { workbookPaper } from './workbook-paper.ts'

type Table = Plan['tables'][number]
type Units = NonNullable<Table['entry']['units']>

/** More are not named in a cell; what each unit lacks, the problem list asks. */
const MOST_LACKED = 3

/** Every statistics form of the pack, with the units behind each number on a second sheet. */
export const statistics: PaperMaker = (source) => {
  const { policy, ledger, report, language } = source
  const evaluation = evaluationOf(policy, ledger, report, source.subjects)
  const { tables } = policy.plan
  const range = rangeLine(source, evaluation)
  const names = fileNames(tables.map(({ entry }) => entry.title[language]))
  const filled = tables.map((table) => fillTable(table, evaluation))
  const papers = tables.map((table, i) => {
    const sheets = [formSheet(source, table, filled[i]!, range), unitsSheet(source, table, filled[i]!)]
    return workbookPaper(source, names[i]!, sheets)
  })
  const remarks = tables.flatMap((table, i) => remarkOfNothingKnown(table, filled[i]!))
  return { papers, remarks: papers.length === 0 ? [NO_TABLE] : remarks }
}

/** Names the rows of a form of which the ledger says nothing. */
function remarkOfNothingKnown({ entry, rows }: Table, filled: readonly FilledRow[]): Text[] {
  const items = rows.filter((_, i) => isNothingKnown(filled[i]!)).map((row) => row.entry.label)
  if (items.length === 0) return []
  const [zh, en] = [items.map((label) => label.zh).join('、'), items.map((label) => label.en).join('; ')]
  return [
    {
      zh: `“${entry.title.zh}”的以下各项全部待核，没有填数，请先补全台账：${zh}。`,
      en: `“${entry.title.en}” has no number for what is wholly to be found out; complete the ledger first: ${en}.`,
    },
  ]
}

const NO_TABLE: Text = { zh: '所用规则没有附统计表。', en: 'The pack has no statistics form.' }
const UNITS: Text = { zh: '各数所含单位', en: 'Units behind the numbers' }

function formSheet(
  source: PaperSource,
  { entry, rows }: Table,
  filled: readonly FilledRow[],
  range: readonly string[],
): TableSheet {
  const { language } = source
  const columns = [
    [H.item, 56],
    [H.value, 26],
    [H.remark, 50],
  ] as const
  const lines = rows.map((row, i): CellValue[] => {
    const { label, level = 0 } = row.entry
    const indent = (language === 'zh' ? '　' : '\u00a0').repeat((language === 'zh' ? 2 : 4) * level)
    return [
      indent + label[language],
      valueText(source, row, filled[i]!, entry.units),
      remarkOf(source, row, filled[i]!, entry.units),
    ]
  })
  const sheet = numberedSheet(source, entry.title, columns, lines)
  // The form has its rows in its own order.
  const form = entry.form ? [entry.form[language]] : []
  return { ...sheet, lines: [...form, ...sheet.lines, ...range], name: H.form[language], canFilter: false }
}

/** Of which records the numbers are, where not of the whole ledger. What is below one of them counts with it. */
function rangeLine(source: PaperSource, { asked }: Evaluation): string[] {
  const { policy, subjects, language } = source
  if (!subjects) return []
  const units = new UnitNames(source)
  const all = new Set([...policy.plan.scopes.values()].flatMap((scope) => asked.of(scope)))
  const names = [...all]
    .filter(({ parent }) => !parent || !isOneOfOrBelow(parent, all))
    .map((record) => units.unitOf({ scope: record.scope.name, pointer: recordPointer(record) }).name)
  return [language === 'zh' ? `只统计：${names.join('、')}。` : `Only of: ${names.join(', ')}.`]
}

/** 13（另有2家待核）: still a number. Without anything that counts no number at all: one that is copied would look as if there were none. */
function valueText(
  { language }: PaperSource,
  { counted }: Table['rows'][number],
  filled: FilledRow,
  units: Units = {},
): CellValue {
  const { value, open } = filled
  if (value === undefined || !counted) return undefined
  if (open.length === 0) return value
  const unit = units[counted.scope.name]
  const words = (open.length === 1 ? unit?.one : undefined) ?? unit?.en ?? 'records'
  if (isNothingKnown(filled))
    return language === 'zh' ? `待核（${open.length}${unit?.zh ?? '个'}）` : `to be found out (${open.length} ${words})`
  const more =
    language === 'zh'
      ? `（另有${open.length}${unit?.zh ?? '个'}待核）`
      : ` (${open.length} more ${words} to be found out)`
  const shown = `${value}${more}`
  return value === 0 ? shown : { value, format: `0${formatWords(more)}`, shown }
}

function remarkOf(
  { language }: PaperSource,
  { entry, counted }: Table['rows'][number],
  { isIncomplete, isOutside, open }: FilledRow,
  units: Units = {},
): CellValue {
  const unit = counted && units[counted.scope.name]
  if ('notKept' in entry) return entry.notKept[language]
  if (isOutside) return language === 'zh' ? '不在所选范围之内，未统计' : 'Outside of what was asked for: not counted'
  const isChinese = language === 'zh'
  const told = [
    ...(isIncomplete
      ? [isChinese ? '台账的清单不齐全，实际可能更多' : 'The list is not complete: there may be more']
      : []),
    ...lackedBy(open, unit, language),
  ]
  return told.length === 0 ? undefined : told.join(isChinese ? '；' : '; ')
}

/** What is lacking where it is not known whether a record counts, most often first: that it was sent may be known, and only until when not. */
function lackedBy(open: FilledRow['open'], unit: Units[string] | undefined, language: Language): string[] {
  const times = new Map<string, number>()
  for (const { lacks } of open)
    for (const lacked of new Set(lacks.map((text) => text[language].replace(/[。.]$/, ''))))
      times.set(lacked, (times.get(lacked) ?? 0) + 1)
  if (times.size === 0) return []
  const most = [...times].sort(([, a], [, b]) => b - a)
  const words = most.slice(0, MOST_LACKED).map(([lacked, count]) => {
    if (language === 'zh') return `${lacked}（${count}${unit?.zh ?? '个'}）`
    return `${lacked} (${count} ${(count === 1 ? unit?.one : undefined) ?? unit?.en ?? 'records'})`
  })
  const isMore = most.length > MOST_LACKED
  return [
    language === 'zh'
      ? `待核的须查明：${words.join('、')}${isMore ? '等' : ''}`
      : `To be found out: ${words.join(', ')}${isMore ? ' and others' : ''}`,
  ]
}

function unitsSheet(source: PaperSource, { rows }: Table, filled: readonly FilledRow[]): TableSheet {
  const { language, policy } = source
  const names = new UnitNames(source)
  const areas = new Areas(source, names)
  const unitIn = (scope: string, pointer: string): CellValue[] => {
    const record = { scope: policy.plan.scopes.get(scope)!.name, pointer }
    return [...areas.cellOf(record), names.unitOf(record).name]
  }
  const columns = [[H.item, 56], ...areas.column, [H.unit, 36], [H.value, 14], [H.state, 14]] as const
  const lines = filled.flatMap(({ counted, open }, i) => {
    const label = rows[i]!.entry.label[language]
    return [
      ...counted.map(({ scope, pointer, adds }): CellValue[] => [
        label,
        ...unitIn(scope, pointer),
        adds,
        H.counted[language],
      ]),
      ...open.map(({ scope, pointer }): CellValue[] => [label, ...unitIn(scope, pointer), undefined, H.open[language]]),
    ]
  })
  return numberedSheet(source, UNITS, columns, lines)
}
