import { z } from 'zod'
import { choice, objectByKey, type Form } from './choice.ts'
import { conditionSchema, type Condition } from './condition-schema.ts'

export type Operand = number | string | Formula

/** How a number of the smallest units of money, or of days, is cut to an integer. */
const roundingSchema = z.enum(['down', 'up', 'half-up'])

export type Formula =
  | { when: Condition }
  | { some: string; where?: Condition | undefined }
  | { every: string; where?: Condition | undefined; holds: Condition }
  | { count: string; where?: Condition | undefined }
  | { sum: string; where?: Condition | undefined }
  | { least: Operand[] }
  | { least: string; where?: Condition | undefined }
  | { greatest: Operand[] }
  | { greatest: string; where?: Condition | undefined }
  | { date: Operand; plusDays: Operand }
  | { date: Operand; plusMonths: Operand }
  | { date: Operand; plusYears: Operand }
  | { daysBetween: [Operand, Operand] }
  | { add: Operand[] }
  | { subtract: [Operand, Operand] }
  | { multiply: [Operand, Operand]; round: 'down' | 'up' | 'half-up' }
  | { share: [Operand, Operand] }

const numberSchema = z.number()
/** An ISO date, a fact, or a scope. */
const nameSchema = z.string().min(1)

/** A number, an ISO date, the name of a fact, or a formula. */
export const operandSchema: z.ZodType<Operand> = z
  .lazy(() =>
    choice<Operand>([numberSchema, nameSchema, formulaSchema], (value) => {
      if (typeof value === 'number') return numberSchema
      return typeof value === 'string' ? nameSchema : formulaSchema
    }),
  )
  .meta({ id: 'Operand', description: 'A number, an ISO date, the name of a fact, or a formula' })

const pair = () => z.tuple([operandSchema, operandSchema])
const some = (least: number) => z.array(operandSchema).min(least)
const where = { where: conditionSchema.optional() }

/** The members of the closed set of formulas. */
export const FORMULAS: readonly Form[] = [
  { key: 'when', shape: { when: conditionSchema } },
  { key: 'some', shape: { some: nameSchema, ...where } },
  { key: 'every', shape: { every: nameSchema, ...where, holds: conditionSchema } },
  { key: 'count', shape: { count: nameSchema, ...where } },
  { key: 'sum', shape: { sum: nameSchema, ...where } },
  { key: 'least', list: true, shape: { least: some(1) } },
  { key: 'least', shape: { least: nameSchema, ...where } },
  { key: 'greatest', list: true, shape: { greatest: some(1) } },
  { key: 'greatest', shape: { greatest: nameSchema, ...where } },
  { key: 'plusDays', shape: { date: operandSchema, plusDays: operandSchema } },
  { key: 'plusMonths', shape: { date: operandSchema, plusMonths: operandSchema } },
  { key: 'plusYears', shape: { date: operandSchema, plusYears: operandSchema } },
  { key: 'daysBetween', shape: { daysBetween: pair() } },
  { key: 'add', shape: { add: some(2) } },
  { key: 'subtract', shape: { subtract: pair() } },
  { key: 'multiply', shape: { multiply: pair(), round: roundingSchema } },
  { key: 'share', shape: { share: pair() } },
]

/** One formula of the closed set. */
export const formulaSchema: z.ZodType<Formula> = z
  .lazy(() => objectByKey<Formula>(FORMULAS))
  .meta({ id: 'Formula', description: 'One formula of the closed set' })
