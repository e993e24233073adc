import { bundle, unbundle } from '@tiaoli/authoring'
import { compile, PackError } from '@tiaoli/engine'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { allPackIds } from '../../../scripts/read-pack.ts'
import { readPack } from '../../load-packs.ts'
import { toyFiles, toyPack, toyText } from '../../support/toy-pack.ts'

describe.each(allPackIds())('the bundle of %s', (id) => {
  const pack = readPack(id)
  const made = bundle(pack)

  it('is one canonical text with its sha256, and loads back to the pack with the same digest', () => {
    expect(made.sha256).toBe(createHash('sha256').update(made.text).digest('hex'))
    expect(made.packSha256).toBe(compile(pack).sha256)
    const back = unbundle(made.text)
    expect(compile(back).sha256).toBe(made.packSha256)
    expect(bundle(back)).toEqual(made)
  })

  it('brings the cases along', () => {
    expect(compile(unbundle(made.text)).plan.cases).toEqual(compile(pack).plan.cases)
  })
})

it('the text and the parsed form of a pack, and packs beside it that it does not use, make the same bundle', () => {
  const made = bundle({ files: toyText() })
  expect(bundle(toyPack())).toEqual(made)
  const { 'pack.json': head, ...rest } = toyFiles({})
  const other = { files: { ...rest, 'pack.json': { ...head, id: 'other' } } }
  expect(bundle({ ...toyPack(), uses: [other] })).toEqual(made)
  const ganzhou = readPack('ganzhou-2018-32')
  expect(bundle({ ...ganzhou, uses: [other, ...ganzhou.uses!] })).toEqual(bundle(ganzhou))
})

describe('a file is refused as a bundle', () => {
  const { text } = bundle(toyPack())

  it.each([
    ['that is not JSON', '{', 'not-a-bundle'],
    ['that is other JSON', '{"files":{}}', 'not-a-bundle'],
    ['with something besides', text.replace('{"files"', '{"extra":1,"files"'), 'not-a-bundle'],
    ['that was changed', text.replace('1.0.0', '1.0.1'), 'bundle-changed'],
  ])('%s', (_, changed, code) => {
    expect(changed).not.toBe(text)
    expect(() => unbundle(changed)).toThrow(expect.objectContaining({ name: 'BundleError', code }))
  })

  it('that holds a pack with faults, with the faults', () => {
    expect(() => unbundle(text.replace('"kitchen.licensed"', '"kitchen.unlicensed"'))).toThrow(PackError)
    expect(() => bundle({ files: { 'pack.json': '{' } })).toThrow(PackError)
  })
})
