import type { Policy, Text } from '@tiaoli/engine'
import { ownSentences, type QuestionOptions } from '@tiaoli/engine/plan'
import type { Language } from '@tiaoli/engine/names'
import { askedColumns, isIdentifying } from './asked-columns.ts'
import { instructions } from './instructions.ts'
import { pointerOfRow, rootRow, rowsOf, type LedgerRow } from './ledger-records.ts'
import { UnitNames } from '../papers/unit-names.ts'
import { missingParts, type MissingPart } from './missing-parts.ts'
import type { Scope } from '../scope.ts'
import { sheetColumn } from './sheet-column.ts'
import { columnsOf, type TemplateColumn } from './template-columns.ts'
import { markSheet } from './template-mark.ts'
import { valueIn } from './value-in.ts'
import { ChoiceLists } from '../write/choice-lists.ts'
import type { TableSheet } from '../write/table-sheet.ts'
import { sheetName, writeWorkbook } from '../write/workbook.ts'

export interface TemplateInput {
  readonly policy: Policy
  /** What is known already. */
  readonly ledger?: unknown
  /** The names of the scopes that get a sheet: all of them if left out. */
  readonly scopes?: readonly string[] | undefined
  /** The names of the facts that get a column: all of them if left out. */
  readonly facts?: readonly string[] | undefined
  /** Only what keeps findings of the ledger unknown, the facts that decide most first. */
  readonly missing?: QuestionOptions | undefined
  /** The first language of the pack if left out. */
  readonly language?: Language | undefined
  /** The most cells below the headings, filled or not. Left out, any number. */
  readonly maxCells?: number | undefined
}

/** A template would have more cells than it may. */
export class TemplateTooLarge extends Error {
  override readonly name = 'TemplateTooLarge'
  readonly text: Text

  constructor(cells: number, maxCells: number) {
    const [found, most] = [cells, maxCells].map((count) => count.toLocaleString('en-US'))
    const text = {
      zh: `填报表有 ${found} 个单元格，超过 ${most} 个。请减少台账中的记录，如按县（市、区）分别生成。`,
      en: `The template would have ${found} cells, and ${most} is the limit. Give fewer records, such as those of one county.`,
    }
    super(text.en)
    this.text = text
  }
}

const TITLE: Text = { zh: '情况填报表', en: 'Form to be filled in' }
const LINES: Text = {
  zh: '不清楚的留空；没有的写“没有”；日期写成 2014-09-01、2014-09 或 2014。点中单元格可看提示，详见“填表说明”。',
  en: 'Leave blank what is not known; write “none” for what there is not; dates as 2014-09-01, 2014-09 or 2014. Hints show beside cells; see “How to fill this in”.',
}
const ASKED: Text = {
  zh: '黄色的格是作出判断所缺的，请先填这些。',
  en: 'Yellow cells are what is missing for a decision: fill these in first.',
}
/** Rows for records that are added. */
const BLANK_ROWS = 20
const HEAD_WIDTH = 110

/**
 * A workbook to be filled in: a sheet for each kind of record, a row for each record of the ledger, a column for each fact,
 * and instructions. `readTemplate` reads it back. The same input gives the same bytes. Throws `TemplateTooLarge` where it
 * would have more than `maxCells`.
 */
export function makeTemplate(input: TemplateInput): Uint8Array<ArrayBuffer> {
  const { policy, missing } = input
  const { plan } = policy
  const language = ownSentences(plan.reading, input.language)
  const parts = missing && missingParts(policy, input.ledger ?? {}, missing)
  const scopes = [...plan.scopes.values()].filter(
    (scope) => (input.scopes?.includes(scope.name) ?? true) && (parts?.has(scope) ?? true),
  )
  const root = rootRow(plan.root, input.ledger)
  const names = new SheetNames(instructions('', language).name)
  const made = scopes.map((scope): Table => {
    const part = parts?.get(scope)
    const columns = askedColumns(columnsOf(scope, new Set(scopes), language), input.facts, part)
    return { scope, name: names.take(scope.label[language]), columns, rows: rowsFor(scope, root, part), part }
  })
  const cells = made.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0)
  if (cells > (input.maxCells ?? Infinity)) throw new TemplateTooLarge(cells, input.maxCells!)
  const title = language === 'zh' ? `${plan.pack.title.zh} ${TITLE.zh}` : `${TITLE.en}: ${plan.pack.title.en}`
  const choices = new ChoiceLists()
  const units = new UnitNames({ policy, ledger: input.ledger, language })
  const tables = made.map((table) => tableOf(table, title, choices, units))
  const [first, ...others] = tables
  return writeWorkbook([
    ...(first ? [first] : []),
    instructions(title, language),
    ...others,
    markSheet(plan, language, made),
    choices.sheet(),
  ])
}

/** Names of sheets, none twice, whatever is cut off from them. */
class SheetNames {
  readonly #taken = new Set<string>()

  constructor(reserved: string) {
    this.#taken.add(reserved)
  }

  take(label: string): string {
    const whole = sheetName(label).trim()
    let name = whole
    for (let i = 2; this.#taken.has(name.toLowerCase()); i++) name = `${whole.slice(0, 26)} ${i}`
    this.#taken.add(name.toLowerCase())
    return name
  }
}

/** The rows of a sheet: of missing facts those of the records that lack some, and of years that are missing. */
function rowsFor(scope: Scope, root: LedgerRow, part: MissingPart | undefined): LedgerRow[] {
  const rows = rowsOf(scope, root)
  return part ? [...rows.filter((row) => part.lacking.has(pointerOfRow(row))), ...part.years] : rows
}

interface Table {
  readonly scope: Scope
  readonly name: string
  readonly columns: readonly TemplateColumn[]
  readonly rows: readonly LedgerRow[]
  /** What is missing, where only that is asked for. */
  readonly part: MissingPart | undefined
}

function tableOf(
  { scope, name, columns, rows, part }: Table,
  title: string,
  choices: ChoiceLists,
  units: UnitNames,
): TableSheet {
  const { language } = units
  return {
    name,
    title: language === 'zh' ? `${title}：${scope.label.zh}` : `${title} – ${scope.label.en}`,
    lines: [LINES[language], ...(part ? [ASKED[language]] : [])],
    columns: columns.map((column) => sheetColumn(column, choices, language)),
    rows: rows.map((row) => columns.map((column) => valueIn(column, row, units))),
    ...(part && { isAsked: askedIn(part, rows, columns) }),
    blankRows: scope.parent ? BLANK_ROWS : 0,
    frozenColumns: columns.filter(isIdentifying).length,
    headWidth: HEAD_WIDTH,
  }
}

/** Of a record, what it lacks; of a year that is missing, every fact. */
function askedIn(
  { lacking, years }: MissingPart,
  rows: readonly LedgerRow[],
  columns: readonly TemplateColumn[],
): (row: number, column: number) => boolean {
  const missing = new Set(years)
  const asked = rows.map((row) => lacking.get(pointerOfRow(row)))
  return (r, c) => {
    const [row, column] = [rows[r], columns[c]]
    if (!row || !column) return false
    return missing.has(row)
      ? column.kind === 'value' && column.fact !== undefined
      : (asked[r]?.has(column.key) ?? false)
  }
}
