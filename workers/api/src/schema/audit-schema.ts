import { z } from 'zod'

export const auditEntrySchema = z
  .object({
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    via: z.string().meta({ description: 'How the actor is known: token:<id>, access, anonymous or service' }),
    action: z.string(),
    pack: z.string().nullable(),
    detail: z.looseObject({}),
    previous: z.string().meta({ description: '`hash` of the entry before; empty for the first' }),
    hash: z.string().meta({
      description:
        'SHA-256 of the canonical JSON (RFC 8785) of all other fields, where `detail` is a string of canonical JSON',
    }),
  })
  .meta({ id: 'AuditEntry' })

export const verificationSchema = z
  .object({
    intact: z.boolean(),
    rows: z.int().meta({ description: 'Number of entries checked' }),
    head: z.object({ seq: z.int(), hash: z.string() }).meta({
      description: 'The last entry checked. Keep it elsewhere: a log that was cut short no longer contains it',
    }),
    broken: z
      .object({
        seq: z.int().nullable().meta({ description: 'The entry; null if the record names none' }),
        fault: z
          .enum([
            'missing',
            'altered',
            'unlinked',
            'unrecorded',
            'record-altered',
            'lost',
            'text-altered',
            'forged',
            'unsigned',
          ])
          .meta({
            description:
              'Of an entry: missing, altered, unlinked. Of a version, publication, token or draft: unrecorded if no entry says so, record-altered since its entry, or lost though there is one. text-altered: the text of a file is not that of its digest. Of a checkpoint: forged if it is not signed by a key of the log, or not of its entry; unsigned if the last entry has none by the key of the service',
          }),
        record: z.string().optional().meta({ description: 'The version, publication, token, draft or text' }),
      })
      .optional(),
    next: z.int().optional().meta({ description: 'More entries follow: continue with this number as `after`' }),
    signed: z
      .object({
        kid: z.string().meta({ description: 'Id of the key by which the last entry is signed: one of `GET /v1/keys`' }),
        since: z.int().meta({
          description:
            'The entry with which its use began. Keep it: who wrote the whole log anew could only have it signed from a later one',
        }),
      })
      .optional()
      .meta({ description: 'Absent where the service has no key' }),
    nextText: z.string().optional().meta({
      description: 'More texts follow: continue with the number of the last entry as `after` and this as `text`',
    }),
  })
  .meta({ id: 'Verification' })
