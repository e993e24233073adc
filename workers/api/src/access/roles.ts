/** What a caller is trusted with. A person often has two. */
export const ROLES = ['reader', 'evaluator', 'editor', 'approver', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Which roles allow what. Nobody is both asked to edit and to give out tokens, unless an admin says so. */
export const PERMISSIONS = {
  /** Packs, versions and publications. */
  read: ['reader', 'evaluator', 'editor', 'approver', 'admin'],
  /** Evaluate, compare, check: whatever costs time and stores nothing. */
  evaluate: ['evaluator', 'editor', 'approver', 'admin'],
  /** Drafts, and versions that were never published. */
  review: ['editor', 'approver'],
  edit: ['editor'],
  approve: ['approver'],
  audit: ['approver', 'admin'],
  administer: ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS

export function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name)
}

export function allows(roles: ReadonlySet<Role>, permission: Permission): boolean {
  return PERMISSIONS[permission].some((role) => roles.has(role))
}
