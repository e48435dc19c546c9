import { areaName } from '../departments.ts'
import type { Random } from '../random.ts'
import { roadIn } from './places.ts'

export interface Project {
  /** 项目代码: year, division, trade, kind and serial, 4-6-2-2-6. */
  readonly code: string
  readonly name: string
  readonly site: string
  /** Total investment in units of ten thousand yuan. */
  readonly investment: string
  readonly content: string
}

const works = [
  ['47', '住宅小区建设项目', '新建住宅楼及配套公建，同步实施给排水、供配电、绿化和地下停车设施'],
  ['47', '邻里中心建设项目', '新建社区服务、养老托育、便民商业等综合用房及室外配套工程'],
  ['48', '道路改造提升工程', '改造机动车道、人行道和雨污水管网，更换照明设施，补植行道树'],
  ['82', '九年一贯制学校新建工程', '新建教学楼、实验楼、体育馆、食堂及运动场，设四十八个班'],
  ['84', '医疗综合楼扩建工程', '扩建门诊、医技和住院用房，配套建设污水处理站和医疗废物暂存间'],
  [
    '39',
    '年产2000万套电子元件生产线项目',
    '购置贴片机、回流焊、自动检测等设备，形成年产2000万套电子元件的生产能力',
  ],
  ['26', '年产3万吨水性涂料技术改造项目', '利用现有厂房，新增分散、研磨、灌装设备，淘汰溶剂型涂料生产线'],
  ['46', '污水处理厂三期工程', '新增日处理能力2万吨，出水执行地方清洁排放标准，配套建设尾水管网'],
  ['41', '屋顶分布式光伏发电项目', '利用厂房屋面铺设光伏组件，装机容量6兆瓦，自发自用、余电上网'],
  ['54', '冷链物流中心建设项目', '新建冷库、分拣车间和配送中心，配置自动化立体货架和制冷系统'],
] as const

export function projectIn(random: Random, area: string, year: number): Project {
  const [trade, work, content] = random.pick(works)
  const road = roadIn(random)
  return {
    code: `${year - random.between(0, 2)}-${area}-${trade}-0${random.between(1, 4)}-${random.digits(6)}`,
    name: `${road}${random.pick(['东侧', '西侧', '南侧', '北侧'])}${work}`,
    site: `${areaName(area)}${road}与${roadIn(random)}交叉口${random.pick(['东北', '东南', '西北', '西南'])}角`,
    investment: `${random.between(800, 260_000)}.${random.digits(2)}`,
    content: `${content}；总用地面积${random.between(2_000, 120_000)}平方米，总建筑面积${random.between(3_000, 260_000)}平方米。`,
  }
}
