import { requirement, toyFiles, words } from '../support/toy-pack.ts'
import { CONDITION_FAMILIES } from './families/condition-families.ts'
import { leaf, times, type Json, type Parts } from './families/family.ts'
import { REQUIREMENT_FAMILIES } from './families/requirement-families.ts'
import type { Dimension, Sizes } from './trial.ts'

const FAMILIES = { ...CONDITION_FAMILIES, ...REQUIREMENT_FAMILIES }

/** What a pack may be made large by. */
export const PACK_DIMENSIONS: Readonly<Record<string, Dimension>> = Object.fromEntries(
  Object.entries(FAMILIES).map(([name, { most }]) => [name, { most }]),
)

/** The texts of the files of a pack of these sizes. */
export function dearPack(sizes: Sizes, id = 'kitchens'): Record<string, string> {
  const given = Object.entries(FAMILIES).flatMap(([name, { parts }]) =>
    sizes[name] ? [parts(sizes[name], sizes)] : [],
  )
  const all = (key: keyof Parts) => given.flatMap((parts) => (parts[key] as Json[] | undefined) ?? [])
  const merged = (key: keyof Parts): Json => Object.assign({}, ...given.map((parts) => parts[key] ?? {})) as Json
  const asks = [leaf('kitchen.licensed', true), ...all('asks')]
  const requirements = [requirement({ id: 'all', requires: { all: asks } }), ...all('requirements')]
  const files = toyFiles({
    pack: { id },
    given: merged('given'),
    derived: merged('derived'),
    parameters: merged('parameters'),
    checks: all('checks'),
    clauses: all('clauses'),
  })
  delete files['requirements/all.json']
  inParts(requirements).forEach((part, i) => {
    files[`requirements/r${i}.json`] = { theme: words('卫生', 'Hygiene'), requirements: part }
  })
  const bases = { base: { kitchens: times(sizes['bases'] ?? 1, (i) => ({ id: `K${i}` })) } }
  inParts(all('cases')).forEach((part, i) => {
    files[`cases/c${i}.json`] = { bases, cases: part }
  })
  if (sizes['sample']) files['samples/sample.json'] = { kitchens: times(sizes['sample'], (i) => ({ id: `K${i}` })) }
  return Object.fromEntries(Object.entries(files).map(([path, json]) => [path, JSON.stringify(json)]))
}

/** In files of some thousand entries: a file may not be longer than all others. */
function inParts(entries: readonly Json[]): Json[][] {
  const parts: Json[][] = []
  for (let at = 0; at < entries.length; at += 3000) parts.push(entries.slice(at, at + 3000))
  return parts
}
