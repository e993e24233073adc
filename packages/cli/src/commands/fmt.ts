import { join } from 'node:path'
import { formatPack } from '@tiaoli/authoring'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { writeFilesAtomically } from '../files/write-files.ts'
import { findPack } from '../packs/find-pack.ts'
import { InvalidPackError } from '../packs/invalid-pack-error.ts'
import { textIn, writableFolder } from '../packs/pack-on-disk.ts'

export interface FmtFlags {
  check?: boolean
  json?: boolean
}

/** Lays the files of a pack out in the one way; with `--check` only names those that are not. */
export async function fmt(context: Context, { check, json }: FmtFlags, argument?: string): Promise<void> {
  const pack = await findPack(context, argument)
  const formatted = [...formatPack(pack.source)]
  const faults = formatted.flatMap(([, { diagnostics }]) => diagnostics.map((item) => ({ ...item, pack: pack.id })))
  if (faults.length > 0) throw new InvalidPackError(pack, faults)
  const changed = formatted.flatMap(([file, { text }]) =>
    text === undefined || text === textIn(pack, file) ? [] : [{ file, text }],
  )
  if (!check) {
    const folder = writableFolder(pack)
    writeFilesAtomically(new Map(changed.map(({ file, text }) => [join(folder, file), text])))
  }
  const { out, texts } = context
  const paths = changed.map(({ file }) => `${pack.path}/${file}`)
  if (json) await out.json({ pack: pack.id, [check ? 'wouldChange' : 'changed']: paths })
  else {
    for (const path of paths) await out.line(path)
    await out.line(check ? texts.fmt.wouldChange(paths.length) : texts.fmt.changed(paths.length))
  }
  if (check && changed.length > 0) context.exitCode = EXIT.findings
}
