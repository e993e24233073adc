import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { readPackArgument } from './find-pack.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** `<pack> <ledger>`, or the ledger alone where there is only one pack. */
export async function packAndLedger(
  context: Context,
  first: string | undefined,
  second: string | undefined,
): Promise<{ pack: PackOnDisk; path: string }> {
  const path = second ?? first
  if (path === undefined) throw new Failure('ledgerMissing', [], EXIT.usage)
  return { pack: await readPackArgument(context, second === undefined ? undefined : first), path }
}
