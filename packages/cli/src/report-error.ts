import { CliError } from './cli-error.ts'
import type { Context } from './context.ts'
import { EXIT } from './exit-code.ts'
import { cliErrorOf } from './input/cli-error-of.ts'

/** Prints an error to standard error and sets the exit code. Never a stack trace. */
export async function reportError(context: Context, thrown: unknown): Promise<void> {
  const { err, process, texts } = context
  const error = cliErrorOf(thrown)
  const isKnown = error instanceof CliError
  context.exitCode = isKnown ? error.exit : EXIT.internal
  const asJson = process.argv.includes('--json')
  if (isKnown && asJson) await err.json({ error: error.json(context) })
  else if (isKnown) await err.line(error.lines(context).join('\n'))
  else {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    if (asJson) await err.json({ error: { code: 'internal', message } })
    else await err.line(texts.internal(message))
  }
}
