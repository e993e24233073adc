import { z } from 'zod'
import { objectByKey } from './choice.ts'
import { factNameSchema, schemaReference, slugSchema, textSchema, unitSchema, wordSchema } from './common-schema.ts'
import type { Unit } from './common-schema.ts'
import { conditionSchema, type Condition } from './condition-schema.ts'
import type { Text } from '../text/text.ts'

interface RowBase {
  id: string
  label: Text
  /** How far it is set in below the rows above. */
  level?: number | undefined
}

/** A row of a statistics form: records counted, a number of theirs added up, or why the ledger cannot say. */
export type TableRow = RowBase &
  (
    | { count: string; where?: Condition | undefined }
    | { sum: string; where?: Condition | undefined }
    | { notKept: Text }
  )

const base = { id: slugSchema, label: textSchema, level: z.int().min(0).max(5).optional() }
const where = { where: conditionSchema.optional() }

const rowSchema: z.ZodType<TableRow> = objectByKey<TableRow>([
  { key: 'count', shape: { ...base, count: wordSchema, ...where } },
  { key: 'sum', shape: { ...base, sum: factNameSchema, ...where } },
  { key: 'notKept', shape: { ...base, notKept: textSchema } },
])

const units: z.ZodType<Record<string, Unit>> = z.record(wordSchema, unitSchema)

export const tableFileSchema = z
  .strictObject({
    ...schemaReference,
    id: slugSchema,
    title: textSchema,
    form: textSchema.optional().meta({ description: 'Whose form it is, and which column of it' }),
    units: units.optional().meta({ description: 'By scope, what its records are counted in, such as 家' }),
    rows: z.array(rowSchema).min(1),
  })
  .meta({ title: 'tables/*.json', description: 'A statistics form: rows that are counted over the ledger' })
export type TableFile = z.infer<typeof tableFileSchema>

const registerPartSchema = z.strictObject({
  requirement: slugSchema,
  records: wordSchema.meta({ description: 'The scope of the records that tell how the duty was done' }),
  shows: z.array(factNameSchema).min(1).meta({ description: 'Given facts of these records' }),
})

export const registerFileSchema = z
  .strictObject({
    ...schemaReference,
    id: slugSchema,
    title: textSchema,
    duties: z.array(registerPartSchema).min(1),
  })
  .meta({ title: 'registers/*.json', description: 'Who has done a duty, when and how: a line for each unit and year' })
export type RegisterFile = z.infer<typeof registerFileSchema>
