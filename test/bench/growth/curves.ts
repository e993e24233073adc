/**
 * Writes how the time to compile and to evaluate grows with each thing that can grow, as JSON: a program of its own, so
 * that it can be run with a young generation of another size.
 */
import { compile, type EvaluateOptions, type PackSource } from '@tiaoli/engine'
import { leastOf } from '../measure.ts'
import { DIMENSIONS, type Dimension, type Size } from './dimensions.ts'
import { exponentOf } from './exponent.ts'

const OPTIONS: EvaluateOptions = { asOf: '2019-01-01', detail: 'verdicts', statuses: ['not_met'] }

/** Many short rounds: the least of them is what is kept. */
const ROUNDS = 5
const MILLISECONDS = 15

export interface Curve {
  dimension: string
  what: 'compile' | 'evaluate'
  points: [size: number, milliseconds: number][]
  exponent: number
}

function curvesOf({ name, sizes, make, compiles }: Dimension): Curve[] {
  const made = sizes.map((size) => ({ size, ...make(size) }))
  const curves = [curveOf(name, 'evaluate', made, evaluateRun)]
  if (compiles) curves.push(curveOf(name, 'compile', made, ({ pack }) => compileRun(pack)))
  return curves
}

function curveOf(
  dimension: string,
  what: Curve['what'],
  made: readonly Size[],
  run: (size: Size) => () => unknown,
): Curve {
  const least = leastOf(
    made.map((size) => ({ name: String(size.size), run: run(size) })),
    ROUNDS,
    MILLISECONDS,
  )
  const points = made.map(({ size }, i): [number, number] => [size, least[i]!])
  return { dimension, what, points, exponent: exponentOf(points) }
}

function evaluateRun({ pack, ledger }: Size): () => unknown {
  const policy = compile(pack, { entries: Infinity, fileCharacters: Infinity })
  return () => policy.evaluate(ledger, OPTIONS)
}

function compileRun(pack: PackSource): () => unknown {
  return () => compile(pack, { entries: Infinity, fileCharacters: Infinity })
}

process.stdout.write(JSON.stringify(DIMENSIONS.flatMap(curvesOf)))
