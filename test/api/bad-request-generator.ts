import fc from 'fast-check'

/** An arbitrary request. */
export interface BadRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: string | Uint8Array | undefined
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Names that mean something somewhere, so that nonsense passes the first checks. */
const WORDS = `ganzhou-2018-32 party-organization-basics asOf ledger version files to from draft candidate runtimes
  reason expectedSeq holder roles summary compareOn scope id counties firms members full 2019-01-01 pack.json
  __proto__ constructor 0 1 -1 1e999 null 条 ../ %00 "`
  .split(/\s+/)
  .concat('', "'; DROP TABLE audit; --", '\u0000', '\ud800', '9'.repeat(400))
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 12, unit: 'binary' }))
const segment = word.map((text) => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E') || 'x')

/** JSON with known names, of any shape; now and then not JSON at all. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(word, tie('json'), { maxKeys: 6 }),
  ),
}))

const text = fc.oneof(
  { weight: 6, arbitrary: json.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: json.map((value) => JSON.stringify(value).slice(0, -1)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40, unit: 'binary' }).map((value) => value.toWellFormed()) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }).map((depth) => '['.repeat(depth)) },
)
const body = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
)

const header = fc.oneof(
  fc.constantFrom('application/json', 'application/x-ndjson', 'text/plain', 'application/json; charset=gbk', 'x'),
  fc.string({ maxLength: 20 }).map((value) => value.replaceAll(/[^\x21-\x7e]/g, '?')),
)

/** Operations of the API, and valid names for the parameters of their addresses. */
export interface Targets {
  operations: readonly (readonly [method: string, path: string])[]
  /** A valid value for each parameter of an address. */
  names: Readonly<Record<string, string>>
  tokens: readonly string[]
}

/** Requests to the addresses of a document and to others, with one of the tokens or an invalid one. */
export function badRequests({ operations, names, tokens }: Targets): fc.Arbitrary<BadRequest> {
  const wrong = fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: segment })
  const aimed = fc
    .tuple(fc.constantFrom(...operations), fc.array(wrong, { minLength: 2, maxLength: 2 }))
    .map(([[method, path], wrongs]) => {
      let i = 0
      return { method, path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => wrongs[i++] ?? names[name]!) }
    })
  const astray = fc.record({
    method: fc.constantFrom(...METHODS),
    path: fc
      .array(fc.oneof(segment, fc.constantFrom(...Object.values(names))), { maxLength: 5 })
      .map((parts) => `/${parts.join('/')}`),
  })
  const target = fc.oneof(
    { weight: 8, arbitrary: aimed },
    {
      weight: 1,
      arbitrary: fc.tuple(aimed, fc.constantFrom(...METHODS)).map(([{ path }, method]) => ({ method, path })),
    },
    { weight: 1, arbitrary: astray },
  )
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc
        .array(
          fc.tuple(
            fc.oneof(fc.constantFrom('version', 'before', 'limit', 'path', 'after', 'from', 'to'), segment),
            segment,
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`),
    },
  )
  const headers = fc.record(
    {
      authorization: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...tokens).map((token) => `Bearer ${token}`) },
        { weight: 1, arbitrary: header },
      ),
      'content-type': fc.oneof(
        { weight: 6, arbitrary: fc.constant('application/json') },
        { weight: 1, arbitrary: header },
      ),
      'if-match': fc.oneof(fc.constantFrom('"1"', '"2"', '*', 'W/"1"'), header),
      'if-none-match': header,
      'idempotency-key': fc.oneof(fc.constantFrom('same-key-always', 'x'), header),
      'content-encoding': fc.constantFrom('gzip', 'identity', 'x'),
      accept: fc.constantFrom('text/html', 'application/json', '*/*', ';;;'),
      'x-request-id': header,
    },
    { requiredKeys: ['authorization', 'content-type'] },
  )
  return fc
    .record({ target, query, headers, body })
    .map(({ target: { method, path }, query: search, ...rest }) => ({ method, path: path + search, ...rest }))
}
