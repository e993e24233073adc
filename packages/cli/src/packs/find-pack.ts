import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { LANGUAGES } from '@tiaoli/engine/names'
import { closestName, isRead, readingOf } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { assemblePack } from './assemble-pack.ts'
import { folderReader } from './folder-reader.ts'
import { installedRules, isPackFolder, packsIn } from './pack-folders.ts'
import { languagesIn } from './pack-json.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/**
 * Finds and reads the pack that an argument names: the path of a folder or the id of a pack in ./rules or an installed
 * @tiaoli/rules, both optionally with `@revision` of git; or a bundle. Without an argument, the only pack here.
 */
export async function findPack(context: Context, argument: string | undefined): Promise<PackOnDisk> {
  const pack = await readPack(context, argument)
  const named = languagesIn(pack.contents.get('pack.json'))
  if (!named) return pack
  const { tag, isDemanded } = context.asked ?? {}
  const known = [...new Set<string>([...named.languages, ...LANGUAGES])]
  if (isDemanded && tag !== undefined && !known.includes(tag)) throw new Failure('unknownLanguage', [tag, known])
  const reading = readingOf(named, tag)
  context.speakOf(reading)
  // Only where it says another than would be read anyhow, for then what is in the others is checked as well.
  const isOwn = tag !== undefined && isRead(reading, tag) && !isRead(readingOf(named), tag)
  return isOwn ? { ...pack, source: { ...pack.source, language: tag } } : pack
}

async function readPack(context: Context, argument: string | undefined): Promise<PackOnDisk> {
  if (argument === undefined) return readFolder(context, onlyPackHere(context))
  const folder = findPackFolder(context, argument)
  if (folder !== undefined) return readFolder(context, folder)
  if (isFile(resolve(context.cwd, argument))) return readBundleFile(context, argument)
  const at = argument.lastIndexOf('@')
  if (at > 0) return readRevision(context, argument.slice(0, at), argument.slice(at + 1))
  throw notFound(context, argument)
}

/** The folder of a pack by its path or id. */
export function findPackFolder({ cwd }: Context, argument: string): string | undefined {
  const isId = /^[a-z0-9-]+$/.test(argument)
  const places = [
    resolve(cwd, argument),
    ...(isId ? [join(cwd, 'rules', argument), ...installedRules(cwd).map((rules) => join(rules, argument))] : []),
  ]
  return places.find(isPackFolder)
}

/** The packs to choose from if none is named: the working folder itself, or those in ./rules and in it. */
export function packsHere({ cwd }: Context): string[] {
  if (isPackFolder(cwd)) return [cwd]
  return [join(cwd, 'rules'), cwd].flatMap((folder) => packsIn(folder).map((id) => join(folder, id)))
}

function readFolder({ cwd }: Context, folder: string): PackOnDisk {
  const pack = assemblePack(folderReader(cwd), folder)
  if (!pack) throw new Failure('noPackJson', [folder])
  return pack
}

async function readBundleFile(context: Context, argument: string): Promise<PackOnDisk> {
  const { readBundle } = await import('./read-bundle.ts')
  return readBundle(resolve(context.cwd, argument), argument)
}

async function readRevision(context: Context, name: string, revision: string): Promise<PackOnDisk> {
  const { revisionReader } = await import('./revision-reader.ts')
  // The folder may have been added or removed since, so it need not exist now.
  const folder =
    findPackFolder(context, name) ??
    (name.includes('/') ? resolve(context.cwd, name) : join(context.cwd, 'rules', name))
  const pack = assemblePack(revisionReader(context.cwd, folder, revision), folder)
  if (!pack) throw new Failure('noPackInRevision', [name, revision])
  return pack
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function onlyPackHere(context: Context): string {
  const found = packsHere(context)
  const [only, ...others] = found
  if (only === undefined) throw new Failure('packMissing', [])
  if (others.length > 0) throw new Failure('whichPack', [found.map((folder) => relative(context.cwd, folder))])
  return only
}

function notFound({ cwd }: Context, argument: string): Failure {
  if (existsSync(resolve(cwd, argument))) return new Failure('noPackJson', [argument])
  const known = [...packsIn(join(cwd, 'rules')), ...packsIn(cwd), ...installedRules(cwd).flatMap(packsIn)]
  return new Failure('unknownPack', [argument, [...new Set(known)]], closestName(argument, known))
}
