/** What documents come in, by short name. */
export const MEDIA = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  wordXml: 'application/xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  html: 'text/html',
  mhtml: 'multipart/related',
  text: 'text/plain',
  markdown: 'text/markdown',
  zip: 'application/zip',
} as const;

export type MediaType = (typeof MEDIA)[keyof typeof MEDIA];
