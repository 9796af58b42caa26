const LEVEL = '(?:政府|[省市县区州盟旗])?本级';
const SCOPE_REMARK = new RegExp(
  `[（(](?:(?:全.{0,3})?(?:汇总|${LEVEL})[^（()）]{0,6}|不?(?:包?含|包括)[^（()）]{1,12}|全[省市县区州盟旗])[)）]|(?<=政府|[省市县区州盟旗])本级$|(?<=[省市县区州盟旗])全[省市县区州盟旗]$`,
  'u',
);

/** A name without a remark on the scope: 宿迁市（全市汇总） and 宿迁市本级 are 宿迁市. */
export const withoutScopeRemark = (name: string): string => name.replace(SCOPE_REMARK, '');
