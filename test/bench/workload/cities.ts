import { readSample } from '../../load-packs.ts'

interface City {
  counties: readonly object[]
}

/** The sample city so many times over as one, each of its counties with ids of their own. */
export function cities(times: number): City {
  const sample = readSample() as City
  return {
    ...sample,
    counties: Array.from({ length: times }, (_, i) => (i === 0 ? sample.counties : withIds(sample.counties, i))).flat(),
  }
}

const ID = /^[A-Z]{1,2}\d+$/

function withIds<T>(value: T, copy: number): T {
  if (typeof value === 'string') return (ID.test(value) ? `${value}-${copy}` : value) as T
  if (Array.isArray(value)) return value.map((item: unknown) => withIds(item, copy)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withIds(item as unknown, copy)])) as T
}
