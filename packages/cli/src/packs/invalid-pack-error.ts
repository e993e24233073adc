import type { Diagnostic } from '@tiaoli/engine'
import { CliError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { diagnosticLines, withFilePath, type PackDiagnostic } from './diagnostic-lines.ts'
import type { PackOnDisk } from './pack-on-disk.ts'

/** A pack that cannot be used, with every error in it. */
export class InvalidPackError extends CliError {
  override readonly name = 'InvalidPackError'
  override readonly exit = EXIT.input
  readonly #pack: PackOnDisk
  readonly #diagnostics: readonly PackDiagnostic[]

  constructor(pack: PackOnDisk, diagnostics: readonly Diagnostic[]) {
    super('invalid-pack')
    this.#pack = pack
    this.#diagnostics = diagnostics.map((item) => ({ ...item, severity: 'error' }))
  }

  lines(context: Context): string[] {
    return [
      ...this.#diagnostics.flatMap((item) => diagnosticLines(context, context.err, this.#pack, item)),
      context.texts.packFaulty(this.#pack.path, this.#diagnostics.length),
    ]
  }

  json() {
    return { code: 'invalid-pack', diagnostics: this.#diagnostics.map((item) => withFilePath(this.#pack, item)) }
  }
}
