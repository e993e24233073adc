import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { findPack, findPackFolder, packsHere } from './find-pack.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** `<pack> <ledger>`, or only the ledger if there is only one pack. */
export async function packAndLedger(
  context: Context,
  first: string | undefined,
  second: string | undefined,
): Promise<{ pack: PackOnDisk; path: string }> {
  const path = second ?? first
  if (path === undefined) throw new Failure('ledgerMissing', [])
  return { pack: await findPack(context, second === undefined ? undefined : first), path }
}

/** `<pack> <id>`, or one of them: a single argument is an id if it names no pack and there is only one pack. */
export function packAndId(
  context: Context,
  first: string | undefined,
  second: string | undefined,
): [pack: string | undefined, id: string | undefined] {
  const isId =
    second === undefined && first !== undefined && !/[/@]/.test(first) && findPackFolder(context, first) === undefined
  return isId && packsHere(context).length === 1 ? [undefined, first] : [first, second]
}
