import { areaName } from '../departments.ts'
import type { Random } from '../random.ts'

/** A parcel of land or a home in the land register. */
export interface Parcel {
  /** 不动产单元号, 28 characters. */
  readonly unit: string
  readonly address: string
  readonly village: string
}

const roads = [
  '云汀大道',
  '望湖路',
  '汀洲路',
  '青岚路',
  '学院路',
  '解放街',
  '新桥街',
  '荷塘路',
  '双港东路',
  '鹿鸣路',
  '三江路',
  '汀安街',
  '府前路',
  '春晖路',
  '橘汀路',
  '云桥路',
  '白云中路',
  '浮云路',
  '晚霞路',
  '岚江路',
]
const estates = [
  '汀兰苑',
  '望湖新村',
  '岚园',
  '金桂花园',
  '碧水湾',
  '锦绣江南',
  '书香雅苑',
  '荷塘月色',
  '春江府',
  '橘园公寓',
]
const villages = [
  '云岭村',
  '石门村',
  '上坂村',
  '下洲村',
  '枫树底村',
  '溪口村',
  '杨梅坞村',
  '竹篷村',
  '双溪村',
  '金竹坪村',
]
const towns = ['云岭镇', '石瀑镇', '溪源乡', '双桥乡']

export function homeIn(random: Random, area: string): string {
  if (area === '339922' && !random.onceIn(3)) {
    return `${areaName(area)}${random.pick(towns)}${random.pick(villages)}${random.between(1, 280)}号`
  }
  const door = `${random.between(1, 40)}幢${random.between(1, 4)}单元${random.between(1, 32)}0${random.between(1, 4)}室`
  return `${areaName(area)}${random.pick(roads)}${random.between(1, 699)}号${random.pick(estates)}${door}`
}

export function premisesIn(random: Random, area: string): string {
  const where = `${areaName(area)}${random.pick(roads)}${random.between(1, 999)}号`
  if (random.onceIn(3))
    return `${where}${random.between(1, 12)}幢${random.between(1, 28)}层${random.between(101, 2818)}室`
  if (random.onceIn(4)) return `${where}（自主申报）`
  return random.onceIn(2) ? where : `${where}-${random.between(1, 36)}`
}

export function parcelIn(random: Random, area: string): Parcel {
  const home = !random.onceIn(5)
  const lot = `${random.pick(['GB', 'JC', 'JB'])}${random.digits(5)}`
  const part = home ? `F${random.digits(4)}${random.digits(4)}` : 'W00000000'
  return {
    unit: `${area}00${random.between(1, 9)}0${random.between(10, 39)}${lot}${part}`,
    address: homeIn(random, area),
    village: `${areaName('339922')}${random.pick(towns)}${random.pick(villages)}`,
  }
}

export const roadIn = (random: Random): string => random.pick(roads)
export const riverIn = (random: Random): string =>
  random.pick(['汀江', '岚溪', '石瀑溪', '望湖引水渠', '双港溪'])
