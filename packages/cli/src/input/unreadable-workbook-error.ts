import type { OfficeError } from '@tiaoli/office'
import { CliError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'

/** A workbook that cannot be read, with the sheet and the cell where it is known. */
export class UnreadableWorkbookError extends CliError {
  override readonly name = 'UnreadableWorkbookError'
  override readonly exit = EXIT.input
  readonly #error: OfficeError

  constructor(error: OfficeError) {
    super(error.code)
    this.#error = error
  }

  lines({ language }: Context): string[] {
    const { file, sheet, cell, text } = this.#error
    return [`${[file, sheet, cell].filter((part) => part !== undefined).join(' ')}: ${text[language]}`]
  }

  json() {
    const { code, file, sheet, cell, text } = this.#error
    return { code, file, sheet, cell, message: text }
  }
}
