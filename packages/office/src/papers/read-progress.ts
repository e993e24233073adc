import type { Text } from '@tiaoli/engine'
import { isObject, parseDay, pathOf, type Path } from '@tiaoli/engine/plan'
import { readDate } from '../values/read-date.ts'
import { looksPersonal } from '../looks-personal.ts'
import type { FilePlace } from '../office-error.ts'
import type { Cell, Row, Sheet, Workbook } from '../workbook.ts'
import { keyOf } from '../values/words.ts'
import { itemOf, PROGRESS_KEYS, stateIn, type ProgressItem, type ProgressState } from './progress-item.ts'

type Field = 'state' | 'day' | 'note'

/** What was filled in about one matter, each with its cell. */
export interface FilledItem extends ProgressItem {
  /** What the table calls the unit and the matter, for people. */
  readonly unit?: string
  readonly matter?: string
  readonly state?: ProgressState
  /** `YYYY-MM-DD`. */
  readonly day?: string
  readonly note?: string
  readonly cells: Readonly<Partial<Record<Field, FilePlace>>>
}

/** Why something was not read or is to be checked, and where. Nothing that a cell holds is repeated. */
export interface ProgressProblem {
  readonly code: keyof typeof SENTENCES
  readonly place: FilePlace
  readonly text: Text
}

export interface ProgressReading {
  /** The matters about which something was filled in, in the order of the table. */
  readonly items: readonly FilledItem[]
  readonly problems: readonly ProgressProblem[]
}

const SENTENCES = {
  'no-table': {
    zh: '这不是由条理生成的督办表，或其中隐藏的行、列被删去，没有读。请用原来的督办表。',
    en: 'This is not a follow-up table, or its hidden row or column was removed; nothing is read. Use the table as it was made.',
  },
  'not-an-item': {
    zh: '这一行没有编号，或编号被改，不知是哪一项，没有读。请在原有的行中填写。',
    en: 'This row has no key, or it was changed: which matter is meant is not known, and it is not read. Fill in a row of the table.',
  },
  'item-twice': {
    zh: '这一行与上面一行是同一项，没有读。请合并为一行。',
    en: 'This row is about the same matter as one above and is not read. Join them.',
  },
  'other-row': {
    zh: '这一行的单位、事项与隐藏的编号不符，可能只给部分列排了序，或改了名称，没有读。请把整行一起排序，或恢复原来的名称。',
    en: 'The unit and the matter of this row are not those of its hidden key: perhaps only some columns were sorted, or a name was changed. It is not read. Sort whole rows, or put the names back.',
  },
  'other-unit': {
    zh: '台账中这个代号现在是另一个单位，督办表可能是按另一份台账做的，这一行没有与台账比对。请核对，或用做这张表的台账。',
    en: 'The ledger has another unit by this code, so the table may have been made of another ledger. This row is not compared with the ledger. Check it, or use the ledger of which the table was made.',
  },
  'not-done-on': {
    zh: '填了办结日期，状态却不是“已办结”，两处都没有读。请改正其中一处。',
    en: 'There is a day on which it was done, and the state is another than “done”: neither is read. Correct one of them.',
  },
  'not-a-state': {
    zh: '不知办到哪一步。请填“未办”“办理中”或者“已办结”；其他情况写在“进展”一栏。',
    en: 'This is no state. Write “open”, “under way” or “done”, and what else there is to say under “Progress”.',
  },
  'not-a-day': {
    zh: '不是完整的日期。请写明年月日，如2020年3月5日。',
    en: 'This is no full date. Write it with year, month and day, such as 2020-03-05.',
  },
  'serial-date': {
    zh: '此处是一个数，已按 Excel 的日期序号读作日期。请核对，并把单元格改为日期格式。',
    en: 'This is a number; it is read as a day as Excel counts them. Check it, and give the cell the format of a date.',
  },
  'still-to-come': {
    zh: '办结日期还没有到，没有读。请填实际办结的日期；尚未办结的留空。',
    en: 'This day is still to come and is not read. Write the day on which it was done, or leave it blank until then.',
  },
  personal: {
    zh: '此处似为身份证号或电话号码，已略去，没有读。请从表格中删去。',
    en: 'This looks like an identity or telephone number. It is dropped; remove it from the workbook.',
  },
} as const satisfies Record<string, Text>

/**
 * What an office has filled into a follow-up table (`papers supervision`): state, day and note of each matter. Columns may
 * be moved and rows be sorted or removed. Who is in charge is not read: persons stay in the file. Nothing was done after
 * `today`, `YYYY-MM-DD`: the day by the clock, if left out.
 */
export function readProgress(
  workbook: Workbook,
  { today = dayByClock() }: { readonly today?: string } = {},
): ProgressReading {
  const tables = workbook.sheets.flatMap((sheet) => {
    const keys = keyRowOf(sheet)
    return keys ? [new ProgressTable(workbook.name, sheet, keys, today)] : []
  })
  if (tables.length === 0) return { items: [], problems: [problem('no-table', { file: workbook.name })] }
  const seen = new Set<string>()
  const readings = tables.map((table) => table.read(seen))
  return {
    items: readings.flatMap(({ items }) => items),
    problems: readings.flatMap(({ problems }) => problems),
  }
}

/** What is told of a matter whose unit the ledger calls otherwise; undefined where it has no name, or the same. */
export function otherUnit(item: FilledItem, ledger: unknown, pointer: string): ProgressProblem | undefined {
  const name = nearestName(ledger, pathOf(pointer))
  const [place] = Object.values(item.cells)
  const isOther = name !== undefined && item.unit !== undefined && !keyOf(item.unit).includes(keyOf(name))
  return isOther && place ? problem('other-unit', place) : undefined
}

/** What the record at a place is called, or else the nearest around it. */
function nearestName(ledger: unknown, path: Path): string | undefined {
  let at = ledger
  let name: string | undefined
  for (const step of path) {
    if (!isObject(at) && !Array.isArray(at)) break
    at = (at as Readonly<Record<string, unknown>>)[step]
    if (isObject(at) && typeof at['name'] === 'string') name = at['name']
  }
  return name
}

/** People put rows above a table, not many. */
const KEY_ROW_WITHIN = 20

function keyRowOf({ rows }: Sheet): Row | undefined {
  return rows.slice(0, KEY_ROW_WITHIN).find(({ cells }) => cells.some(({ text }) => text === PROGRESS_KEYS.item))
}

class ProgressTable {
  readonly #file: string
  readonly #sheet: Sheet
  readonly #keys: Row
  readonly #today: string
  readonly #problems: ProgressProblem[] = []

  constructor(file: string, sheet: Sheet, keys: Row, today: string) {
    this.#file = file
    this.#sheet = sheet
    this.#keys = keys
    this.#today = today
  }

  read(seen: Set<string>): ProgressReading {
    const items = this.#sheet.rows
      .filter(({ number }) => number > this.#keys.number + 1)
      .flatMap((row) => {
        const key = this.#cell(row, 'item')
        const filled = (['state', 'day', 'note'] as const).flatMap((field) => {
          const cell = this.#cell(row, field)
          return cell ? [[field, cell] as const] : []
        })
        const [first] = filled
        if (!first) return []
        const textOf = (field: 'unit' | 'matter') => this.#cell(row, field)?.text ?? ''
        const found = key && itemOf(key.text, { unit: textOf('unit'), matter: textOf('matter') })
        if (!found) return this.#refuse('not-an-item', first[1])
        if (!found.isOfRow) return this.#refuse('other-row', first[1])
        if (seen.has(key.text.trim())) return this.#refuse('item-twice', first[1])
        seen.add(key.text.trim())
        return this.#progress({ ...found.item, ...this.#named(row) }, new Map(filled))
      })
    return { items, problems: this.#problems }
  }

  #named(row: Row): Pick<FilledItem, 'unit' | 'matter'> {
    const [unit, matter] = (['unit', 'matter'] as const).map((field) => {
      const text = this.#cell(row, field)?.text.trim()
      return text !== undefined && looksPersonal(text) === undefined ? text : undefined
    })
    return { ...(unit !== undefined && { unit }), ...(matter !== undefined && { matter }) }
  }

  #progress(item: ProgressItem & Pick<FilledItem, 'unit' | 'matter'>, filled: ReadonlyMap<Field, Cell>): FilledItem[] {
    const [state, day, note] = [filled.get('state'), filled.get('day'), filled.get('note')]
    const read = {
      state: state && this.#state(state),
      day: day && this.#day(day),
      note: note && this.#note(note),
    }
    if (read.day !== undefined && read.state !== undefined && read.state !== 'done') {
      this.#refuse('not-done-on', day!)
      read.day = undefined
      read.state = undefined
    }
    if (Object.values(read).every((value) => value === undefined)) return []
    const cells = {
      ...(state && read.state && { state: this.#place(state) }),
      ...(day && read.day && { day: this.#place(day) }),
      ...(note && read.note && { note: this.#place(note) }),
    }
    return [
      {
        ...item,
        ...(read.state && { state: read.state }),
        ...(read.day && { day: read.day }),
        ...(read.note && { note: read.note }),
        cells,
      },
    ]
  }

  #state(cell: Cell): ProgressState | undefined {
    const state = stateIn(cell.text)
    if (!state) this.#refuse('not-a-state', cell)
    return state
  }

  #day(cell: Cell): string | undefined {
    const { value = '', isSerial } = readDate(cell) ?? {}
    if (parseDay(value) === undefined) this.#refuse('not-a-day', cell)
    else if (value > this.#today) this.#refuse('still-to-come', cell)
    else {
      if (isSerial) this.#tell('serial-date', cell)
      return value
    }
    return undefined
  }

  #note(cell: Cell): string | undefined {
    if (!looksPersonal(cell.text)) return cell.text.trim()
    this.#refuse('personal', cell)
    return undefined
  }

  #refuse(code: ProgressProblem['code'], cell: Cell): never[] {
    this.#tell(code, cell)
    return []
  }

  #tell(code: ProgressProblem['code'], cell: Cell): void {
    this.#problems.push(problem(code, this.#place(cell)))
  }

  #cell(row: Row, field: keyof typeof PROGRESS_KEYS): Cell | undefined {
    const column = this.#keys.cells.find(({ text }) => text === PROGRESS_KEYS[field])?.column
    const cell = row.cells.find((one) => one.column === column)
    // Lines above and below the table go across it.
    return cell && cell.mergedInto === undefined && cell.text.trim() !== '' ? cell : undefined
  }

  #place({ place: { address } }: Cell): FilePlace {
    return { file: this.#file, sheet: this.#sheet.name, cell: address }
  }
}

function problem(code: ProgressProblem['code'], place: FilePlace): ProgressProblem {
  return { code, place, text: SENTENCES[code] }
}

/** By the clock of this machine, where it stands. */
function dayByClock(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
