import type { ImportColumn } from '@tiaoli/engine/plan'
import { factsGivenBy } from '../columns/facts-given.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

type Words = NonNullable<NonNullable<SheetReading['draft']['mapping']['remarks']>['on']>

/** The forms of remarks that say that facts are otherwise that a column gives. */
export function saidOtherwise(mapped: ImportColumn, reading: SheetReading): string[] {
  return wordsOn(mapped, reading).flatMap(({ by = [] }) => by)
}

/** The words by which remarks call the numbers that a column gives; none where it gives none of which they may speak. */
export function numbersCalled(mapped: ImportColumn, reading: SheetReading): string[] {
  return wordsOn(mapped, reading).flatMap(({ named = [] }) => named)
}

function wordsOn(mapped: ImportColumn, { draft }: SheetReading): Words {
  const given = factsGivenBy(mapped)
  return (draft.mapping.remarks?.on ?? []).filter(({ facts }) => facts.some((fact) => given.includes(fact)))
}
