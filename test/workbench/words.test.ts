import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { revisionZh } from '../../packages/workbench/src/words/revision/zh.ts'
import { zh } from '../../packages/workbench/src/words/zh.ts'

const SOURCE = join(import.meta.dirname, '../../packages/workbench/src')
const program = globSync('**/*.{ts,tsx}', { cwd: SOURCE })
  .filter((file) => !file.startsWith('words'))
  .map((file) => readFileSync(join(SOURCE, file), 'utf8'))
  .join('\n')

/** The words of a group with the names on the way to each. */
function pathsIn(words: object, way: readonly string[] = []): string[][] {
  return Object.entries(words).flatMap(([name, said]) =>
    typeof said === 'object' && said !== null && !Array.isArray(said)
      ? pathsIn(said, [...way, name])
      : [[...way, name]],
  )
}

/** Whether the program asks for it by name, for one of its group that it works out, or hands on the whole group. */
function isUsed(path: readonly string[]): boolean {
  const name = path.at(-1)!
  const group = path.at(-2)
  const taken = (of: string) => String.raw`\{[^}]*\b${of}\b[^}]*\} = use(?:Revision)?Words\(\)`
  const ways =
    group === undefined
      ? [String.raw`\bwords\.${name}\b`, taken(name)]
      : [
          String.raw`\b${group}\.${name}\b`,
          String.raw`\b${group}\['${name}'\]`,
          String.raw`\b${group}\[(?!')`,
          String.raw`(?:=\{|: |\(|, )(?:words\.)?${path.slice(0, -1).join('.')}(?:\}|,|\)| )`,
          taken(`${group}: \\w+`),
        ]
  return ways.some((way) => new RegExp(way).test(program))
}

describe.each([
  ['the page', zh],
  ['the screens of changes and approvals', revisionZh],
])('of the words of %s', (_, words) => {
  it('none is said nowhere', () => {
    const dead = pathsIn(words).filter((path) => !isUsed(path))
    expect(dead.map((path) => path.join('.'))).toEqual([])
  })
})
