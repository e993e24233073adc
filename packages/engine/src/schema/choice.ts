import { z } from 'zod'
import { isObject } from '../json/is-object.ts'

/** One form of an object: which key distinguishes it, and which keys it has. */
export interface Form {
  readonly key: string
  /** Of two forms with the same key, the one whose key holds a list. */
  readonly list?: true
  readonly shape: z.ZodRawShape
}

/**
 * A union of strict objects that a key distinguishes. An object's form is chosen before anything in it is read, so
 * that forms inside forms take no longer, and complain no more, than each does by itself.
 */
export function objectByKey<T>(forms: readonly Form[]): z.ZodType<T> {
  const options = forms.map(({ shape }) => z.strictObject(shape))
  const known = new Set(forms.flatMap(({ shape }) => Object.keys(shape)))
  const keys = [...new Set(forms.map(({ key }) => key))]
  return choice(options, (value) => {
    if (!isObject(value)) return { code: 'invalid_type', expected: 'object' }
    const chosen = forms.findIndex(({ key, list }) => Object.hasOwn(value, key) && (!list || Array.isArray(value[key])))
    if (chosen >= 0) return options[chosen]!
    const strange = Object.keys(value).filter((key) => !known.has(key))
    return strange.length > 0 ? { code: 'unrecognized_keys', keys: strange } : { code: 'custom', params: { keys } }
  })
}

/** An option to try, or what is wrong with a value that fits no option. */
type Chosen =
  | z.ZodType
  | { code: 'invalid_type'; expected: 'object' }
  | { code: 'unrecognized_keys'; keys: string[] }
  | { code: 'custom'; params: { keys: string[] } }

/** A union that looks at a value first and then tries one option only. */
export function choice<T>(options: readonly z.ZodType[], choose: (value: unknown) => Chosen): z.ZodType<T> {
  return new Choice({ type: 'union', options, choose }) as unknown as z.ZodType<T>
}

interface Definition extends z.core.$ZodUnionDef {
  choose: (value: unknown) => Chosen
}

const Choice = z.core.$constructor<z.ZodUnion, Definition>('Choice', (inst, def) => {
  z.ZodUnion.init(inst, def)
  const { _zod: internals } = inst
  internals.parse = (payload, context) => {
    const chosen = def.choose(payload.value)
    if (chosen instanceof z.ZodType) {
      const { _zod: option } = chosen
      return option.run(payload, context)
    }
    payload.issues.push({ ...chosen, input: payload.value, inst })
    return payload
  }
})
