import type { LicenceType } from '@licencevault/licence'
import type { StockKey } from './stock.ts'
import type { Act } from './templates.ts'

/**
 * From which of the 44 templates (by number) the first issue of a licence type grows that has none of its own:
 * the same kind of applicant brings the same kind of materials.
 */
export const grownFrom: Readonly<Record<string, number>> = {
  农民专业合作社营业执照: 1,
  食品生产许可证: 5,
  食品小作坊登记证: 5,
  特种设备安全管理和作业人员证: 36,
  检验检测机构资质认定证书: 9,
  工业产品生产许可证: 8,
  第三类医疗器械经营许可证: 7,
  第二类医疗器械经营备案凭证: 7,
  护士执业证书: 11,
  放射诊疗许可证: 9,
  供水单位卫生许可证: 9,
  出生医学证明: 13,
  母婴保健技术服务执业许可证: 10,
  居民身份证: 43,
  保安服务许可证: 17,
  爆破作业单位许可证: 39,
  机动车驾驶证: 16,
  机动车行驶证: 35,
  不动产权证书: 20,
  采矿许可证: 40,
  安全生产管理人员考核合格证书: 36,
  建筑施工特种作业操作资格证书: 36,
  二级建造师注册证书: 11,
  房地产开发企业资质证书: 30,
  建筑业企业资质证书: 30,
  燃气经营许可证: 39,
  城市道路占用挖掘许可: 18,
  道路运输从业人员从业资格证: 36,
  网络预约出租汽车运输证: 35,
  超限运输车辆通行证: 35,
  港口经营许可证: 34,
  辐射安全许可证: 38,
  危险废物经营许可证: 39,
  '烟花爆竹经营（零售）许可证': 39,
  特种作业操作证: 36,
  非煤矿山安全生产许可证: 39,
  生产建设项目水土保持方案批复: 37,
  河道管理范围内建设项目工程建设方案批复: 37,
  林木采伐许可证: 26,
  动物防疫条件合格证: 41,
  农药经营许可证: 5,
  兽药经营许可证: 7,
  农作物种子生产经营许可证: 5,
  农村土地承包经营权证: 26,
  民办学校办学许可证: 42,
  教师资格证书: 11,
  劳务派遣经营许可证: 5,
  残疾人证: 15,
  娱乐经营许可证: 17,
  企业投资项目核准批复: 23,
}

/** What a grown item does not ask for, though its template does. */
export const leftOut: Readonly<Record<string, readonly StockKey[]>> = {
  林木采伐许可证: ['homestead', 'design'],
  农村土地承包经营权证: ['design'],
  特种设备安全管理和作业人员证: ['driver'],
  安全生产管理人员考核合格证书: ['driver'],
  建筑施工特种作业操作资格证书: ['driver', 'noRecord'],
  特种作业操作证: ['driver', 'noRecord'],
  教师资格证书: ['clinic'],
  二级建造师注册证书: ['clinic'],
  农作物种子生产经营许可证: ['health'],
  农药经营许可证: ['health'],
  劳务派遣经营许可证: ['health'],
}

/** Where a certificate has fewer acts than its kind, or other ones. */
const particular: Readonly<Record<string, readonly Act[]>> = {
  结婚证: ['issue', 'reissue'],
  居民身份证: ['issue', 'renew', 'reissue'],
  出生医学证明: ['issue', 'change', 'reissue'],
  居民户口簿: ['issue', 'change', 'reissue', 'cancel'],
  浙江省居住证: ['issue', 'renew', 'reissue'],
  不动产权证书: ['issue', 'change', 'reissue', 'cancel'],
  不动产登记证明: ['issue', 'change', 'cancel'],
  城市道路占用挖掘许可: ['issue', 'change', 'renew'],
  大型群众性活动安全许可决定书: ['issue', 'change'],
  房屋建筑工程竣工验收备案表: ['issue'],
}

/** What can be done about a licence of the type. */
export function actsOf({ name, kind, validity }: LicenceType): readonly Act[] {
  const known = particular[name]
  if (known) return known
  const renewed: readonly Act[] = validity.kind === 'indefinite' ? [] : ['renew']
  return kind === 'licence'
    ? ['issue', 'change', ...renewed, 'reissue', 'cancel']
    : ['issue', 'change', ...renewed]
}

export const actNames: Readonly<Record<Act, readonly [zh: string, en: string]>> = {
  issue: ['核发', 'issue'],
  change: ['变更', 'change'],
  renew: ['延续', 'renewal'],
  reissue: ['补发', 'reissue'],
  cancel: ['注销', 'cancellation'],
}

/** What an act asks for besides the licence it is about: from people, facts that authorities already have. */
export const askedFor: Readonly<
  Record<'person' | 'organisation', Readonly<Record<Exclude<Act, 'issue'>, readonly StockKey[]>>>
> = {
  person: {
    change: ['identity', 'changed'],
    renew: ['identity', 'registered'],
    reissue: ['identity'],
    cancel: ['identity'],
  },
  organisation: {
    change: ['form', 'business', 'resolution'],
    renew: ['form', 'business', 'unchanged'],
    reissue: ['form', 'business', 'lost'],
    cancel: ['form', 'business', 'reason'],
  },
}

type Variant = readonly [zh: string, en: string]

/** 业务办理项: the variants of an item, by what happened. */
export const variants: Readonly<
  Record<'person' | 'organisation', Readonly<Record<Act, readonly Variant[]>>>
> = {
  person: {
    issue: [
      ['首次申领', 'first application'],
      ['外地转入', 'moving in from elsewhere'],
    ],
    change: [
      ['变更姓名', 'change of name'],
      ['变更身份证件号码', 'change of identity number'],
      ['变更住址', 'change of address'],
    ],
    renew: [
      ['期满换领', 'exchange at expiry'],
      ['提前换领', 'early exchange'],
    ],
    reissue: [
      ['遗失补领', 'lost'],
      ['损坏换领', 'damaged'],
    ],
    cancel: [
      ['本人申请注销', 'at the holder’s request'],
      ['死亡注销', 'death of the holder'],
    ],
  },
  organisation: {
    issue: [
      ['一般程序', 'ordinary procedure'],
      ['告知承诺', 'by commitment'],
    ],
    change: [
      ['变更名称', 'change of name'],
      ['变更法定代表人（负责人）', 'change of legal representative'],
      ['变更地址（仅门牌号变化）', 'change of address'],
      ['变更许可（经营）范围', 'change of scope'],
    ],
    renew: [
      ['条件未发生变化', 'conditions unchanged'],
      ['条件发生变化', 'conditions changed'],
    ],
    reissue: [
      ['遗失补发', 'lost'],
      ['损毁换发', 'damaged'],
    ],
    cancel: [
      ['有效期届满', 'expired'],
      ['主体终止', 'holder dissolved'],
      ['依申请注销', 'on application'],
    ],
  },
}
