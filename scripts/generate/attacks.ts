import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { markdown, table } from './markdown.ts'

/** An attack on the service or the command line, what came of it before it was mended, and what comes of it now. */
export interface Attack {
  /** As SECURITY findings are numbered: H high, M medium, L low; a number alone for one that did no harm. */
  readonly id: string
  readonly attack: string
  readonly before: string
  readonly now: string
  /** The tests that try it: by their files, and their titles as these are written there. */
  readonly tests: readonly { readonly file: string; readonly title: string }[]
}

export const ATTACKS = 'test/attacks/attacks.json'

/** The attacks that were tried, from the list that the tests hold to. */
export function attacks(root: string): string {
  const all = JSON.parse(readFileSync(join(root, ATTACKS), 'utf8')) as Attack[]
  const rows = all.map(({ id, attack, before, now, tests }) => [
    id,
    attack,
    before,
    now,
    tests.map(({ file, title }) => `[${title}](../${file})`).join('\n'),
  ])
  return markdown([
    '# Attacks that were tried',
    'High, medium and low are those that did harm when the service was attacked before its first release; numbers alone did none. Each names the tests that try it now; a test holds this list to them. What the service does not hold against is in [SECURITY.md](../SECURITY.md).',
    table(['No.', 'Attack', 'Before', 'Now', 'Tests'], rows),
  ])
}
