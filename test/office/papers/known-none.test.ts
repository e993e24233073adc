import { expect, test } from 'vitest'
import { isKnownNone } from '../../../packages/office/src/papers/known-none.ts'
import { city } from './sample-papers.ts'

const firms = city.plan.scopes.get('firm')!

test.each([
  [{ firms: [] }, true],
  [{ firms: null }, true],
  [{ firms: [], complete: { firms: true } }, true],
  [{ firms: [], complete: { firms: false } }, false],
  [{ firms: [], complete: { instructors: false } }, true],
  [{}, false],
])('of a county that says %j, that it has no firms is known: %s', (county, isKnown) => {
  const ledger = { counties: [{ id: 'K1', ...county }] }
  const record = { scope: 'county', pointer: '/counties/0', id: 'K1' }
  expect(isKnownNone(ledger, record, firms, undefined)).toBe(isKnown)
})
