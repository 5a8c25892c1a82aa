/** Markup read as text: Node has no document. */

/** Every element of a name: its attributes, and the text right in it. */
export function elements(markup: string, name: string) {
  return Array.from(
    markup.matchAll(new RegExp(`<${name}((?: [^>]*?)?)/?>([^<]*)`, 'g')),
    ([, given, text]) => ({
      ...Object.fromEntries(
        Array.from((given ?? '').matchAll(/([\w-]+)="([^"]*)"/g), ([, key, value]) => [key, value]),
      ),
      text,
    }),
  ) as (Readonly<Partial<Record<string, string>>> & { readonly text: string })[]
}

export const numbers = (element: Readonly<Partial<Record<string, string>>> | undefined, ...keys: string[]) =>
  keys.map((key) => Number(element?.[key]))

export const ofClass = (markup: string, name: string, className: string) =>
  elements(markup, name).filter((one) => one.class === className)
