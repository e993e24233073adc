import { Bench } from 'tinybench'

/** Something to time; its result is dropped. */
export interface Timed {
  name: string
  run: () => unknown
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/**
 * Median milliseconds of one run of each, in the order given. They take turns in short rounds, so that whatever else
 * the machine does meets all of them alike.
 */
export async function measure(timed: readonly Timed[], rounds = 5, milliseconds = 120): Promise<number[]> {
  const medians = timed.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, { name, run }] of timed.entries()) {
      const bench = new Bench({ time: milliseconds, warmup: round === 0, warmupTime: milliseconds, iterations: 3 })
      bench.add(name, async () => {
        await run()
      })
      const [task] = await bench.run()
      if (task?.result.state !== 'completed') throw new Error(`${name} did not finish`)
      medians[i]!.push(task.result.latency.p50)
    }
  return medians.map(medianOf)
}

/**
 * The least milliseconds of processor time of one run of each, over some rounds in which they take turns: what others do
 * on the machine meanwhile is not counted, nor the rounds in which they were in the way.
 */
export function leastOf(timed: readonly Timed[], rounds: number, milliseconds: number): number[] {
  const least = timed.map(() => Infinity)
  for (let round = 0; round < rounds; round++)
    for (const [i, { run }] of timed.entries()) {
      const started = process.cpuUsage()
      const until = performance.now() + milliseconds
      let runs = 0
      do {
        run()
        runs++
      } while (performance.now() < until)
      const { user, system } = process.cpuUsage(started)
      least[i] = Math.min(least[i]!, (user + system) / 1000 / runs)
    }
  return least
}
