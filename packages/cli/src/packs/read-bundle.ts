import { BundleError, formatFile, unbundle } from '@tiaoli/authoring'
import { PackError, type PackSource } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { readBytes } from '../input/read-file.ts'
import { idOf, type PackFolder, type PackOnDisk } from './pack-on-disk.ts'

/** The largest bundle that is read: many times what the packs of this repository take. */
const BUNDLE_LIMIT = 64 * 1024 * 1024

/** The pack in a file that `tiaoli export --to bundle` wrote. */
export function readBundle({ language }: Context, path: string, shown: string): PackOnDisk {
  try {
    return opened(unbundle(readBytes(path, BUNDLE_LIMIT).toString('utf8')), shown)
  } catch (error) {
    if (error instanceof BundleError && error.code === 'not-a-bundle') throw new Failure('packIsFile', [shown])
    if (error instanceof BundleError) throw new Failure('changedBundle', [shown, error.text[language]])
    if (!(error instanceof PackError)) throw error
    throw new Failure('faultyBundle', [shown, error.diagnostics[0]?.message[language] ?? ''])
  }
}

/** The files laid out, as they would stand in a folder, so that places in them can be shown. */
function opened({ files, uses = [] }: PackSource, shown: string): PackOnDisk {
  const texts = Object.fromEntries(
    Object.entries(files).map(([file, content]) => {
      const text = JSON.stringify(content)
      return [file, formatFile(file, text).text ?? text]
    }),
  )
  const used = uses.map((source) => opened(source, shown))
  const id = idOf(texts['pack.json'])
  const own: PackFolder = { id, shown, folder: undefined, texts: new Map(Object.entries(texts)), document: undefined }
  return {
    ...own,
    source: { files: texts, uses: used.map(({ source }) => source) },
    all: new Map([[id, own], ...used.flatMap(({ all }) => [...all])]),
  }
}
