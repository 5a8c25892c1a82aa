/** Keys that go through the lesson, wherever nothing under the focus has a use for them. Pure but for the DOM it asks. */

const steps: Readonly<Partial<Record<string, 1 | -1>>> = {
  ArrowLeft: -1,
  PageUp: -1,
  ArrowRight: 1,
  PageDown: 1,
}

/** Fields in which keys write or move the cursor: theirs even when presenting. */
const textFields =
  'textarea, [contenteditable="true"], input:not([type="button"], [type="checkbox"], [type="submit"], [type="radio"], [type="range"])'
/** What moves by these keys itself. */
const widgets =
  'select, input[type="radio"], input[type="range"], [role="slider"], [role="radio"], [role="tab"], [role="listbox"], [role="menu"], [role="grid"], [role="group"] [role="radio"], dialog, [role="dialog"], [data-own-keys]'

/**
 * By how many steps a key goes on; null: the key is somebody else's.
 * @param presenting a clicker's keys step whatever has the focus, but for text fields
 */
export function stepOfKey(
  event: Pick<
    KeyboardEvent,
    'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'target'
  >,
  presenting: boolean,
  scrolled: boolean,
): 1 | -1 | null {
  const by = steps[event.key]
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(textFields)) return null
  // A dialog is in front of the lesson: its own text scrolls.
  if (target?.closest('dialog, [role="dialog"]')) return null
  if (presenting) return by
  if (event.defaultPrevented || target?.closest(widgets)) return null
  const pages = event.key.startsWith('Page')
  // Whoever reads on below the figure, or in a box that scrolls, pages through that.
  if (pages && scrolled) return null
  return target !== null && scrollsItself(target) ? null : by
}

function scrollsItself(target: Element): boolean {
  if (!target.hasAttribute('tabindex')) return false
  return target.scrollWidth > target.clientWidth + 1 || target.scrollHeight > target.clientHeight + 1
}
