/**
 * Makes an admin token for a new installation: the token for a person, its digest for the service.
 * @module
 */
import { newToken } from '../workers/api/src/access/token-secret.ts'

const { id, token, sha256 } = newToken()
console.log(`The token, for whoever gives out the others; it is stored nowhere:
  ${token}
The value of the secret FIRST_ADMIN_TOKEN:
  ${id}:${sha256}`)
