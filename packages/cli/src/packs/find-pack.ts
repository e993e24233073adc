import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { closestName } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { assemble, type PackOnDisk } from './pack-on-disk.ts'
import { folderReader, installedRules, isPackFolder, packsIn } from './read-folder.ts'

/**
 * Reads the pack that an argument names: the path of a folder, the id of a pack in ./rules or in an installed
 * @tiaoli/rules, either with `@revision` of git; or a bundle. Left out, it is the only pack that there is.
 */
export async function readPackArgument(context: Context, argument: string | undefined): Promise<PackOnDisk> {
  if (argument === undefined) return readFrom(context, onlyPack(context))
  const folder = findFolder(context, argument)
  if (folder !== undefined) return readFrom(context, folder)
  if (isFile(resolve(context.cwd, argument))) return readBundleFile(context, argument)
  const at = argument.lastIndexOf('@')
  if (at > 0) return readRevision(context, argument.slice(0, at), argument.slice(at + 1))
  throw notFound(context, argument)
}

/**
 * `<pack> <name>`, or one of them: the name where there is only one pack and the argument is not a pack, else the pack.
 */
export function packAndName(
  context: Context,
  first: string | undefined,
  second: string | undefined,
): [pack: string | undefined, name: string | undefined] {
  const isName =
    second === undefined && first !== undefined && !/[/@]/.test(first) && findFolder(context, first) === undefined
  return isName && packsHere(context).length === 1 ? [undefined, first] : [first, second]
}

function readFrom({ cwd }: Context, folder: string): PackOnDisk {
  const pack = assemble(folderReader(cwd), folder)
  if (!pack) throw new Failure('noPackJson', [folder])
  return pack
}

async function readBundleFile(context: Context, argument: string): Promise<PackOnDisk> {
  const { readBundle } = await import('./read-bundle.ts')
  return readBundle(context, resolve(context.cwd, argument), argument)
}

async function readRevision(context: Context, name: string, revision: string): Promise<PackOnDisk> {
  const { revisionReader } = await import('./read-revision.ts')
  // The folder may have been added or removed since, so it need not be there now.
  const folder =
    findFolder(context, name) ?? (name.includes('/') ? resolve(context.cwd, name) : join(context.cwd, 'rules', name))
  const pack = assemble(revisionReader(context.cwd, folder, revision), folder)
  if (!pack) throw new Failure('noPackInRevision', [name, revision])
  return pack
}

function findFolder({ cwd }: Context, argument: string): string | undefined {
  const isName = /^[a-z0-9-]+$/.test(argument)
  const places = [
    resolve(cwd, argument),
    ...(isName ? [join(cwd, 'rules', argument), ...installedRules(cwd).map((rules) => join(rules, argument))] : []),
  ]
  return places.find(isPackFolder)
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function onlyPack(context: Context): string {
  const found = packsHere(context)
  const [only, ...others] = found
  if (only === undefined) throw new Failure('noPackHere', [], EXIT.usage)
  if (others.length > 0)
    throw new Failure('whichPack', [found.map((folder) => relative(context.cwd, folder))], EXIT.usage)
  return only
}

/** The packs that could be meant where none is named: the working folder itself, or those in it and in ./rules. */
function packsHere({ cwd }: Context): string[] {
  if (isPackFolder(cwd)) return [cwd]
  return [join(cwd, 'rules'), cwd].flatMap((folder) => packsIn(folder).map((id) => join(folder, id)))
}

function notFound({ cwd }: Context, argument: string): Failure {
  if (existsSync(resolve(cwd, argument))) return new Failure('noPackJson', [argument])
  const known = [...packsIn(join(cwd, 'rules')), ...packsIn(cwd), ...installedRules(cwd).flatMap(packsIn)]
  return new Failure('noSuchPack', [argument, closestName(argument, known), [...new Set(known)]])
}
