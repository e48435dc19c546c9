import type { Random } from '../random.ts'

/** 经营范围 in the wording that company registers use, of about `length` characters and never above 2,000. */
export function scopeOf(random: Random, length: number): string {
  const general: string[] = []
  for (let size = 0; size < Math.min(length, limit - 320); ) {
    const phrase = phraseOf(random)
    if (general.includes(phrase)) continue
    general.push(phrase)
    size += phrase.length + 1
  }
  const permitted = random.onceIn(3) ? [] : random.some(permittedItems, random.between(1, 4))
  const tail = permitted.length === 0 ? '' : `许可项目：${permitted.join('；')}${permittedNote}`
  return `一般项目：${general.join('；')}${generalNote}${tail}`
}

const limit = 2_000

function phraseOf(random: Random): string {
  if (random.onceIn(4)) return random.pick(services)
  return random.pick(goods) + random.pick(verbs)
}

const generalNote = '（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）。'
const permittedNote = '（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）。'
const verbs = ['销售', '零售', '批发', '制造', '研发', '租赁', '进出口']
const goods = [
  '日用百货',
  '五金产品',
  '建筑材料',
  '机械设备',
  '电子元器件',
  '电气设备',
  '办公用品',
  '家用电器',
  '服装服饰',
  '针纺织品',
  '化妆品',
  '家具',
  '塑料制品',
  '橡胶制品',
  '金属材料',
  '金属制品',
  '仪器仪表',
  '环境保护专用设备',
  '光伏设备及元器件',
  '计算机软硬件及辅助设备',
  '通讯设备',
  '第一类医疗器械',
  '第二类医疗器械',
  '消毒剂（不含危险化学品）',
  '包装材料及制品',
  '纸制品',
  '食用农产品',
  '新鲜水果',
  '新鲜蔬菜',
  '茶具',
  '工艺美术品及礼仪用品（象牙及其制品除外）',
  '体育用品及器材',
  '玩具',
  '文具用品',
  '汽车零配件',
  '新能源汽车整车',
  '轮胎',
  '润滑油',
  '化工产品（不含许可类化工产品）',
  '水泥制品',
  '砼结构构件',
  '建筑陶瓷制品',
  '卫生洁具',
  '照明器具',
  '门窗',
  '轴承、齿轮和传动部件',
  '泵及真空设备',
  '气体压缩机械',
  '农业机械',
  '化肥',
  '饲料原料',
  '花卉',
  '林业产品',
  '水产品',
  '宠物食品及用品',
  '母婴用品',
  '眼镜（不含隐形眼镜）',
]
const services = [
  '技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广',
  '信息咨询服务（不含许可类信息咨询服务）',
  '企业管理咨询',
  '市场营销策划',
  '会议及展览服务',
  '广告设计、代理',
  '广告制作',
  '平面设计',
  '图文设计制作',
  '物业管理',
  '住房租赁',
  '非居住房地产租赁',
  '停车场服务',
  '家政服务',
  '专业保洁、清洗、消毒服务',
  '园林绿化工程施工',
  '城市绿化管理',
  '土石方工程施工',
  '普通机械设备安装服务',
  '信息系统集成服务',
  '软件开发',
  '数据处理和存储支持服务',
  '互联网数据服务',
  '物联网技术服务',
  '国内货物运输代理',
  '装卸搬运',
  '普通货物仓储服务（不含危险化学品等需许可审批的项目）',
  '供应链管理服务',
  '餐饮管理',
  '酒店管理',
  '外卖递送服务',
  '礼仪服务',
  '摄影扩印服务',
  '健康咨询服务（不含诊疗服务）',
  '养老服务',
  '环境保护监测',
  '水污染治理',
  '固体废物治理',
  '再生资源回收（除生产性废旧金属）',
  '机动车修理和维护',
  '代驾服务',
  '商务代理代办服务',
  '财务咨询',
  '税务服务',
  '知识产权服务（专利代理服务除外）',
  '人力资源服务（不含职业中介活动、劳务派遣服务）',
]
const permittedItems = [
  '食品销售',
  '餐饮服务',
  '食品生产',
  '药品零售',
  '第三类医疗器械经营',
  '建设工程施工',
  '建设工程设计',
  '住宅室内装饰装修',
  '道路货物运输（不含危险货物）',
  '城市生活垃圾经营性服务',
  '第二类增值电信业务',
  '出版物零售',
  '营业性演出',
  '住宿服务',
  '劳务派遣服务',
  '职业中介活动',
  '危险化学品经营',
  '动物诊疗',
  '农药零售',
  '特种设备安装改造修理',
  '电气安装服务',
]
