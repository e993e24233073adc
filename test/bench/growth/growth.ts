import { compile, type EvaluateOptions, type PackSource } from '@tiaoli/engine'
import { leastOf } from '../measure.ts'
import { short, type PartReport, type Series } from '../report/part.ts'
import { DIMENSIONS, type Dimension, type Size } from './dimensions.ts'
import { exponentOf } from './exponent.ts'

const OPTIONS: EvaluateOptions = { asOf: '2019-01-01', detail: 'verdicts', statuses: ['not_met'] }

/** Many short rounds: the least of them is what is kept. */
const ROUNDS = 5
const MILLISECONDS = 15

interface Curve {
  dimension: string
  what: 'compile' | 'evaluate'
  points: [size: number, milliseconds: number][]
  exponent: number
}

/** How the time to compile and to evaluate grows with each thing that can grow. */
export function measurePart(): PartReport {
  const curves: Curve[] = []
  for (const dimension of DIMENSIONS) curves.push(...curvesOf(dimension))
  const compiles = curves.find(({ dimension, what }) => dimension === 'requirements' && what === 'compile')!
  const [largest, milliseconds] = compiles.points.at(-1)!
  return {
    title: 'Growth',
    text: [
      'Packs and ledgers of one kind that grow in one thing at a time: records, requirements, the depth of named conditions standing on each other, the width of one condition, records under one record, parameters, and the epochs of one parameter. Evaluating means reading the ledger, deriving its facts, giving every verdict and listing what is not met. Times are the least processor time of five rounds.',
      `The exponent is the slope of the regression of log time on log size, over the upper half of the sizes, where what does not grow no longer counts; 1 is linear growth, and less is better; 1.1 is allowed for noise. Every record does the same work whatever stands beside it, but a ledger of a hundred thousand, all held at once, outgrows the processor's caches; a stream does not (see its memory). Compiling ${short(largest)} requirements takes ${short(milliseconds)} ms.`,
    ],
    tables: [
      {
        title: 'Exponents',
        table: {
          heading: ['what grows', 'what is timed', 'from', 'to', 'time at the end (ms)', 'exponent'],
          rows: curves.map(({ dimension, what, points, exponent }) => [
            dimension,
            what,
            short(points[0]![0]),
            short(points.at(-1)![0]),
            short(points.at(-1)![1]),
            exponent.toFixed(2),
          ]),
        },
      },
    ],
    plots: (['evaluate', 'compile'] as const).map((what) => ({
      file: `growth-${what}`,
      title: what === 'evaluate' ? 'Time to evaluate' : 'Time to compile',
      x: 'size of what grows',
      y: 'milliseconds',
      log: true,
      series: curves.filter((curve) => curve.what === what).map(seriesOf),
    })),
    data: curves,
  }
}

function seriesOf({ dimension, points, exponent }: Curve): Series {
  return { name: `${dimension} (${exponent.toFixed(2)})`, points }
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
