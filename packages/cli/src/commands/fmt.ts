import { join } from 'node:path'
import { formatPack } from '@tiaoli/authoring'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { writeTogether } from '../input/write-file.ts'
import { readPackArgument } from '../packs/find-pack.ts'
import { PackFaults } from '../packs/pack-faults.ts'
import { folderOf } from '../packs/pack-on-disk.ts'

export interface FmtFlags {
  check?: boolean
  json?: boolean
}

/** Lays the files of a pack out in the one way; with `--check` only names those that are not. */
export async function fmt(context: Context, { check, json }: FmtFlags, argument?: string): Promise<void> {
  const pack = await readPackArgument(context, argument)
  const formatted = [...formatPack(pack.source)]
  const faults = formatted.flatMap(([, { diagnostics }]) => diagnostics.map((item) => ({ ...item, pack: pack.id })))
  if (faults.length > 0) throw new PackFaults(pack, faults)
  const changed = formatted.flatMap(([file, { text }]) =>
    text === undefined || text === pack.texts.get(file) ? [] : [{ file, text }],
  )
  if (!check) {
    const folder = folderOf(pack)
    writeTogether(new Map(changed.map(({ file, text }) => [join(folder, file), text])))
  }
  const { out, texts } = context
  const paths = changed.map(({ file }) => `${pack.shown}/${file}`)
  if (json) await out.json({ pack: pack.id, [check ? 'wouldChange' : 'changed']: paths })
  else {
    for (const path of paths) await out.line(path)
    await out.line(check ? texts.fmt.wouldChange(paths.length) : texts.fmt.changed(paths.length))
  }
  if (check && changed.length > 0) context.exitCode = EXIT.findings
}
