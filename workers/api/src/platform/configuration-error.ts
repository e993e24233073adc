/**
 * A setting of the installation that cannot be used. Its sentence names the setting and what to write, and nothing of
 * what it holds: it is logged.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}
