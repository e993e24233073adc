/**
 * Generates an admin token for a new installation: the token for a person, its digest for the service.
 * @module
 */
import { generateToken } from '../workers/api/src/access/token-secret.ts'

const { id, token, sha256 } = generateToken()
console.log(`Admin token, for the person who issues all other tokens. It is not stored:
  ${token}
Value of the secret FIRST_ADMIN_TOKEN:
  ${id}:${sha256}`)
