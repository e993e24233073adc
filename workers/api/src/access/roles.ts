/** A person or program may have several. */
export const ROLES = ['reader', 'evaluator', 'editor', 'approver', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Which roles allow what. No single role both changes rules and issues tokens. */
export const PERMISSIONS = {
  /** Packs, versions and publications. */
  read: ['reader', 'evaluator', 'editor', 'approver', 'admin'],
  /** Evaluate, compare, check: what costs time and stores nothing. */
  evaluate: ['evaluator', 'editor', 'approver', 'admin'],
  /** Read drafts, and versions that were never published. */
  review: ['editor', 'approver'],
  edit: ['editor'],
  approve: ['approver'],
  audit: ['approver', 'admin'],
  administer: ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS

export function allows(roles: ReadonlySet<Role>, permission: Permission): boolean {
  return PERMISSIONS[permission].some((role) => roles.has(role))
}
