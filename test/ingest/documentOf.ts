import type { Block, Document } from '../../src/ingest/types.js';

/** A document of plain lines; `# ` and `## ` mark headings. */
export function documentOf(lines: readonly string[], declared: Partial<Document> = {}): Document {
  const blocks = lines.map((line): Block => ({
    kind: 'paragraph',
    text: line.replace(/^#+ /u, ''),
    page: null,
    heading: /^#+(?= )/u.exec(line)?.[0].length ?? null,
  }));
  return {
    mediaType: 'text/plain',
    declaredTitle: null,
    declaredDate: null,
    declaredPublisher: null,
    blocks,
    ...declared,
  };
}
