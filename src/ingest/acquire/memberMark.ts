/** Between an archive and a document in it: a.zip!/b.html. */
export const MEMBER_MARK = '!/';

/** Whether a name is that of a document in an archive, or in one within it. */
export const isMemberOf = (archive: string, name: string): boolean => name.startsWith(`${archive}${MEMBER_MARK}`);
