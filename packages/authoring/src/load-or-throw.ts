import { loadPack, PackError, type PackSource } from '@tiaoli/engine'
import type { Loaded } from '@tiaoli/engine/plan'

/** A pack without faults: its plan, its own files, and the places of everything in them. */
export type LoadedPack = Extract<Loaded, { plan: object }>

/** Loads a pack; throws `PackError` with every diagnostic where it has faults. */
export function loadOrThrow(source: PackSource): LoadedPack {
  const loaded = loadPack(source)
  if (!loaded.plan) throw new PackError(loaded.diagnostics)
  return loaded
}
