/** A scope or a record, and those around it. */
export function wayUp<One extends { readonly parent?: One | undefined }>(inner: One): One[] {
  const way: One[] = []
  for (let one: One | undefined = inner; one; one = one.parent) way.push(one)
  return way
}
