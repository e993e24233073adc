import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/** The folders of all packages. Git leaves the empty folders of those that were removed. */
export const PACKAGES = ['packages', 'workers'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).flatMap((name) =>
    existsSync(join(ROOT, folder, name, 'src')) ? [`${folder}/${name}`] : [],
  ),
)
