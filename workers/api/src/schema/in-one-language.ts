import type { Language } from '@tiaoli/engine/names'
import { z } from 'zod'
import { languageSchema } from './text-schema.ts'

/** The same type with a string for every text, which as it is sent may lack a language. A record of any names is none. */
type InOneLanguage<T> = T extends readonly (infer Item)[]
  ? InOneLanguage<Item>[]
  : T extends object
    ? string extends keyof T
      ? { [Key in keyof T]: InOneLanguage<T[Key]> }
      : [Language] extends [keyof T]
        ? string
        : { [Key in keyof T]: InOneLanguage<T[Key]> }
    : T

const made = new Map<z.core.$ZodType, z.ZodType>()

/** What a schema describes if the request chose one language: every text is a string. */
export function inOneLanguage<S extends z.ZodType>(schema: S): z.ZodType<InOneLanguage<z.output<S>>> {
  return worded(schema) as z.ZodType<InOneLanguage<z.output<S>>>
}

/** An answer about a pack if the request chose one language, which it names. */
export function answerInLanguage<S extends z.ZodObject>(
  schema: S,
): z.ZodType<{ language: string } & InOneLanguage<z.output<S>>> {
  const parts = Object.entries(schema.shape).map(([key, part]) => [key, worded(part)])
  const answer: z.ZodType = z.object({ language: languageSchema, ...Object.fromEntries(parts) })
  return answer as z.ZodType<{ language: string } & InOneLanguage<z.output<S>>>
}

function worded(schema: z.core.$ZodType): z.ZodType {
  const known = made.get(schema)
  if (known) return known
  const changed = rebuilt(schema)
  const { id, description } = z.globalRegistry.get(schema) ?? {}
  const named =
    changed === schema || changed instanceof z.ZodString
      ? changed
      : changed.meta({ ...(id && { id: `${id}InLanguage` }), ...(description && { description }) })
  made.set(schema, named)
  return named
}

/** The schema itself where it holds no text. */
function rebuilt(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    if ('zh' in schema.shape && 'en' in schema.shape) return z.string()
    const shape = Object.fromEntries(Object.entries(schema.shape).map(([key, part]) => [key, worded(part)]))
    const isSame = Object.entries(schema.shape).every(([key, part]) => shape[key] === part)
    return isSame ? schema : schema.clone({ ...schema.def, shape })
  }
  if (schema instanceof z.ZodArray) {
    const element = worded(schema.element)
    return element === schema.element ? schema : z.array(element)
  }
  if (schema instanceof z.ZodOptional) {
    const inner = worded(schema.unwrap())
    return inner === schema.unwrap() ? schema : inner.optional()
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(worded)
    return options.every((option, i) => option === schema.options[i]) ? schema : z.union(options)
  }
  return schema as z.ZodType
}
