import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { short, type PartReport, type Series } from '../report/part.ts'
import type { Curve } from './curves.ts'

/** MiB of the young generation, large enough that nothing measured here outlives it. */
const ROOMY = 256

/** How the time to compile and to evaluate grows with each thing that can grow. */
export function measurePart(): PartReport {
  const curves = measureCurves()
  const roomy = measureCurves(`--min-semi-space-size=${ROOMY}`, `--max-semi-space-size=${ROOMY}`)
  const compiles = curves.find(({ dimension, what }) => dimension === 'requirements' && what === 'compile')!
  const [largest, milliseconds] = compiles.points.at(-1)!
  return {
    title: 'Growth',
    text: [
      'Packs and ledgers of one kind that grow in one thing at a time: records, requirements, the depth of named conditions standing on each other, the width of one condition, records under one record, parameters, and the epochs of one parameter. Evaluating means reading the ledger, deriving its facts, giving every verdict and listing what is not met. Times are the least processor time of five rounds.',
      `The exponent is the slope of the regression of log time on log size, over the upper half of the sizes, where what does not grow no longer counts; 1 is linear growth, and less is better; 1.1 is allowed for noise. Every record does the same work whatever stands beside it, but what a large ledger or pack holds, and what is listed of it, outlives several collections and is copied at each, and all of it outgrows the processor's caches. So everything is measured again with a young generation of ${ROOMY} MiB (\`node --min-semi-space-size=${ROOMY} --max-semi-space-size=${ROOMY}\`), in which it is not copied. A stream holds nothing (see its memory). Compiling ${short(largest)} requirements takes ${short(milliseconds)} ms.`,
    ],
    tables: [
      {
        title: 'Exponents',
        table: {
          heading: [
            'what grows',
            'what is timed',
            'from',
            'to',
            'time at the end (ms)',
            'exponent',
            `at the end, ${ROOMY} MiB (ms)`,
            `exponent, ${ROOMY} MiB`,
          ],
          rows: curves.map(({ dimension, what, points, exponent }, i) => [
            dimension,
            what,
            short(points[0]![0]),
            short(points.at(-1)![0]),
            short(points.at(-1)![1]),
            exponent.toFixed(2),
            short(roomy[i]!.points.at(-1)![1]),
            roomy[i]!.exponent.toFixed(2),
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
    data: { curves, roomy },
  }
}

function seriesOf({ dimension, points, exponent }: Curve): Series {
  return { name: `${dimension} (${exponent.toFixed(2)})`, points }
}

function measureCurves(...flags: readonly string[]): Curve[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, join(import.meta.dirname, 'curves.ts')], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`growth could not be measured: ${stderr}`)
  return JSON.parse(stdout) as Curve[]
}
