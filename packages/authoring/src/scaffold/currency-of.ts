import type { Plan } from '@tiaoli/engine/plan'

export type Currency = NonNullable<Plan['pack']['currency']>

/** Whether the runtime knows a currency of that ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

/**
 * A currency by its code, its amounts counted in the smallest unit that it has: 1 JPY, 0.01 NZD, 0.001 BHD. Beside an
 * amount stands the sign that is used wherever there are other currencies as well: €, NZ$.
 */
export function currencyOf(code: string): Currency {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
  const digits = format.maximumFractionDigits ?? 0
  const smallest = `${(10 ** -digits).toFixed(digits)} ${code}`
  return {
    code,
    sign: { zh: signOf(code, 'zh'), en: signOf(code, 'en') },
    minor: { unit: { zh: smallest, en: smallest }, digits },
  }
}

function signOf(code: string, language: string): string {
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency: code }).formatToParts(0)
  const { value = code } = parts.find(({ type }) => type === 'currency') ?? {}
  return value
}
