/** Organs of the ministries’ lines (垂直管理), which call their place in short: 宣城气象局, 南阳海关. */
export const VERTICAL_ORGAN =
  /气象局|税务局|税务总局|海关(?!.*(?:街道|镇|乡))|(?<!地方)海事局|烟草专卖|邮政管理局|(?<!地方.{0,2})调查队|调查总队|银保监|银监|银行保险监督|证监局|证监会|证券监督|(?<!地方)金融监督管理总?局|(?<!地方)金融监管[总分支]?局|中国人民银行|外汇管理局|通信管理局|国家能源局.{0,6}监管|国家粮食和物资储备局.{2}|矿山安全监察|煤矿安全监察|出入境边防检查|边检站|铁路监督管理局|民用航空|民航.{0,6}管理局|长江航道局|长江航务管理局|(?:长江|黄河|淮河|海河|珠江|松辽)水利委员会|太湖流域管理局|专员办|财政部.{0,6}监管局|消防救援|国家安全局|铁路公安|特派员办事处|(?:省|自治区|北京市|天津市|上海市|重庆市)地震局|中国地震局/u;

/** A place in short stands before one of these, with 省 or 市 left out. */
export const AFTER_SHORT_PLACE =
  /^.{2,16}厅$|^.{1,12}(?:新区|开发区|试验区|实验区|名胜区|合作区|保税区)(?:管理委员会|管委会)?$|^(?:经济|高新|综合保税|保税|国家|新区|开发区|示范区|旅游|风景|自由贸易|产业|工业园|出口加工)|^.{0,2}(?:气象局|税务局|海关|海事局|烟草专卖|邮政管理局|调查队|调查总队|银保监|银监|证监局|金融监督管理|金融监管|中心支行|外汇管理局|通信管理局|能源监管|矿山安全监察|煤矿安全监察|出入境边防检查|边检站|地震局|消防救援|无线电)/u;

/** A county in short stands behind its city before one of these: 淮安市洪泽生态环境局. */
export const AFTER_SHORT_COUNTY =
  /^(?:生态环境|环境保护|环保|自然资源|国土资源|规划|公安|税务|气象|海关|烟草|市场监管|市场监督|监管|分局|交警|消防|调查队|邮政|海事|医疗保障|医保|住房公积金|公路|水文|管理部|(?:经济|高新|综合保税|保税|产业|工业).{0,8}区)/u;

/** A place in short stands behind a central organ before the kind of its branch: 国家矿山安全监察局山西局. */
export const AFTER_SHORT_BRANCH = /^.{0,8}(?:局|队|行|办|办公室|办事处|署|站)$/u;

/** Branches that call a county in short without its city: 国家统计局沭阳调查队, 昆山海关. */
export const COUNTY_BRANCH = /^(?:调查队|监管支局|海关|海事局|海事处|(?:出入境)?边防检查站)$/u;

/** The party's organs beside those of a government: 中共南阳市委办公室. */
export const PARTY = /^(?:中共|中国共产党)/u;

/** Central organs, and the head of the names of their branches: 国家税务总局南阳市税务局. */
export const CENTRAL_ORGAN =
  /^(?:中华人民共和国(?=.{2,8}(?:海关|海事局|出入境|边防|边检))|国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|国家烟草专卖局|国家邮政局|国家能源局|国家矿山安全监察局|国家移民管理局|国家粮食和物资储备局|国家安全部|中国人民银行|中国证券监督管理委员会|中国证监会|中国银行保险监督管理委员会|中国银保监会|中国民用航空局|中国民用航空|国家林业和草原局|国家铁路局|海关总署|中国国际贸易促进委员会|财政部|审计署|自然资源部|生态环境部|水利部|交通运输部|商务部|住房和城乡建设部)(?:驻(?!马店))?/u;

/** A division of the 新疆生产建设兵团, which is one body with the city that stands behind it: 第八师石河子市. */
export const CORPS_DIVISION = /^(?:新疆(?:生产建设)?兵团|兵团)?第?[一二三四五六七八九十]{1,2}师/u;
/** The node that holds the cities of the corps. */
export const CORPS_CITIES = '659000';

/** Organs of the State Council themselves. */
export const STATE_COUNCIL_ORGAN =
  /^(?:中华人民共和国)?(?:国务院.{0,30}|(?:外交|国防|国家发展和改革|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)(?:部|委员会)|国家(?:[^省市县区局署]|市场){2,16}(?:总局|局|署|委员会|委)|市场监管总局|海关总署|审计署|中国人民银行|中国气象局|中国民用航空局|中国证券监督管理委员会|中国证监会|中国银行保险监督管理委员会|中国银保监会)(?:办公厅)?$/u;

/** 市 + what reads like a county that the reference data does not know under it: better no division than that of the city. */
const COUNTY_LIKE = /^(?<county>[^省市县区旗局委办厅会]{1,7}[区县旗市])(?=.)/u;
const NO_COUNTY =
  /(?:社区|园区|景区|地区|城区|辖区|市区|小区|库区|矿区|林区|新区|开发区|示范区|试验区|实验区|保税区|管理区|度假区|聚集区|集聚区|功能区|合作区|自贸区|贸易区|保护区|高新区|经开区|商务区|港区|片区|街区|工业区|加工区|生态区|先行区|起步区|名胜区|旅游区|产业区|投资区|各县|全县|全区|县区|^城市|^都市|^区|^县)$/u;

/** Whether the text begins with the name of a county. */
export function beginsLikeCounty(text: string): boolean {
  const county = COUNTY_LIKE.exec(text)?.groups?.['county'];
  return county !== undefined && !NO_COUNTY.test(county);
}
