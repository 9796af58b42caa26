import { equalFigures } from './fingerprint.js';
import { type ReportKey, type Revision, textOf } from './Revision.js';
import type { Stored } from './ToStore.js';

/** A report as far as its place depends on it. */
export interface Placeable extends ReportKey {
  readonly sha256: string;
  readonly fingerprint: string;
  /** The document is stored already and was read again. */
  readonly again: boolean;
}

/** Where a document stands already. */
export interface Place {
  readonly revision: Revision;
  /** The figures of that revision were read from it. */
  readonly preferred: boolean;
}

/** What is to be done with one report. */
export interface Placement {
  readonly status: Stored['status'];
  readonly revision: Revision;
  /** The report is the first of its revision. */
  readonly isNew: boolean;
  /** Whether its document becomes a source of the revision, is one and was read again, or is left as it is. */
  readonly source: 'added' | 'kept' | 'left';
  /** The revision that its document was a source of until now; null where it was of none or stays. */
  readonly from: Revision | null;
}

/** The revisions of the keys at hand; grows as reports are placed. */
export class Revisions {
  readonly #byKey = new Map<string, Revision[]>();

  constructor(revisions: readonly Revision[]) {
    for (const revision of revisions) this.#add(revision);
  }

  of(key: ReportKey): readonly Revision[] {
    return this.#byKey.get(textOf(key)) ?? [];
  }

  open({ agencyId, year, scope }: ReportKey, fingerprint: string): Revision {
    const last = Math.max(0, ...this.of({ agencyId, year, scope }).map(({ revision }) => revision));
    const opened: Revision = { agencyId, year, scope, id: null, revision: last + 1, fingerprint };
    this.#add(opened);
    return opened;
  }

  #add(revision: Revision): void {
    this.#byKey.set(textOf(revision), [...this.of(revision), revision]);
  }
}

/**
 * Decides, one report after another, which revision each belongs to: one that says the same, or a new one. A document
 * read again leaves its old revision only for another; where no figure differs from it, it stays and its revision says
 * what it says now.
 * @param places where documents stand already, by sha256; brought up to date
 */
export function placeReports(
  reports: readonly Placeable[],
  revisions: Revisions,
  places: Map<string, Place>,
): Placement[] {
  return reports.map((report) => {
    const place = places.get(report.sha256);
    if (place !== undefined && !report.again)
      return { status: 'unchanged', revision: place.revision, isNew: false, source: 'left', from: null };
    const placement = place === undefined ? placeNew(report, revisions) : placeAgain(report, place, revisions);
    places.set(report.sha256, { revision: placement.revision, preferred: place?.preferred ?? false });
    return placement;
  });
}

function placeNew(report: Placeable, revisions: Revisions): Placement {
  const others = revisions.of(report);
  const same = others.find(({ fingerprint }) => fingerprint === report.fingerprint);
  if (same) return { status: 'unchanged', revision: same, isNew: false, source: 'added', from: null };
  const revision = revisions.open(report, report.fingerprint);
  return { status: others.length > 0 ? 'revised' : 'stored', revision, isNew: true, source: 'added', from: null };
}

function placeAgain(report: Placeable, { revision: old, preferred }: Place, revisions: Revisions): Placement {
  const sameKey = textOf(old) === textOf(report);
  const sameFigures = sameKey && equalFigures(old.fingerprint, report.fingerprint);
  const same = revisions.of(report).find(({ fingerprint }) => fingerprint === report.fingerprint);
  if (same === old || (same === undefined && sameFigures && preferred)) {
    old.fingerprint = report.fingerprint;
    return { status: 'unchanged', revision: old, isNew: false, source: 'kept', from: null };
  }
  const revision = same ?? revisions.open(report, report.fingerprint);
  return {
    status: sameFigures ? 'unchanged' : 'revised',
    revision,
    isNew: same === undefined,
    source: 'added',
    from: old,
  };
}
