import type { Context } from './context.ts'
import { EXIT } from './exit.ts'
import { asRefusal } from './input/ledger.ts'
import { Refusal } from './refusal.ts'

/** Tells on standard error why a command could not do what it was asked, and sets the exit code. Never a stack. */
export async function tell(context: Context, error: unknown): Promise<void> {
  const { err, process, texts } = context
  const refusal = asRefusal(error)
  const known = refusal instanceof Refusal
  context.exitCode = known ? refusal.exit : EXIT.internal
  const asJson = process.argv.includes('--json')
  if (known && asJson) await err.json({ error: refusal.json(context) })
  else if (known) await err.line(refusal.lines(context).join('\n'))
  else {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    if (asJson) await err.json({ error: { code: 'internal', message } })
    else await err.line(texts.internal(message))
  }
}
