import html from 'virtual:formulas'
import 'virtual:katex.css'
import type { FormulaId } from './formulas.ts'

/**
 * One formula of src/components/formulas.ts, set while the page was built.
 * The only place that inserts HTML as it is: the string is made by the build from our own sources and never
 * holds a value of the running page. Live numbers are text in ordinary markup.
 */
export function Formula({ id, className }: { id: FormulaId; className?: string }) {
  const classes = className === undefined ? 'formula' : `formula ${className}`
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by the build, see above
  return <span className={classes} dangerouslySetInnerHTML={{ __html: html[id] }} />
}
