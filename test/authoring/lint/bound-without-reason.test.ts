import { expect, it } from 'vitest'
import { toyText } from '../../support/toy-pack.ts'
import { lintsOfText, placesOf } from './lint-toy.ts'

const why = { zh: '该条件在这一年总是成立。', en: 'This condition always holds in that year.' }

it.each([
  [{ coverage: 99 }, ['/coverage']],
  [{ coverage: 99, mutation: 90, reasons: { coverage: why } }, ['/mutation']],
  [{ coverage: 99, reasons: { coverage: why } }, []],
  [{ coverage: 100, mutation: 100 }, []],
  [{}, []],
])('%j has a bound below 100 without a reason at %j', (quality, pointers) => {
  const lints = lintsOfText({ ...toyText(), 'quality.json': JSON.stringify(quality) })
  const found = lints.filter(({ code }) => code === 'bound-without-reason')
  expect(placesOf(found)).toEqual(pointers.map((pointer) => `bound-without-reason quality.json#${pointer}`))
})
