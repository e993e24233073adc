import type { z } from 'zod'
import type { Path } from '../json/pointer.ts'

/** The keys that a schema allows in the object at a path, in every form that the schema allows there. */
export function knownKeys(schema: z.core.$ZodType, path: Path): string[] {
  return [...new Set(keysOfForms(schema, path).flat())]
}

/** The keys of each form that a schema allows in the object at a path, in the order in which the schema has them. */
export function keysOfForms(schema: z.core.$ZodType, path: Path): string[][] {
  let forms = formsOf(schema)
  for (const step of path)
    forms = new Set([...forms].flatMap((form) => below(form, step)).flatMap((next) => [...formsOf(next)]))
  return [...forms].flatMap((form) => {
    const shape = shapeOf(form)
    return shape ? [Object.keys(shape)] : []
  })
}

/** The schema itself, without the wrappers around it, and every form of a union. */
function formsOf(schema: z.core.$ZodType, found = new Set<z.core.$ZodType>()): Set<z.core.$ZodType> {
  const def = defOf(schema)
  if (def.type === 'lazy') formsOf(made(schema, def.getter), found)
  else if (def.type === 'optional') formsOf(def.innerType, found)
  else if (def.type === 'union') for (const option of def.options) formsOf(option, found)
  else found.add(schema)
  return found
}

/** What a lazy schema makes anew for whoever asks is made once: a file of a thousand conditions asks for each. */
function made(schema: z.core.$ZodType, make: () => z.core.$ZodType): z.core.$ZodType {
  const known = MADE.get(schema) ?? make()
  MADE.set(schema, known)
  return known
}

const MADE = new WeakMap<z.core.$ZodType, z.core.$ZodType>()

function below(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  const def = defOf(schema)
  if (def.type === 'array') return [def.element]
  if (def.type === 'tuple') return def.items.slice(Number(step), Number(step) + 1)
  if (def.type === 'record') return [def.valueType]
  const next = shapeOf(schema)?.[step]
  return next ? [next] : []
}

function shapeOf(schema: z.core.$ZodType): z.core.$ZodShape | undefined {
  const def = defOf(schema)
  return def.type === 'object' ? def.shape : undefined
}

type Definition = z.core.$ZodTypes extends { _zod: { def: infer D } } ? D : never

/** The schemas of packs are made with zod's classic interface, which holds the definition in plain sight. */
function defOf(schema: z.core.$ZodType): Definition {
  return (schema as unknown as { def: Definition }).def
}
