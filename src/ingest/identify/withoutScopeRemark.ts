const SCOPE_REMARK = /[（(](?:全.{0,3})?(?:汇总|本级|市本级|区本级|县本级|省本级)[^（()）]{0,6}[)）]/u;

/** A name without a remark on the scope: 宿迁市（全市汇总） is 宿迁市. */
export const withoutScopeRemark = (name: string): string => name.replace(SCOPE_REMARK, '');
