import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ReportPart } from './ReportPart.js';

/** A document as it reached us, its bytes kept; all documents of a revision say the same. */
@Entity('source_document')
@Index('source_document_sha256_index', ['sha256'])
@Index('source_document_current_key', ['agencyId', 'sha256'], { unique: true, where: '(not superseded)' })
@Index('source_document_version_index', ['readerVersion'], { where: '(not superseded)' })
@Index('source_document_preferred_key', ['agencyId', 'reportId'], { unique: true, where: 'preferred' })
@Check('source_document_sha256_format', `sha256 ~ '^[0-9a-f]{64}$'`)
export class SourceDocument extends ReportPart {
  @PrimaryColumn('text')
  sha256!: string;

  /** Which report it is read as, before any decision: documents of one reading say the same of the same agency. */
  @Column('text')
  reading!: string;

  /** The one document of its revision that the figures were read from. */
  @Column('boolean')
  preferred!: boolean;

  @Column('text')
  mediaType!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { nullable: true })
  fileName!: string | null;

  @Column('integer')
  bytes!: number;

  @Column('timestamptz')
  retrievedAt!: Date;

  /** The calendar day that this document prints; null where it prints none. */
  @Column('date', { nullable: true })
  publishedOn!: string | null;

  /** As the HTTP header said; null where nobody said. */
  @Column('text', { nullable: true })
  declaredType!: string | null;

  /** What the manifest said of this document; null without one. */
  @Column('jsonb', { nullable: true })
  manifest!: Record<string, string | number> | null;

  /** Version of the reader that last read this document. */
  @Column('integer')
  readerVersion!: number;

  /** A newer reader read another report in it: it is kept as what this revision was read from. */
  @Column('boolean', { default: false })
  superseded!: boolean;

  /** The bytes, compressed with Brotli. */
  @Column('bytea', { select: false })
  content!: Buffer;
}
