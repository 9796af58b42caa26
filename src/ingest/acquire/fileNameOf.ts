/** `filename*=UTF-8''…` (RFC 8187), then `filename="…"` or `filename=…`. */
const EXTENDED = /filename\*\s{0,4}=\s{0,4}utf-8'[\w-]{0,20}'([^;\s"]{1,1000})/i;
const PLAIN = /filename\s{0,4}=\s{0,4}(?:"([^"]{1,1000})"|([^;\s"]{1,1000}))/i;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Headers come as Latin-1; what they hold is mostly UTF-8. */
const fromLatin1 = (text: string): string => {
  const utf8 = Buffer.from(text, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? text : utf8;
};

/** The name of a document: as its header says, else the last part of its address. Never used to write anything. */
export function fileNameOf(url: URL, disposition: string | null): string {
  const extended = EXTENDED.exec(disposition ?? '')?.[1];
  const plain = PLAIN.exec(disposition ?? '');
  const named = extended === undefined ? fromLatin1(plain?.[1] ?? plain?.[2] ?? '') : extended;
  const last = url.pathname.split('/').at(-1) ?? '';
  return decoded(named === '' ? last : named).replace(/^.*[/\\]/s, '') || url.hostname;
}
