/** Whether an amount would be nearer to another if it were in another unit; `times` is that of its own. */
export function isNearerInOtherUnit(
  value: number,
  other: number,
  { times, units }: { readonly times: number; readonly units: Iterable<number> },
): boolean {
  const distance = (amount: number) => Math.abs(Math.log(amount) - Math.log(other))
  return [...units].some((unit) => distance((value / times) * unit) < distance(value))
}
