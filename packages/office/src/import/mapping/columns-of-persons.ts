import type { ImportTable } from '@tiaoli/engine/plan'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { TableHead } from '../table/table-head.ts'
import { headingKey, withoutBrackets } from '../../values/words.ts'

/** Columns about persons: a table that has several of them is a roster. */
const PERSONAL =
  /^(?:姓名|性别|民族|出生(?:日期|年月|时间)|(?:公民)?身份证?号码?|身份证|联系电话|手机号?码?|(?:full|first|last|given|family)name|surname|sex|gender|dateofbirth|dob|passport(?:no|number)?|phone(?:no|number)?|mobile(?:no|number)?|telephone)$/
/** Over the names of persons, of none of whom it is said what they are to a record. */
const NAME_OF_PERSON = /^姓名$|^fullname$/
/** Columns of numbers that count the rows. */
export const SERIAL = /^(?:序号|no\.?|#|s\/?n|serial(?:no\.?|number)?)$/

/** The columns about persons of a table whose rows are persons: it names them, and them first or with more about them. */
export function columnsOfPersons({ columns }: TableHead): SheetColumn[] {
  const first = columns.find(({ headings }) => !SERIAL.test(lastKey(headings)))
  const personal = columns.filter((one) => isNameOfPerson(one) || PERSONAL.test(lastKey(one.headings)))
  const isRoster = personal.length > 1 && personal.every(({ headings }) => headings.length === 1)
  return isRoster || (first && isNameOfPerson(first)) ? personal : []
}

/** Whether a column has the names of the persons that the rows are about. */
export function isNameOfPerson({ headings }: SheetColumn): boolean {
  return headings.length === 1 && NAME_OF_PERSON.test(lastKey(headings))
}

/** The heading next to the cells of a column, without what stands in brackets. */
export function lastKey(headings: readonly string[]): string {
  return withoutBrackets(headingKey(headings.at(-1) ?? ''))
}

type Persons = NonNullable<ImportTable['persons']>

/** What the pack says of the persons in a roster, of the columns that are there and the facts that are counted. */
export function personsOf(
  { only, ...persons }: Persons,
  counted: NonNullable<ImportTable['counts']>,
  isThere: (heading: string) => boolean,
): Persons {
  const counts = only?.counts?.filter((fact) => counted.some((one) => one.fact === fact)) ?? []
  return {
    ...persons,
    apart: persons.apart?.filter(isThere),
    ...(only && { only: { ...only, counts: counts.length > 0 ? counts : undefined } }),
  }
}
