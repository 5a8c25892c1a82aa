/** A site of a few small files that name each other as a built one's do. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const page = (name: string, root: string): string => `<!doctype html>
<html><head><script type="module" src="${root}assets/boot-${name}.js"></script></head>
<body><div id="root">${name} <a href="${root}notices.txt">notices</a></div></body></html>`

/**
 * Writes them in the order in which a build does, each first in half.
 *
 * @param name eight letters: the hash in the names of its files
 * @param between called after every piece
 */
export async function writeSmallSite(
  folder: string,
  name: string,
  between: () => Promise<void> = async () => {},
): Promise<void> {
  const files: Readonly<Record<string, string>> = {
    'notices.txt': name,
    'assets/late-Always_1.js': 'the same in every build',
    [`assets/boot-${name}.js`]: `import './late-Always_1.js'\nimport('./part-${name}.js')`,
    [`assets/part-${name}.js`]: name,
    'index.html': page(name, './'),
    'ko/index.html': page(name, '../'),
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    for (const piece of [text.slice(0, text.length / 2), text]) {
      await writeFile(join(folder, path), piece)
      await between()
    }
  }
}
