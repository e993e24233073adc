import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { initPack, isCurrency, schemaFiles, type NewPack } from '@tiaoli/authoring'
import { PackError } from '@tiaoli/engine'
import { isTimeZone } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { isPackFolder } from '../packs/pack-folders.ts'
import { displayPath } from '../files/display-path.ts'
import { writeFolder } from '../files/write-folder.ts'

export interface InitFlags {
  json?: boolean
  languages?: readonly string[]
  timeZone?: string
  currency?: string
}

/** A new pack that passes `check` and `test`, in a folder of its own. */
export async function init(
  context: Context,
  { json, languages, timeZone, currency }: InitFlags,
  name?: string,
): Promise<void> {
  if (name === undefined || name === '') throw new Failure('nameMissing', [])
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new Failure('unknownTimeZone', [timeZone])
  if (currency !== undefined && !isCurrency(currency)) throw new Failure('unknownCurrency', [currency])
  const { cwd, out, texts } = context
  const folder = folderFor(cwd, name)
  if (existsSync(folder)) throw new Failure('alreadyThere', [displayPath(cwd, folder)])
  const id = basename(folder)
  const files = filesOf(
    {
      id,
      ...(languages && { languages: [...new Set(languages)] }),
      ...(timeZone !== undefined && { timeZone }),
      ...(currency !== undefined && { currency }),
    },
    schemasSeenFrom(folder),
  )
  writeFolder(folder, files)
  const shown = displayPath(cwd, folder)
  if (json) await out.json({ pack: id, folder: shown, files: Object.keys(files) })
  else await out.line(texts.init.made(shown, withoutSchemas(Object.keys(files))))
}

/** The pack brings the JSON Schemas along where there are none to be seen. */
function filesOf(pack: NewPack, schemas: string | undefined): Record<string, string> {
  try {
    if (schemas !== undefined) return initPack({ ...pack, schemas })
    const own = Object.entries(schemaFiles()).map(([name, text]) => [`schema/${name}`, text])
    return { ...initPack({ ...pack, schemas: 'schema' }), ...Object.fromEntries(own) }
  } catch (error) {
    if (error instanceof PackError) throw new Failure('packNameInvalid', [pack.id])
    throw error
  }
}

/** What a person goes on with, and the folder of the schemas as one. */
function withoutSchemas(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => (file.startsWith('schema/') ? 'schema/' : file)))]
}

/** A bare name goes beside the other packs: into ./rules where that holds some. */
function folderFor(cwd: string, name: string): string {
  const isPath = /[/\\]/.test(name)
  const rules = join(cwd, 'rules')
  return !isPath && existsSync(rules) && !isPackFolder(cwd) ? join(rules, name) : resolve(cwd, name)
}

/** The folder of the JSON Schemas: beside the pack, or in the nearest installed @tiaoli/rules. */
function schemasSeenFrom(folder: string): string | undefined {
  const installed = above(folder).map((place) => join(place, 'node_modules', '@tiaoli', 'rules', 'schema'))
  const found = [join(folder, '..', 'schema'), ...installed].find((place) =>
    existsSync(join(place, 'pack.schema.json')),
  )
  return found && relative(folder, found).replaceAll('\\', '/')
}

/** The folders around one, the nearest first. */
function above(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [] : [parent, ...above(parent)]
}
