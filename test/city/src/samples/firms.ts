import { composeUscc, usccDigits } from '../codes.ts'
import { addDays } from '../dates.ts'
import { areaName } from '../departments.ts'
import type { Random } from '../random.ts'
import { nameOf } from './people.ts'
import { premisesIn } from './places.ts'
import { scopeOf } from './scopes.ts'

export type FirmForm = 'company' | 'trader' | 'cooperative' | 'clinic' | 'school' | 'hospital'

/** An organisation of the city. */
export interface Firm {
  readonly name: string
  /** 统一社会信用代码 */
  readonly code: string
  readonly form: FirmForm
  readonly representative: string
  /** Registered capital in units of ten thousand yuan. */
  readonly capital: string
  readonly founded: string
  readonly scope: string
  readonly area: string
  readonly address: string
}

/** Registering department and class, and how its own code begins. */
const codes: Readonly<Record<FirmForm, readonly [prefix: string, body: string]>> = {
  company: ['91', 'MA9'],
  trader: ['92', 'MA8'],
  cooperative: ['93', 'MF9'],
  clinic: ['52', 'MJ8'],
  school: ['52', 'MJ9'],
  hospital: ['12', 'MB8'],
}

const space = 31 ** 5
/** Coprime to 31, so that different numbers give different firms. */
const stride = 9_743_117

/** Firm number `n` of its form in the city grown from `seed`; different numbers have different codes. */
export function firmOf(seed: Random, form: FirmForm, n: number): Firm {
  const place = (n * stride + seed.fork(form).between(0, space - 1)) % space
  const random = seed.fork(`${form} ${n}`)
  const area = random.pick(['339902', '339903', '339922', '339900'])
  const [prefix, body] = codes[form]
  const representative = nameOf(random)
  return {
    name: titleOf(random, form, area),
    code: composeUscc(prefix, area, body + usccDigits(place, 5)),
    form,
    representative,
    capital: random.onceIn(5)
      ? `${random.between(10, 9_000)}.${random.digits(4)}`
      : String(random.pick(capitals)),
    founded: addDays('2004-03-01', random.between(0, 7_800)),
    scope: scopeOf(random.fork('scope'), random.onceIn(12) ? 1_950 : random.between(60, 420)),
    area,
    address: premisesIn(random, area),
  }
}

export function companyName(random: Random): string {
  return titleOf(random, 'company', '339900')
}

function titleOf(random: Random, form: FirmForm, area: string): string {
  const brand = random.pick(first) + random.pick(second) + (random.onceIn(4) ? random.pick(second) : '')
  const place = areaName(area)
  if (form === 'company')
    return `${place}${brand}${random.pick(trades)}${random.onceIn(9) ? '股份有限公司' : '有限公司'}`
  if (form === 'trader') return `${place}${brand}${random.pick(shops)}`
  if (form === 'cooperative') return `${place}${brand}${random.pick(crops)}专业合作社`
  if (form === 'clinic') return `${place}${brand}${random.pick(clinics)}`
  if (form === 'school') return `${place}${brand}${random.pick(schools)}`
  return `${place}${random.pick(['第二', '第三', '城东', '城西', '中心', '新区'])}${random.pick(hospitals)}`
}

const capitals = [10, 50, 100, 200, 300, 500, 800, 1000, 1200, 2000, 3000, 5000, 10000]
const first = [...'云汀岚汇鑫宏恒瑞华盛嘉泰金正新德信安中东广永福兴康博凯天海明龙万佳']
const second = [...'达源丰泰盛通利昌远顺和隆茂诚锦韵聚禾旺腾辰烁喆堃峰泽润邦扬祺曜']
const trades = [
  '贸易',
  '科技',
  '建设工程',
  '装饰工程',
  '餐饮管理',
  '食品',
  '机械制造',
  '电子',
  '新材料',
  '物流',
  '房地产开发',
  '环保科技',
  '农业开发',
  '信息技术',
  '医药',
  '医疗器械',
  '化工',
  '纺织',
  '运输',
  '园林绿化',
  '物业服务',
  '文化传媒',
]
const shops = [
  '小吃店',
  '面馆',
  '百货超市',
  '水果店',
  '五金店',
  '理发店',
  '茶叶店',
  '土菜馆',
  '服装店',
  '汽车修理部',
  '民宿',
]
const crops = ['柑橘', '胡柚', '茶叶', '食用菌', '生猪养殖', '粮食', '油茶', '清水鱼', '蜂产品']
const clinics = ['口腔门诊部', '中医门诊部', '康复护理院', '综合门诊部', '社会工作服务中心', '养老服务中心']
const schools = ['幼儿园', '双语学校', '实验学校', '外国语学校', '艺术培训学校']
const hospitals = ['人民医院', '中医院', '社区卫生服务中心', '卫生院', '眼科医院', '骨伤科医院']
