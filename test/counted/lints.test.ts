import { compile, loadPack } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { clauseEncodings } from '../../packages/authoring/src/encoding/clause-encodings.ts'
import { lookedThrough } from '../../packages/authoring/src/lint/not-looked-through.ts'
import { pointlessRequirement } from '../../packages/authoring/src/lint/pointless-requirement.ts'
import { requirement, toyText, words } from '../support/toy-pack.ts'
import { lintsOfText } from '../authoring/lint/lint-toy.ts'
import { growthOf } from './steps.ts'

const leaf = (fact: string, value: unknown) => ({ fact, operator: 'equal', value })

/** Conditions by name, each naming the one before twice: a tree of them has twice as many leaves at every level. */
const named = (levels: number) =>
  toyText({
    derived: {
      'kitchen.c0': { label: words('x'), when: leaf('kitchen.licensed', true) },
      ...Object.fromEntries(
        Array.from({ length: levels }, (_, i) => [
          `kitchen.c${i + 1}`,
          {
            label: words('x'),
            when: { any: [{ condition: `kitchen.c${i}` }, { not: { not: { condition: `kitchen.c${i}` } } }] },
          },
        ]),
      ),
    },
  })

it('each further level of conditions by name takes the lints as many steps as those before', () => {
  const [second, third] = growthOf((times) => {
    const files = named(20 * times)
    return () => lintsOfText(files)
  })
  expect(third).toBeLessThan(1.5 * second)
})

/** Leaves side by side about one fact. */
const alike = (count: number) =>
  toyText({
    derived: {
      'kitchen.any': {
        label: words('x'),
        when: { any: Array.from({ length: count }, (_, i) => leaf('kitchen.seats', i)) },
      },
    },
  })

it('leaves about one fact beyond those that are compared take the lints no more steps than to be read', () => {
  const [second, third] = growthOf((times) => {
    const files = alike(600 * times)
    return () => lintsOfText(files)
  })
  expect(third).toBeLessThan(1.1 * second)
})

/** Requirements of which each asks for more than the one before, and no other asks as much. */
const ladder = (count: number) =>
  toyText({
    requirements: Array.from({ length: count }, (_, i) =>
      requirement({ id: `a${i}`, requires: { fact: 'kitchen.seats', operator: 'greaterThan', value: i } }),
    ),
  })

it('requirements that are compared with each other, beyond those for which there is room, take the lint no more steps than to be read', () => {
  const [second, third] = growthOf((times) => {
    const loaded = loadPack({ files: ladder(150 * times) })
    if (!loaded.plan) throw new Error('the pack has errors')
    const { plan, places, files } = loaded
    const context = { plan, places, files, encoding: new Map(), texts: new Map() }
    return () => expect(lookedThrough(pointlessRequirement, context, 100_000).unfinished).toHaveLength(1)
  })
  expect(third).toBeLessThan(1.1 * second)
})

it('each further 300 requirements that cite one clause are listed in as many steps as those before', () => {
  const [second, third] = growthOf((times) => {
    const { plan } = compile({ files: ladder(300 * times) })
    return () => clauseEncodings({ plan })
  })
  expect(third).toBeLessThan(1.1 * second)
})
