/** A value as its reader has it: what is shared and frozen here is the reader’s own once it was sent. */
type Sent<T> = T extends readonly (infer Item)[]
  ? Sent<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Sent<T[Key]> }
    : T

/** A value that will be sent as JSON, by the type of what arrives. */
export function asSent<T>(value: T): Sent<T> {
  return value as Sent<T>
}
