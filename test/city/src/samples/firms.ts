import { addDays } from '@licencevault/licence'
import { composeUscc, usccDigits } from '../codes.ts'
import { areaName } from '../departments.ts'
import type { Random } from '../random.ts'
import { nameOf } from './people.ts'
import { premisesIn } from './places.ts'
import { scopeOf } from './scopes.ts'

/** An organisation of the city. */
export interface Firm {
  readonly name: string
  /** 统一社会信用代码 */
  readonly code: string
  readonly representative: string
  /** Registered capital in units of ten thousand yuan. */
  readonly capital: string
  readonly founded: string
  readonly scope: string
  readonly address: string
}

interface Form {
  /** Registering department and class, then how the body's own code begins. */
  readonly codes: readonly [prefix: string, body: string]
  readonly trades: readonly string[]
  readonly ending: string
}

const form = (prefix: string, body: string, ending: string, trades: string): Form => ({
  codes: [prefix, body],
  trades: trades.split('|'),
  ending,
})

/** No two forms share the beginning of a code, so that no two firms share a code. */
const forms = {
  company: form(
    '91',
    'MA9',
    '有限公司',
    '贸易|科技|餐饮管理|信息技术|纺织|物业服务|文化传媒|环保科技|农业开发|电子',
  ),
  builder: form('91', 'MB2', '有限公司', '建设工程|建筑|市政工程|装饰工程|路桥工程|钢结构工程|园林绿化工程'),
  developer: form('91', 'MB3', '有限公司', '房地产开发|置业|城市建设投资'),
  factory: form('91', 'MB4', '有限公司', '食品|机械制造|新材料|化工|纸业|印染|水泥|生物科技|金属制品'),
  carrier: form('91', 'MB5', '有限公司', '物流|运输|冷链物流|港务|货运'),
  pharmacy: form('91', 'MB6', '有限公司', '大药房|医药连锁|医疗器械|康复器械'),
  mine: form('91', 'MC2', '有限公司', '矿业|石料|萤石'),
  utility: form('91', 'MC3', '有限公司', '燃气|自来水|水务|热电'),
  staffing: form('91', 'MC4', '有限公司', '人力资源|劳务派遣|保安服务'),
  laboratory: form('91', 'MC5', '有限公司', '检测技术|环境监测|检验检测'),
  seeds: form('91', 'MC6', '有限公司', '种业|种子|农业科技'),
  club: form('91', 'MC7', '有限公司', '文化娱乐|网络文化|休闲娱乐'),
  eatery: form('92', 'MA8', '', '小吃店|面馆|土菜馆|早餐店|豆制品坊|糕点店'),
  trader: form('92', 'MD2', '', '百货超市|水果店|五金店|理发店|茶叶店|服装店|汽车修理部'),
  hotel: form('92', 'MD3', '', '宾馆|民宿|旅馆|酒店'),
  vet: form('92', 'MD4', '', '宠物医院|动物诊所'),
  farmShop: form('92', 'MD5', '', '农资经营部|农药店|兽药店'),
  cooperative: form('93', 'MF9', '专业合作社', '柑橘|胡柚|茶叶|食用菌|生猪养殖|粮食|油茶|清水鱼|蜂产品'),
  clinic: form('52', 'MJ8', '', '口腔门诊部|中医门诊部|康复护理院|综合门诊部|社会工作服务中心|养老服务中心'),
  school: form('52', 'MJ9', '', '幼儿园|双语学校|实验学校|外国语学校|艺术培训学校'),
  hospital: form('12', 'ME8', '', '人民医院|中医院|社区卫生服务中心|眼科医院|骨伤科医院'),
} satisfies Record<string, Form>

export type FirmForm = keyof typeof forms

const space = 31 ** 5
/** Coprime to 31, so that different numbers give different firms. */
const stride = 9_743_117

/**
 * Firm number `n` of its form in the city grown from `seed`; different numbers below 28,000,000 have
 * different codes.
 */
export function firmOf(seed: Random, of: FirmForm, n: number): Firm {
  const place = (n * stride + seed.fork(of).between(0, space - 1)) % space
  const random = seed.fork(`${of} ${n}`)
  const area = random.pick(firmAreas)
  const [prefix, body] = forms[of].codes
  return {
    name: firmName(random, of, area),
    code: composeUscc(prefix, area, body + usccDigits(place, 5)),
    representative: nameOf(random),
    capital: random.onceIn(5)
      ? `${random.between(10, 9_000)}.${random.digits(4)}`
      : String(random.pick(capitals)),
    founded: addDays('2004-03-01', random.between(0, 7_800)),
    scope: scopeOf(random.fork('scope'), random.onceIn(12) ? 1_950 : random.between(60, 420)),
    address: premisesIn(random, area),
  }
}

/** A name for a firm that is mentioned but holds nothing. */
export function firmName(random: Random, of: FirmForm, area = '339900'): string {
  const { trades, ending } = forms[of]
  const brand = random.pick(first) + random.pick(second) + (random.onceIn(4) ? random.pick(second) : '')
  const shares = ending === '有限公司' && random.onceIn(9) ? '股份' : ''
  return `${areaName(area)}${brand}${random.pick(trades)}${shares}${ending}`
}

const firmAreas = ['339902', '339903', '339922', '339900']
const capitals = [10, 50, 100, 200, 300, 500, 800, 1000, 1200, 2000, 3000, 5000, 10000]
const first = [...'云汀岚汇鑫宏恒瑞华盛嘉泰金正新德信安中东广永福兴康博凯天海明龙万佳']
const second = [...'达源丰泰盛通利昌远顺和隆茂诚锦韵聚禾旺腾辰烁喆堃峰泽润邦扬祺曜']
