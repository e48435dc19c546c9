import { addDays } from '@licencevault/licence'
import { composeResidentId } from '../codes.ts'
import type { Random } from '../random.ts'
import { homeIn } from './places.ts'

/** A person of the city. Born 1900 to 1905: nobody alive is described. */
export interface Person {
  readonly name: string
  /** 公民身份号码 */
  readonly code: string
  readonly sex: '男' | '女'
  readonly ethnicity: string
  readonly born: string
  readonly home: string
}

const residentAreas = ['339902', '339903', '339922'] as const
/** 1900-01-01 to 1905-12-31. */
const days = 2191
/** Sequences 001 to 998, the odd ones for men. */
const sequences = 499
const space = residentAreas.length * days * sequences
/** Coprime to `space`, so that different numbers give different people. */
const stride = 2_741_993

/**
 * Person number `n` of the city grown from `seed`. Each number below 3,200,000 stands for one man and one
 * woman, all of different codes; which of the two, the seed decides unless `wanted` says.
 */
export function personOf(seed: Random, n: number, wanted?: Person['sex']): Person {
  const place = (n * stride + seed.fork('people').between(0, space - 1)) % space
  const area = residentAreas[place % residentAreas.length] ?? residentAreas[0]
  const turn = Math.floor(place / residentAreas.length)
  const born = addDays('1900-01-01', turn % days)
  const sex = wanted ?? seed.fork(`sex ${n}`).pick(['男', '女'])
  const sequence = 2 * Math.floor(turn / days) + (sex === '男' ? 1 : 2)
  const random = seed.fork(`person ${n} ${sex}`)
  return {
    ...called(random, sex),
    code: composeResidentId(area, born.replaceAll('-', ''), sequence),
    sex,
    born,
    home: homeIn(random, area),
  }
}

/** A name for someone who is mentioned but holds nothing. */
export function nameOf(random: Random, sex?: Person['sex']): string {
  return called(random, sex ?? random.pick(['男', '女'])).name
}

function called(random: Random, sex: '男' | '女'): { name: string; ethnicity: string } {
  if (random.onceIn(60)) return uyghur(random, sex)
  const given = random.onceIn(10) ? rare : sex === '男' ? male : female
  const first = random.pick(given)
  const second = random.onceIn(3) ? '' : random.pick(sex === '男' ? male : female)
  const surname = random.onceIn(40) ? random.pick(doubleSurnames) : random.pick(surnames)
  return { name: surname + first + second, ethnicity: random.onceIn(50) ? random.pick(peoples) : '汉' }
}

function uyghur(random: Random, sex: '男' | '女'): { name: string; ethnicity: string } {
  const name = `${random.pick(sex === '男' ? uyghurMen : uyghurWomen)}·${random.pick(uyghurMen)}`
  return { name, ethnicity: '维吾尔' }
}

/** The commonest first, some of them twice. */
const surnames = [
  ...('王李张刘陈杨黄赵吴周王李张刘陈杨徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈' +
    '姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柴祝毕翁占'),
]
const doubleSurnames = ['欧阳', '诸葛', '司徒', '上官', '皇甫', '慕容']
const male = [
  ...'伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆旭宁龙文博林峰建国志海东新成荣泽晨昊天佑睿哲嘉铭瑞德远安恒毅松柏培根润生',
]
const female = [
  ...'芳娜敏静秀丽艳娟霞玲桂兰英梅洁颖婷雪倩莹琳佳慧欣怡思雨梦涵诗语桐悦晴岚薇蓉萍红珍凤云莲春菊彩琴素巧月竹清漪宁馨兰芝锦书',
]
/** Characters that people bear and that fonts, keyboards and data bases are known to lose. */
export const rare: readonly string[] = [...'䶮㛃𬍛𫖯堃喆昇玥淼犇翀媖珺喦赟垚甦頔骉燚翾㬎']
const peoples = ['回', '畲', '苗', '壮', '土家', '满', '蒙古', '布依', '侗']
const uyghurMen = [
  '买买提',
  '艾合买提',
  '吐尔逊',
  '阿卜杜热合曼',
  '伊力亚尔',
  '库尔班江',
  '玉素甫',
  '艾尼瓦尔',
]
const uyghurWomen = ['阿依努尔', '古丽巴哈尔', '帕提古丽', '热依汗', '迪丽努尔', '阿依夏木']
