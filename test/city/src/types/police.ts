import { addDays } from '@licencevault/licence'
import { between, definedBy, indefinite, years, yearsOrEver } from '../draft.ts'
import { date, oneOf, optional, type Sample, someOf, table, text, whole } from '../field.ts'
import { anyone, born, daysBefore, elsewhere, ethnicity, home, representative, sex, site } from '../fields.ts'
import { nameOf } from '../samples/people.ts'
import { homeIn } from '../samples/places.ts'

const branches = ['policeTingnan', 'policeWanghu', 'policeQinglan'] as const

/** The members of a household in the order of its register, each with a sex that fits. */
const relations = ['户主', '配偶', '子', '女', '父亲', '母亲', '孙子', '孙女', '儿媳'] as const
const men = ['子', '父亲', '孙子']
const relationOf = (row: number) => relations[row % relations.length] ?? '户主'
const sexOf: Sample<'男' | '女'> = ({ person }, _, row) => {
  if (row === 0) return person.sex
  if (row === 1) return person.sex === '男' ? '女' : '男'
  return men.includes(relationOf(row)) ? '男' : '女'
}

/** 公安 */
export const policeTypes = definedBy('police', 1, [
  {
    name: '居民身份证',
    nameEn: 'Resident Identity Card',
    kind: 'licence',
    applicant: 'person',
    layout: 'card',
    number: '{holder}',
    validity: yearsOrEver(5, 10, 20),
    retention: 'Y',
    issuers: branches,
    onePerHolder: true,
    weight: 300,
    fields: {
      sex,
      ethnicity,
      born,
      address: home('住址', 'Address'),
    },
  },
  {
    name: '居民户口簿',
    nameEn: 'Household Register',
    kind: 'licence',
    applicant: 'person',
    layout: 'household',
    number: '{area}{year}{serial:6}',
    validity: indefinite,
    retention: 'Y',
    issuers: branches,
    onePerHolder: true,
    weight: 120,
    fields: {
      householdType: oneOf('户别', 'Kind of household', '家庭户|集体户'),
      head: text('户主姓名', 'Head of household', 60, (s) => s.person.name),
      address: home('住址', 'Address'),
      police: text(
        '登记派出所',
        'Police station',
        60,
        '城东派出所|城西派出所|望湖派出所|云岭派出所|溪源派出所',
      ),
      members: table('家庭成员', 'Members', [1, 9], {
        name: text('姓名', 'Name', 60, (s, r, row) =>
          row === 0 ? s.person.name : nameOf(r, sexOf(s, r, row)),
        ),
        relation: oneOf('与户主关系', 'Relation to the head', relations.join('|'), (_, __, row) =>
          relationOf(row),
        ),
        sex: oneOf('性别', 'Sex', '男|女', sexOf),
        born: date('出生日期', 'Date of birth', (s, r, row) =>
          row === 0 ? s.person.born : addDays('1900-01-01', r.between(0, 2_190)),
        ),
        birthplace: text(
          '出生地',
          'Place of birth',
          60,
          '浙江省云汀市|浙江省云汀市青岚县|浙江省|江西省|安徽省',
        ),
        education: optional(
          text('文化程度', 'Education', 20, '小学|初级中学|普通高级中学|大学专科|大学本科|硕士研究生'),
          4,
        ),
      }),
      changes: table('变动记录', 'Changes', [0, 6], {
        on: daysBefore('登记日期', 'Date', 6_000),
        item: oneOf('变更事项', 'Item', '住址变动|出生登记|迁入|迁出|服务处所变更|婚姻状况变更'),
      }),
    },
  },
  {
    name: '浙江省居住证',
    nameEn: 'Residence Permit of Zhejiang Province',
    kind: 'licence',
    applicant: 'person',
    layout: 'card',
    number: '{holder}',
    validity: years(1),
    retention: 'D10',
    issuers: branches,
    onePerHolder: true,
    weight: 80,
    fields: {
      sex,
      ethnicity,
      born,
      registeredAddress: home('常住户口所在地住址', 'Registered address'),
      residence: text('居住地住址', 'Residence', 200, (s, r) => homeIn(r, s.area)),
      reason: oneOf('申领理由', 'Ground', '合法稳定就业|合法稳定住所|连续就读'),
    },
  },
  {
    name: '特种行业许可证（旅馆业）',
    nameEn: 'Special Trade Licence (Hotels)',
    kind: 'licence',
    applicant: 'hotel',
    layout: 'permit',
    number: '云公特旅字第{year}{serial:4}号',
    validity: indefinite,
    retention: 'D30',
    onePerHolder: true,
    weight: 12,
    fields: {
      representative: text('法定代表人（负责人）', 'Person in charge', 60, (s) => s.firm.representative),
      address: site('经营地址', 'Address'),
      rooms: whole('客房数（间）', 'Rooms', 5, 600),
      beds: whole('床位数（张）', 'Beds', 6, 1_200),
      securityOfficer: anyone('治安责任人', 'Security officer'),
    },
  },
  {
    name: '保安服务许可证',
    nameEn: 'Security Service Licence',
    kind: 'licence',
    applicant: 'staffing',
    layout: 'permit',
    number: '浙公保服{year}{serial:4}号',
    validity: indefinite,
    retention: 'D30',
    onePerHolder: true,
    weight: 2,
    fields: {
      legalRepresentative: representative,
      domicile: site('住所', 'Domicile'),
      capital: text('注册资本', 'Registered capital', 60, (s) => `${s.firm.capital}万元`),
      services: someOf(
        '服务范围',
        'Services',
        '门卫|巡逻|守护|随身护卫|安全检查|区域秩序维护|安全技术防范|安全风险评估',
        8,
      ),
    },
  },
  {
    name: '爆破作业单位许可证',
    nameEn: 'Blasting Licence',
    kind: 'licence',
    applicant: 'builder',
    layout: 'permit',
    number: '{area}{year}{serial:5}',
    validity: years(3),
    retention: 'D30',
    onePerHolder: true,
    weight: 1,
    fields: {
      legalRepresentative: representative,
      technicalHead: anyone('技术负责人', 'Technical head'),
      address: site('单位地址', 'Address'),
      grade: oneOf('资质等级', 'Grade', '一级|二级|三级|四级|非营业性'),
      scope: someOf('从业范围', 'Scope', '设计施工|安全评估|安全监理', 3),
      store: optional(elsewhere('民用爆炸物品储存库地址', 'Magazine'), 4),
    },
  },
  {
    name: '大型群众性活动安全许可决定书',
    nameEn: 'Safety Permit for a Large Public Event',
    kind: 'approval',
    applicant: 'company',
    layout: 'decision',
    number: '云公（治）许决字〔{year}〕{serial:4}号',
    validity: between({ days: 1 }, { days: 30 }),
    retention: 'D10',
    weight: 5,
    fields: {
      event: text(
        '活动名称',
        'Event',
        200,
        '云汀市柑橘文化节开幕式|望湖灯会|“汀江杯”国际马拉松赛|青岚山露营音乐节|春季房产博览会|人才招聘大会|业余足球联赛总决赛',
      ),
      place: text(
        '活动地点',
        'Venue',
        200,
        '云汀市体育中心体育场|望湖公园主广场|云汀国际会展中心1号馆|青岚县云岭镇中心广场',
      ),
      sessions: table('场次安排', 'Sessions', [1, 6], {
        on: date('日期', 'Date', (s) => s.until ?? s.on),
        hours: text('时间', 'Hours', 40, '09:00—12:00|13:30—17:00|18:30—21:30'),
        people: whole('预计参加人数', 'Expected people', 1_000, 60_000),
      }),
      safetyHead: anyone('安全责任人', 'Safety officer'),
      parking: whole('停车位（个）', 'Parking places', 50, 5_000),
      conditions: text(
        '许可意见',
        'Decision',
        1_000,
        '经审查，该活动符合《大型群众性活动安全管理条例》规定的安全条件，准予举办。承办者应当严格落实安全工作方案和应急预案，按核准容量发放票证，配备专业安保人员，设置应急疏散通道，并服从公安机关现场指导。',
      ),
    },
  },
])
