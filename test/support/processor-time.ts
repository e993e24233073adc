/** Milliseconds of processor time that work takes: unlike the clock's, no busy machine makes them more. */
export function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
