import { compile, loadPack, PackError, type Diagnostic, type Plan, type Policy } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Refusal } from '../refusal.ts'
import { diagnosticLines, located, type Told } from '../render/diagnostic.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** A pack that cannot be used, with everything that is wrong with it. */
export class PackFaults extends Refusal {
  override readonly name = 'PackFaults'
  override readonly exit = EXIT.input
  readonly #pack: PackOnDisk
  readonly #diagnostics: readonly Told[]

  constructor(pack: PackOnDisk, diagnostics: readonly Diagnostic[]) {
    super('invalid-pack')
    this.#pack = pack
    this.#diagnostics = diagnostics.map((item) => ({ ...item, severity: 'error' }))
  }

  lines(context: Context): string[] {
    return [
      ...this.#diagnostics.flatMap((item) => diagnosticLines(context, context.err, this.#pack, item)),
      context.texts.packFaulty(this.#pack.shown, this.#diagnostics.length),
    ]
  }

  json() {
    return { code: 'invalid-pack', diagnostics: this.#diagnostics.map((item) => located(this.#pack, item)) }
  }
}

/** Throws `PackFaults` where anything is wrong with the pack. */
export function compilePack(pack: PackOnDisk): Policy {
  try {
    return compile(pack.source)
  } catch (error) {
    throw error instanceof PackError ? new PackFaults(pack, error.diagnostics) : error
  }
}

/** Throws `PackFaults` where anything is wrong with the pack. */
export function planPack(pack: PackOnDisk): Plan {
  const { plan, diagnostics } = loadPack(pack.source)
  if (!plan) throw new PackFaults(pack, diagnostics)
  return plan
}
