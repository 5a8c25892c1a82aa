import { firstScriptHash } from './firstScript.ts'

/**
 * The one content security policy: the server sends it as a header with every
 * response (worker files too, which a meta policy does not reach), and the
 * build writes it into each page as a meta tag, for static hosts without headers.
 */
const directives = {
  'default-src': "'none'",
  'script-src': `'self' 'wasm-unsafe-eval' ${firstScriptHash}`,
  'style-src': "'self'",
  // Formulas rendered at build time carry style attributes.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const

export const contentSecurityPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ')
