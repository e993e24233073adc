// The kinds of flags, as Stricli takes them.

export const switchOn = (brief: string) => ({ kind: 'boolean', brief, optional: true, withNegated: false }) as const

export const required = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, brief, placeholder }) as const

export const value = (brief: string, placeholder: string) =>
  ({ ...required(brief, placeholder), optional: true }) as const

export const values = (brief: string, placeholder: string) =>
  ({ ...value(brief, placeholder), variadic: true }) as const

export const oneOf = <T extends string>(brief: string, choices: readonly T[]) =>
  ({ kind: 'enum', values: choices, brief, optional: true }) as const

export const someOf = <T extends string>(brief: string, choices: readonly T[]) =>
  ({ ...oneOf(brief, choices), variadic: true }) as const
