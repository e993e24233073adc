import { BundleError, formatFile, unbundle } from '@tiaoli/authoring'
import { PackError, type PackSource } from '@tiaoli/engine'
import { MEBI } from '@tiaoli/engine/plan'
import { Failure } from '../failure.ts'
import { readBytes } from '../input/read-file.ts'
import { packIdIn } from './pack-json.ts'
import type { PackFolder, PackOnDisk } from './pack-on-disk.ts'

/** The largest bundle that is read: many times the size of the packs in this repository. */
const BUNDLE_LIMIT = 64 * MEBI

/** The pack in a file that `tiaoli export --to bundle` wrote. */
export function readBundle(file: string, path: string): PackOnDisk {
  try {
    return packOnDiskOf(unbundle(readBytes(file, BUNDLE_LIMIT)), path)
  } catch (error) {
    if (error instanceof BundleError && error.code === 'not-a-bundle') throw new Failure('packIsFile', [path])
    if (error instanceof BundleError) throw new Failure('changedBundle', [path, error.text])
    const first = error instanceof PackError ? error.diagnostics[0] : undefined
    throw first ? new Failure('faultyBundle', [path, first.message]) : error
  }
}

/** Formats the files as in a folder, so that messages can show lines of them. */
function packOnDiskOf({ files, uses = [] }: PackSource, path: string): PackOnDisk {
  const contents = new Map(
    Object.entries(files).map(([file, content]) => {
      const text = JSON.stringify(content)
      return [file, Buffer.from(formatFile(file, text).text ?? text)]
    }),
  )
  const used = uses.map((source) => packOnDiskOf(source, path))
  const id = packIdIn(contents.get('pack.json'))
  const own: PackFolder = { id, path, folder: undefined, contents, documentTexts: new Map() }
  return {
    ...own,
    source: { files: Object.fromEntries(contents), uses: used.map(({ source }) => source) },
    all: new Map([[id, own], ...used.flatMap(({ all }) => [...all])]),
  }
}
