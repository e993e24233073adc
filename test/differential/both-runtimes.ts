import assert from 'node:assert/strict'
import { compile, EvaluationError, InputError, type EvaluateOptions, type PackSource } from '@tiaoli/engine'
import { compileReference } from '@tiaoli/json-rules-engine'

/** Evaluates on both runtimes, and expects of them the same report, or the same refusal. */
export function bothRuntimes(source: PackSource) {
  const compiled = compile(source)
  const reference = compileReference(compiled)
  const expectSame = async (ledger: unknown, options: Omit<EvaluateOptions, 'language'>) => {
    const one = await outcome(() => compiled.evaluate(ledger, options))
    const other = await outcome(() => reference.evaluate(ledger, options))
    assert.deepEqual(other, one)
    return one
  }
  return { plan: compiled.plan, expectSame }
}

async function outcome<T>(evaluate: () => T | Promise<T>): Promise<{ report: T } | { refused: string }> {
  try {
    return { report: await evaluate() }
  } catch (error) {
    if (error instanceof InputError || error instanceof EvaluationError) return { refused: error.message }
    throw error
  }
}
