import fc from 'fast-check'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Texts of JSON that are no good in most places, or that no JSON value can be made to give. */
const SPOILERS = [
  '"\\ud800"',
  '"\\u0000"',
  '"__proto__"',
  '"constructor"',
  '""',
  '"条"',
  '1e400',
  '-0',
  '0.1',
  '9007199254740993',
  'null',
  'true',
  '[]',
  '{}',
  '{"__proto__":{}}',
  '{"constructor":1}',
  '{"toString":null}',
  '{"\\ud800":1}',
  '{"a":1,"a":2}',
  '['.repeat(60) + ']'.repeat(60),
  '{"all":['.repeat(40) + ']}'.repeat(40),
  `"${'x'.repeat(5000)}"`,
  '',
]

/** The places of a value: the way to each, from the root. */
function placesOf(value: Json, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  const entries = Array.isArray(value)
    ? value.map((item: Json, i) => [i, item] as const)
    : Object.entries(value as Record<string, Json>)
  return [way, ...entries.flatMap(([step, item]) => placesOf(item, [...way, step]))]
}

const MARK = ' the place '

function marked(value: Json, [step, ...rest]: readonly (string | number)[], mark: 'value' | 'name'): Json {
  if (step === undefined) return MARK
  if (Array.isArray(value)) return value.map((item: Json, i) => (i === step ? marked(item, rest, mark) : item))
  const entries = Object.entries(value as Record<string, Json>).map(([name, item]) => {
    if (name !== step) return [name, item]
    return mark === 'name' && rest.length === 0 ? [MARK, item] : [name, marked(item, rest, mark)]
  })
  return Object.fromEntries(entries) as Json
}

const NAMES = ['"__proto__"', '"constructor"', '"toString"', '"\\ud800"', '""', '"a/b~c"']

/** The text of a value of which one place is spoiled: what stands there, or the name under which it stands. */
export function spoiled(value: unknown): fc.Arbitrary<string> {
  const json = value as Json
  const places = placesOf(json)
  const named = places.filter((way) => typeof way.at(-1) === 'string')
  const put = (way: readonly (string | number)[], text: string, mark: 'value' | 'name') =>
    JSON.stringify(marked(json, way, mark)).replace(JSON.stringify(MARK), () => text)
  const values = fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...SPOILERS))
    .map(([way, text]) => put(way, text, 'value'))
  if (named.length === 0) return values
  const names = fc.tuple(fc.constantFrom(...named), fc.constantFrom(...NAMES))
  return fc.oneof(
    { weight: 3, arbitrary: values },
    { weight: 1, arbitrary: names.map(([way, text]) => put(way, text, 'name')) },
  )
}
