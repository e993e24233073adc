import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packModules } from './generate/pack-modules.ts'

/** The generated modules of a folder of packs, from which packs are served, that do not follow from its files any more. */
export function staleModules(rules: string): string[] {
  return packModules(rules).flatMap(([path, text]) => {
    const file = join(rules, path)
    return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [`rules/${path}`]
  })
}
