/**
 * Refuses what is shipped under a licence that asks for more than to name its authors. `pnpm licenses`
 * finds them; a package that may be had under several is listed with all of them.
 */
import { execFileSync } from 'node:child_process'

const TAKEN = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Zlib',
  'CC0-1.0',
  'Unlicense',
])

interface Package {
  readonly name: string
  readonly versions: readonly string[]
}

const listed = execFileSync('npx', ['--yes', 'pnpm@12.21.0', '-r', 'licenses', 'list', '--prod', '--json'], {
  encoding: 'utf8',
})
const byLicence = Object.entries(JSON.parse(listed) as Record<string, readonly Package[]>)
const refused = byLicence.filter(([licence]) => !isTaken(licence))
for (const [licence, packages] of refused)
  for (const { name, versions } of packages) console.error(`${name} ${versions.join(', ')}: ${licence}`)
if (refused.length > 0) {
  console.error(
    '\nThese licences are not among those in scripts/check-licences.ts. Use another package, or add the licence.',
  )
  process.exitCode = 1
} else console.log(byLicence.map(([licence, packages]) => `${licence}: ${packages.length}`).join('\n'))

/** An SPDX expression of one level: all of those with AND, one of those with OR. */
function isTaken(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1')
  if (inner.includes(' AND ')) return inner.split(' AND ').every((one) => TAKEN.has(one))
  return inner.split(' OR ').some((one) => TAKEN.has(one))
}
