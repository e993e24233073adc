/** What stands before the name of a parameter where facts may be named as well. */
export const PARAMETER = 'parameters.'

/** The parameter that `parameters.<id>` names; undefined where a text names none. */
export function parameterNamed(name: string): string | undefined {
  return name.startsWith(PARAMETER) ? name.slice(PARAMETER.length) : undefined
}
