import { lintPack } from '@tiaoli/authoring'
import { compile, loadPack } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { toyText } from '../../support/toy-pack.ts'

const reason = { zh: '留待日后使用。', en: 'Kept for later.' }
const at = 'kitchen.openedOn'

function lintWith(...off: object[]) {
  return lintPack(loadPack({ files: { ...toyText(), 'lint.json': JSON.stringify({ off }, null, 2) } }))
}

describe('lint.json', () => {
  it('switches a lint off by the id of what it is about, with the reason', () => {
    const before = lintPack(loadPack({ files: toyText() })).lints
    const { lints, off } = lintWith({ code: 'unused-fact', at, reason })
    expect(lints).toEqual(before.filter(({ about }) => about !== at))
    expect(off).toEqual([{ ...before.find(({ about }) => about === at), reason }])
  })

  it('switches off a place and all below it, and nothing beside it', () => {
    const told = (place: string) => lintWith({ code: 'unused-fact', at: place, reason }).off.map(({ about }) => about)
    expect(told('facts.json#/given/kitchen.openedOn')).toEqual([at])
    expect(told('facts.json#/given/kitchen')).toEqual([])
    expect(told('facts.json#/given').length).toBeGreaterThan(3)
    expect(told('parameters.json#')).toEqual([])
  })

  it('an entry that switches nothing off is reported, at its place', () => {
    const { lints } = lintWith({ code: 'unused-fact', at, reason }, { code: 'always-true', at, reason })
    expect(lints.filter(({ code }) => code === 'unused-off')).toMatchObject([
      { file: 'lint.json', pointer: '/off/1/at', line: expect.any(Number) },
    ])
  })

  it('a code that does not exist is reported with the nearest that does', () => {
    const { lints } = lintWith({ code: 'unused-facts', at, reason })
    const told = lints.find(({ code }) => code === 'unused-off')
    expect(told).toMatchObject({ pointer: '/off/0/code' })
    expect(told?.message.en).toContain('"unused-fact"')
  })

  it('without a reason is refused by the loader', () => {
    const { diagnostics } = lintWith({ code: 'unused-fact', at })
    expect(diagnostics).toMatchObject([{ code: 'missing-key', file: 'lint.json', pointer: '/off/0/reason' }])
  })

  it('changes neither the digest nor the plan', () => {
    const files = toyText()
    const silenced = { ...files, 'lint.json': JSON.stringify({ off: [{ code: 'unused-fact', at, reason }] }) }
    expect(compile({ files: silenced }).sha256).toBe(compile({ files }).sha256)
    expect(loadPack({ files: silenced }).diagnostics).toEqual([])
  })
})

it('a pack that does not load is not linted', () => {
  const { diagnostics, lints } = lintPack(loadPack({ files: { ...toyText(), 'facts.json': '{' } }))
  expect(diagnostics.map(({ code }) => code)).toContain('unclosed-bracket')
  expect(lints).toEqual([])
})
