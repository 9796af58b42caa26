import { walkXml } from './walkXml.js';

const LONGEST = 500;

/** The title in the properties of an Office file (docProps/core.xml); null where it has none. */
export function titleOf(properties: string): string | null {
  let [title, taking] = ['', false];
  walkXml(properties.replaceAll('<dc:', '<cp:').replaceAll('</dc:', '</cp:'), {
    open: (name) => (taking = name === 'title'),
    close: () => (taking = false),
    text(text) {
      if (taking && title.length < LONGEST) title += text;
    },
  });
  return title.trim() === '' ? null : title.trim();
}
