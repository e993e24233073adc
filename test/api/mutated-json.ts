import fc from 'fast-check'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Texts that are wrong in most places, or that `JSON.stringify` cannot produce. */
const REPLACEMENTS = [
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

/** The path to every place in a value. */
function pathsOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Array.isArray(value)
    ? value.map((item: Json, i) => [i, item] as const)
    : Object.entries(value as Record<string, Json>)
  return [path, ...entries.flatMap(([step, item]) => pathsOf(item, [...path, step]))]
}

const MARK = ' the marked place '

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

/** JSON texts of a value in which one value or one name is replaced. */
export function mutatedJson(value: unknown): fc.Arbitrary<string> {
  const json = value as Json
  const places = pathsOf(json)
  const named = places.filter((path) => typeof path.at(-1) === 'string')
  const put = (path: readonly (string | number)[], text: string, mark: 'value' | 'name') =>
    JSON.stringify(marked(json, path, mark)).replace(JSON.stringify(MARK), () => text)
  const values = fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...REPLACEMENTS))
    .map(([path, text]) => put(path, text, 'value'))
  if (named.length === 0) return values
  const names = fc.tuple(fc.constantFrom(...named), fc.constantFrom(...NAMES))
  return fc.oneof(
    { weight: 3, arbitrary: values },
    { weight: 1, arbitrary: names.map(([path, text]) => put(path, text, 'name')) },
  )
}
