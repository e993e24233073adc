import { compileCondition, type CompiledCondition } from '@tiaoli/engine/condition'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stock } from '../../conformance/stock.ts'

const at = (path: unknown) => compileCondition({ fact: 'x', operator: 'equal', value: 1, path })

describe('a path of names and positions', () => {
  it.each<[string, unknown]>([
    ["$['年收入（万元）']", { '年收入（万元）': 1 }],
    ['$.年收入（万元）', { '年收入（万元）': 1 }],
    ["['a/b']", { 'a/b': 1 }],
    ['a/b', { 'a/b': 1 }],
    ['$["a.b"].c', { 'a.b': { c: 1 } }],
    ['$[0].id', [{ id: 1 }]],
    ['$[id]', { id: 1 }],
    ["$['-1']", { '-1': 1 }],
    ['$.0', [1]],
    ['$id', { $id: 1 }],
    ['$.$id', { $id: 1 }],
    ['$.a(b)', { 'a(b)': 1 }],
    ["$['a~b']", { 'a~b': 1 }],
    ['$.a.length', { a: 'x' }],
  ])('%s is followed', (path, x) => {
    expect(at(path)({ x })).toBe(true)
  })

  it.each<[unknown, string]>([
    ['$.[0].id', '".[" searches at every depth in JSONPath: leave out the dot'],
    ['$..id', '".." searches at every depth'],
    ['$[*].id', '"*" asks for everything'],
    ['$.*', '"*" asks for everything'],
    ['$[?(@.a > 1)]', 'filters and scripts are not supported'],
    ['$[(@.length-1)]', 'filters and scripts are not supported'],
    ["$['(a)']", 'filters and scripts are not supported'],
    ['$[1:2]', '"1:2" asks for a part of a list'],
    ['$[-1]', '"-1" is no position: positions count from 0'],
    ['$[0,1]', 'JSONPath does not read "0,1" as a name'],
    ["$['a,b']", 'JSONPath does not read "a,b" as a name'],
    ['$.a^', 'JSONPath does not read "a^" as a name'],
    ['$.a~', 'JSONPath does not read "a~" as a name'],
    ["$['%@.a']", 'JSONPath does not read "%@.a" as a name'],
    ["$['%@~']", 'JSONPath does not read "%@~" as a name'],
    ['$.%@%', 'JSONPath does not read "%@%" as a name'],
    ["$['%%@@%%']", 'JSONPath does not read "%%@@%%" as a name'],
    ['$.@number()', 'JSONPath does not read "@number()" as a name'],
    ["$['']", 'a name cannot be empty'],
    ["$['a]", 'is no name or position in brackets'],
    ["$['it\\'s']", 'quotes and brackets cannot be part of a name'],
    ["$.'a'", 'a name in quotes needs brackets'],
    ['$.a.', 'there is no name where it goes on with "."'],
    ['$.a]', 'there is no name where it goes on with "]"'],
    [3, 'condition /path must be a string'],
    [null, 'condition /path must be a string'],
  ])('%s is refused, with the reason', (path, reason) => {
    expect(() => at(path)).toThrow(TypeError)
    expect(() => at(path)).toThrow(reason)
  })

  const sign = fc.constantFrom(...Array.from('ab0 -_/\\.~#@$%&+=!<>|{}?()（）年1:*,;^`"\'[]'))
  const names = fc.string({ unit: sign, minLength: 1, maxLength: 4 })
  const ways = fc.constantFrom(
    (name: string) => `$['${name}']`,
    (name: string) => `$["${name}"]`,
    (name: string) => `$.${name}`,
    (name: string) => `$.b['${name}']`,
    (name: string) => name,
  )

  it('finds what the JSONPath of json-rules-engine finds, wherever it is taken', async () => {
    let followed = 0
    const property = fc.asyncProperty(names, ways, async (name, way) => {
      const leaf = { fact: 'x', operator: 'equal', value: 1, path: way(name) }
      const x = { [name]: 1, b: { [name]: 1 }, a: { b: 1 } }
      const compiled = compiledOrNone(leaf)
      if (!compiled) return
      followed++
      expect(compiled({ x }), leaf.path).toBe(await stock({ all: [leaf] }, { x }, UNDEFINED))
    })
    await fc.assert(property, { numRuns: 1000 })
    expect(followed).toBeGreaterThan(100)
  })
})

const UNDEFINED = { allowUndefinedFacts: true }

function compiledOrNone(condition: unknown): CompiledCondition | undefined {
  try {
    return compileCondition(condition, UNDEFINED)
  } catch {
    return undefined
  }
}
