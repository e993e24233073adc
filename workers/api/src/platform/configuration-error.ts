/**
 * A setting of the installation that cannot be used. The message is logged: it names the setting and what to write,
 * and never repeats the value.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}
