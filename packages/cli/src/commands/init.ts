import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { initPack } from '@tiaoli/authoring'
import { PackError } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { installedRules, isPackFolder } from '../packs/read-folder.ts'
import { writeFolder } from '../input/write-folder.ts'

export interface InitFlags {
  json?: boolean
}

/** A new pack that passes `check` and `test`, in a folder of its own. */
export async function init(context: Context, { json }: InitFlags, name?: string): Promise<void> {
  if (name === undefined) throw new Failure('nameMissing', [], EXIT.usage)
  const { cwd, out, texts } = context
  const folder = folderFor(cwd, name)
  if (existsSync(folder)) throw new Failure('alreadyThere', [relative(cwd, folder) || '.'])
  const id = basename(folder)
  const schemas = schemasSeenFrom(cwd, folder)
  const files = filesOf(id, schemas)
  writeFolder(folder, files)
  const shown = relative(cwd, folder)
  if (json) await out.json({ pack: id, folder: shown, files: Object.keys(files) })
  else await out.line(texts.init.made(shown, Object.keys(files)))
}

function filesOf(id: string, schemas: string): Record<string, string> {
  try {
    return initPack({ id, schemas })
  } catch (error) {
    if (error instanceof PackError) throw new Failure('notPackName', [id], EXIT.usage)
    throw error
  }
}

/** A bare name goes beside the other packs: into ./rules where that holds some. */
function folderFor(cwd: string, name: string): string {
  const isPath = /[/\\]/.test(name)
  const rules = join(cwd, 'rules')
  return !isPath && existsSync(rules) && !isPackFolder(cwd) ? join(rules, name) : resolve(cwd, name)
}

/** The folder of the JSON Schemas: beside the pack, or in a @tiaoli/rules installed in the working folder. */
function schemasSeenFrom(cwd: string, folder: string): string {
  const beside = join(folder, '..', 'schema')
  const installed = installedRules(cwd)
    .map((rules) => join(rules, 'schema'))
    .filter((place) => !relative(cwd, place).startsWith('..'))
  return relative(folder, [beside, ...installed].find((place) => existsSync(place)) ?? beside).replaceAll('\\', '/')
}
