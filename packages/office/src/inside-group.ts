/** Whether a property is in a group of a record, by their names: organization.kind is in organization. */
export function isInside(name: string, group: string): boolean {
  return name.startsWith(`${group}.`)
}
