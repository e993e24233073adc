import { compile, PackError, type Policy } from '@tiaoli/engine'
import { InvalidPackError } from './invalid-pack-error.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** Compiles a pack. Throws `InvalidPackError` with every error in it. */
export function compilePack(pack: PackOnDisk): Policy {
  try {
    return compile(pack.source)
  } catch (error) {
    throw error instanceof PackError ? new InvalidPackError(pack, error.diagnostics) : error
  }
}
