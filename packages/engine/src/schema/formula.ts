import { z } from 'zod'
import { conditionSchema, type Condition } from './condition.ts'

export type Operand = number | string | Formula

/** How a number of fen or of days is cut to an integer. */
const roundingSchema = z.enum(['down', 'up', 'half-up'])

export type Formula =
  | { when: Condition }
  | { some: string; where?: Condition | undefined }
  | { every: string; where?: Condition | undefined; holds: Condition }
  | { count: string; where?: Condition | undefined }
  | { sum: string; where?: Condition | undefined }
  | { least: string | Operand[]; where?: Condition | undefined }
  | { greatest: string | Operand[]; where?: Condition | undefined }
  | {
      date: Operand
      plusDays?: Operand | undefined
      plusMonths?: Operand | undefined
      plusYears?: Operand | undefined
    }
  | { daysBetween: [Operand, Operand] }
  | { add: Operand[] }
  | { subtract: [Operand, Operand] }
  | { multiply: [Operand, Operand]; round: 'down' | 'up' | 'half-up' }
  | { share: [Operand, Operand] }

/** A number, an ISO date, the name of a fact, or a formula. */
export const operandSchema: z.ZodType<Operand> = z
  .lazy(() => z.union([z.number(), z.string().min(1), formulaSchema]))
  .meta({ id: 'Operand', description: 'A number, an ISO date, the name of a fact, or a formula' })

const pair = () => z.tuple([operandSchema, operandSchema])
const where = { where: conditionSchema.optional() }
const listOrScope = z.union([z.string().min(1), z.array(operandSchema).min(1)])

/** The members of the closed set of formulas, each a strict object named by its first key. */
export const formulaShapes = [
  { when: conditionSchema },
  { some: z.string().min(1), ...where },
  { every: z.string().min(1), ...where, holds: conditionSchema },
  { count: z.string().min(1), ...where },
  { sum: z.string().min(1), ...where },
  { least: listOrScope, ...where },
  { greatest: listOrScope, ...where },
  { date: operandSchema, plusDays: operandSchema },
  { date: operandSchema, plusMonths: operandSchema },
  { date: operandSchema, plusYears: operandSchema },
  { daysBetween: pair() },
  { add: z.array(operandSchema).min(2) },
  { subtract: pair() },
  { multiply: pair(), round: roundingSchema },
  { share: pair() },
] as const

/** One formula of the closed set. */
export const formulaSchema: z.ZodType<Formula> = z
  .lazy(
    () =>
      z.union(
        formulaShapes.map((shape) => z.strictObject(shape)) as unknown as [z.ZodType, z.ZodType],
      ) as unknown as z.ZodType<Formula>,
  )
  .meta({ id: 'Formula', description: 'One formula of the closed set' })
