import { show } from '../explain/show.ts'
import { digest } from '../json/canonical-json.ts'
import type { Plan } from '../plan/plan.ts'
import type { Receipt, Shown } from '../report/report.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import type { Settings } from './options.ts'

/** What is needed to compute a report on the ledger again. Bare verdicts do not wait for the ledger's digest. */
export function receiptOf({ pack }: Plan, settings: Settings, packSha256: string, ledger: unknown): Receipt {
  const { profile, overridden, detail } = settings
  return {
    pack: pack.id,
    version: pack.version,
    packSha256,
    engine: ENGINE_VERSION,
    ...(profile === undefined ? {} : { profile }),
    ...(overridden.size > 0 ? { parameters: parametersSet(settings) } : {}),
    asOf: show('date', settings.asOf) as string,
    ...(detail === 'verdicts' ? {} : { inputSha256: digest(ledger) }),
  }
}

/** The parameters that the request set. */
function parametersSet({ overridden, timelines }: Settings): Record<string, Shown> {
  const parameters: Record<string, Shown> = {}
  for (const { name, index, type } of overridden) {
    const value = timelines[index]![0]?.value ?? null
    parameters[name.replace('parameters.', '')] = show(type, value) ?? null
  }
  return parameters
}
