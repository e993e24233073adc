import type { ImportFile } from '@tiaoli/engine/plan'

/** Whether an amount is beyond what a mapping says is usual of a fact. */
export function isUnusual(
  { usual = {}, units = {} }: Pick<ImportFile, 'usual' | 'units'>,
  fact: string,
  value: number,
): boolean {
  const { least, most, unit = '' } = usual[fact] ?? {}
  const times = units[unit]
  return (
    least !== undefined &&
    most !== undefined &&
    times !== undefined &&
    !(least * times <= value && value <= most * times)
  )
}
