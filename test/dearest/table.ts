import type { Trial } from './trial.ts'

/** Requests and what they took, as lines of text. */
export function tableOf(trials: readonly Trial[]): string {
  const rows = trials.map(({ shape, step, sizes, answered }) => [
    `${shape}: ${step}`,
    answered.cpu.toFixed(2),
    answered.megabytes.toFixed(0),
    String(answered.wait),
    `${answered.status} ${answered.refusal ?? ''}`.trim(),
    `${kilo(answered.bytes.sent)} → ${kilo(answered.bytes.received)}`,
    Object.entries(sizes)
      .filter(([, size]) => size > 0)
      .map(([name, size]) => `${name} ${size}`)
      .join(', '),
  ])
  const heading = ['request', 'CPU s', 'MB', '/health ms', 'status', 'kB', 'sizes']
  return [heading, ...rows]
    .map((row) => row.map((cell, i) => cell.padEnd([30, 6, 5, 10, 36, 16, 0][i]!)).join(' '))
    .join('\n')
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(0)
}
