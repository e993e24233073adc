/** What the answer to a write says in headers. */
export interface ResponseHeaders {
  etag: string | null
  location: string | null
  /** Number of the last entry that the write added to the audit log. */
  auditSeq: number | null
}

/** The headers by name. */
export function namedHeaders({ etag, location, auditSeq }: ResponseHeaders): Record<string, string> {
  return {
    ...(etag !== null && { etag }),
    ...(location !== null && { location }),
    ...(auditSeq !== null && { 'audit-seq': String(auditSeq) }),
  }
}
