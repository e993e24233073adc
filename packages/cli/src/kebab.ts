/** A name of the code as it is written on the command line: `asOf` is `as-of`. */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
