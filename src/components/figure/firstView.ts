/**
 * What the prerendered page holds, and how the browser takes it over. It is made for every width: all three
 * layouts of the figure, of which style sheets show one, and images of what canvases will paint.
 */
import type { Variant } from '../../viz/loom/measures.ts'

/** Images of the picture and of the two rows of maps, as `url(…)`: shown until the canvases have painted. */
export interface Placeholders {
  readonly '--picture-X': string
  readonly '--maps-U': string
  readonly '--maps-out': string
}

export interface FirstView {
  readonly placeholders: Placeholders | null
  /** Layouts that are in the page. */
  readonly variants: readonly Variant[]
}

/** Widths at which one layout follows another; the same numbers stand in figure.css. */
const queries: Readonly<Record<Variant, string>> = {
  wide: '(min-width: 1240px)',
  medium: '(min-width: 900px) and (max-width: 1239.98px)',
  phone: '(max-width: 899.98px)',
}
export const allVariants: readonly Variant[] = ['wide', 'medium', 'phone']

/** The layout for this width; all of them where no query answers. */
export function fittingVariants(): readonly Variant[] {
  const fitting = allVariants.filter((variant) => matchMedia(queries[variant]).matches)
  return fitting.length === 0 ? allVariants : fitting
}

/** Calls back when another layout may fit. Returns a function that stops it. */
export function watchVariants(changed: () => void): () => void {
  const lists = allVariants.map((variant) => matchMedia(queries[variant]))
  for (const list of lists) list.addEventListener('change', changed)
  return () => {
    for (const list of lists) list.removeEventListener('change', changed)
  }
}

/**
 * Drops the layouts that are not shown, so that React does not take them over only to remove them: that would be
 * two thirds of its work while the page starts.
 */
export function trimFirstView(root: HTMLElement): FirstView {
  const variants = fittingVariants()
  for (const part of root.querySelectorAll<HTMLElement>('[data-variant]')) {
    if (!variants.some((variant) => variant === part.dataset.variant)) part.remove()
  }
  return { placeholders: placeholdersIn(root), variants }
}

/** So that the first rendering here equals the one of the build. */
function placeholdersIn(root: HTMLElement): Placeholders | null {
  const style = root.querySelector<HTMLElement>('.looms')?.style
  const [X, U, out] = ['--picture-X', '--maps-U', '--maps-out'].map((name) => style?.getPropertyValue(name))
  return X && U && out ? { '--picture-X': X, '--maps-U': U, '--maps-out': out } : null
}
