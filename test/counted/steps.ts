import { Session, type Profiler } from 'node:inspector'

const session = new Session()

/** Has V8 count from now on how often each function and each block is run. */
export function startCounting(): void {
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
}

/**
 * How many functions and blocks are run by work: the same number on every machine, however busy. What is done inside a
 * built-in function (the search of a pattern, the copying of an array) is not counted.
 */
export function stepsOf(work: () => unknown): number {
  take()
  work()
  return taken()
}

function taken(): number {
  const steps = take().reduce(
    (sum, { functions }) =>
      functions.reduce((count, { ranges }) => ranges.reduce((all, range) => all + range.count, count), sum),
    0,
  )
  if (steps === 0) throw new Error('Nothing was counted.')
  return steps
}

/** The same of work that is waited for. */
export async function stepsOfAsync(work: () => Promise<unknown>): Promise<number> {
  take()
  await work()
  return taken()
}

/** How many more steps are taken by work twice as large, and how many more again by work three times as large. */
export function growthOf(workOf: (times: number) => () => unknown): [second: number, third: number] {
  workOf(3)() // what is made ready once is not counted
  const [once, twice, thrice] = [1, 2, 3].map((times) => {
    const work = workOf(times)
    // V8 counts what it has collected as garbage a second time now and then: never too little.
    return Math.min(stepsOf(work), stepsOf(work))
  })
  return [twice! - once!, thrice! - twice!]
}

/** What was run since it was last asked for. */
function take(): Profiler.ScriptCoverage[] {
  let scripts: Profiler.ScriptCoverage[] = []
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error
    scripts = result
  })
  return scripts
}

/** The same as `growthOf` of work that is waited for. */
export async function growthOfAsync(
  workOf: (times: number) => Promise<() => Promise<unknown>>,
): Promise<[second: number, third: number]> {
  await (
    await workOf(3)
  )() // what is made ready once is not counted
  const steps: number[] = []
  for (const times of [1, 2, 3]) {
    const work = await workOf(times)
    steps.push(Math.min(await stepsOfAsync(work), await stepsOfAsync(work)))
  }
  const [once, twice, thrice] = steps
  return [twice! - once!, thrice! - twice!]
}
