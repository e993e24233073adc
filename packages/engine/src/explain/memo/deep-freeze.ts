/** Freezes an object with all that it contains, because findings of many evaluations share it. */
export function deepFreeze<Made extends object>(made: Made): Made {
  if (Object.isFrozen(made)) return made
  Object.freeze(made)
  for (const part of Object.values(made)) if (typeof part === 'object' && part !== null) deepFreeze(part as object)
  return made
}
