import { InputError, type Policy } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { compiledPack } from '../load-packs.ts'
import { allPackIds } from '../../scripts/read-pack.ts'

const IDENTITY = '36070219900101123X'
const NAME = '张三丰'

type Json = Record<string, unknown>

describe.each(allPackIds())('the catalogue of %s', (id) => {
  const policy = compiledPack(id)
  const given = [...policy.plan.facts.values()].flatMap((fact) =>
    fact.kind === 'given' && !fact.isKey ? [fact.name] : [],
  )

  it('has no fact that takes an identity number, and no refusal repeats one', () => {
    for (const name of given) {
      const error = refusalOf(policy, ledgerWith(policy, name, IDENTITY))
      expect(error?.problems, name).toHaveLength(1)
      expect(toldBy(error!), name).not.toContain(IDENTITY.slice(0, 17))
    }
  })

  it('takes words only where a document or a kind of circumstance is named', () => {
    const free = given.filter((name) => !refusalOf(policy, ledgerWith(policy, name, NAME)))
    expect(free.filter((name) => !name.endsWith('.evidenceRef') && name !== 'report.circumstance')).toEqual([])
  })

  it('repeats no name that it refuses', () => {
    // A firm has a name, which is public; those in it have none.
    const rows = ['name', '姓名', 'idCard'].map((property) => ({
      counties: [{ firms: [{ id: 'F1', instructors: [{ [property]: NAME }] }] }],
    }))
    for (const row of rows) expect(refusalOf(policy, row)).toBeInstanceOf(InputError)
    for (const ledger of [...rows, ...given.map((name) => ledgerWith(policy, name, NAME))]) {
      const error = refusalOf(policy, ledger)
      if (error) expect(toldBy(error)).not.toContain(NAME)
    }
  })
})

/** What a ledger is refused for; undefined where it is accepted. */
function refusalOf(policy: Policy, ledger: unknown): InputError | undefined {
  try {
    policy.evaluate(ledger, { asOf: '2019-01-01', requirements: [] })
    return undefined
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}

function toldBy(error: InputError): string {
  return JSON.stringify(error.problems) + error.message + String(error.stack)
}

/** A ledger that has nothing but one fact, and the records down to it. */
function ledgerWith({ plan }: Policy, name: string, value: unknown): Json {
  const fact = plan.facts.get(name)
  if (fact?.kind !== 'given') throw new Error(`${name} is not a given fact`)
  let record = fact.path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Json
  for (let { scope } = fact; scope.parent; scope = scope.parent)
    record = { [scope.list]: scope.keyed ? { 2019: record } : [record] }
  return record
}
