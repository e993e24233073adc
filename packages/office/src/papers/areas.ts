import type { Finding } from '@tiaoli/engine'
import type { CellValue } from '../write/table-sheet.ts'
import { withoutRemark } from './addressees.ts'
import type { NumberedColumn } from './numbered-sheet.ts'
import type { PaperSource } from './paper.ts'
import { isArea } from './records-of.ts'
import type { Unit, UnitNames } from './unit-names.ts'

type Scope = Unit['scope']

/** The column with the area of each unit, by which a table can be filtered; none where a ledger has no areas. */
export class Areas {
  readonly column: readonly NumberedColumn[]
  readonly #units: UnitNames
  readonly #scopes: ReadonlySet<Scope>
  readonly #areas = new Map<Unit, string | undefined>()

  constructor({ policy }: PaperSource, units: UnitNames) {
    this.#units = units
    this.#scopes = new Set([...policy.plan.scopes.values()].filter(isArea))
    const labels = [...this.#scopes].map(({ label }) => label)
    const zh = labels.map((label) => label.zh).join('／')
    const en = labels.map((label) => capital(withoutRemark(label.en))).join(' / ')
    this.column = labels.length === 0 ? [] : [[{ zh, en }, 10]]
  }

  /** The cell of what a row is about, empty where it is in no area; no cell without the column. */
  cellOf(subject: Pick<Finding['subject'], 'scope' | 'pointer'>): CellValue[] {
    if (this.column.length === 0) return []
    const unit = this.#units.unitOf(subject)
    if (!this.#areas.has(unit))
      this.#areas.set(unit, this.#units.around(unit).find(({ scope }) => this.#scopes.has(scope))?.name)
    return [this.#areas.get(unit)]
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
