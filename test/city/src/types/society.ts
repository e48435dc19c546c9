import { addDays } from '@licencevault/licence'
import { between, definedBy, indefinite, years } from '../draft.ts'
import {
  amount,
  code,
  date,
  eachOf,
  flag,
  list,
  oneOf,
  optional,
  someOf,
  table,
  text,
  whole,
} from '../field.ts'
import {
  anyone,
  born,
  daysBefore,
  ethnicity,
  firm,
  home,
  principal,
  projectCode,
  projectContent,
  projectName,
  projectSite,
  representative,
  sex,
  site,
  terms,
} from '../fields.ts'

/** 教育 */
export const educationTypes = definedBy('education', 1, [
  {
    name: '民办学校办学许可证',
    nameEn: 'Private School Licence',
    kind: 'licence',
    applicant: 'school',
    layout: 'qualification',
    number: '教民{area}{year}{serial:5}号',
    validity: years(3, 4, 5),
    retention: 'Y',
    onePerHolder: true,
    weight: 4,
    fields: {
      address: site('地址', 'Address'),
      head: text('校长', 'Head', 60, (s) => s.firm.representative),
      sponsor: firm('举办者', 'Sponsor', 'company'),
      schoolType: oneOf(
        '学校类型',
        'Kind of school',
        '幼儿园|普通小学|九年一贯制学校|普通高级中学|中等职业学校|文化教育培训机构',
      ),
      content: oneOf(
        '办学内容',
        'Teaching',
        '学前教育|小学教育|义务教育|普通高中教育|中等职业教育|非学历高等教育自学考试助学',
      ),
      authority: text('主管部门', 'Supervising authority', 100, (s) => s.authority),
      profit: oneOf('办学属性', 'Purpose', '营利性|非营利性'),
    },
  },
  {
    name: '教师资格证书',
    nameEn: 'Teacher Qualification Certificate',
    kind: 'licence',
    applicant: 'person',
    layout: 'practitioner',
    number: '{year}3399{serial:9}',
    validity: indefinite,
    retention: 'D30',
    weight: 60,
    fields: {
      sex,
      ethnicity,
      born,
      qualification: oneOf(
        '资格种类',
        'Kind',
        '幼儿园教师资格|小学教师资格|初级中学教师资格|高级中学教师资格|中等职业学校教师资格',
      ),
      subject: oneOf(
        '任教学科',
        'Subject',
        '语文|数学|英语|物理|化学|生物|历史|地理|道德与法治|音乐|体育与健康|美术|信息技术|全科',
      ),
      registration: optional(daysBefore('最近定期注册日期', 'Last registered', 1_500), 2),
    },
  },
])

/** 民政 */
export const civilTypes = definedBy('civil', 1, [
  {
    name: '结婚证',
    nameEn: 'Marriage Certificate',
    kind: 'certificate',
    applicant: 'couple',
    layout: 'birth',
    number: 'J{area}-{year}-{serial:6}',
    validity: indefinite,
    retention: 'Y',
    issuers: ['civilTingnan', 'civilWanghu'],
    onePerHolder: true,
    weight: 80,
    fields: {
      registeredOn: date('登记日期', 'Registered on', (s) => s.on),
      parties: table('登记双方', 'The parties', [2, 2], {
        name: text('姓名', 'Name', 60, (s, _, row) => s.people[row]?.name ?? s.person.name),
        sex: eachOf('性别', 'Sex', '男|女'),
        nationality: oneOf('国籍', 'Nationality', '中国'),
        born: date('出生日期', 'Date of birth', (s, _, row) => s.people[row]?.born ?? s.person.born),
      }),
      registrar: anyone('婚姻登记员', 'Registrar'),
      remarks: optional(
        text('备注', 'Remarks', 200, '补领婚姻登记证|双方自愿结婚，符合婚姻登记条件，准予登记'),
        3,
      ),
    },
  },
  {
    name: '民办非企业单位登记证书',
    nameEn: 'Registration of a Private Non-enterprise Unit',
    kind: 'licence',
    applicant: 'clinic',
    layout: 'charter',
    number: '{holder}',
    validity: years(4, 5),
    retention: 'Y',
    onePerHolder: true,
    weight: 8,
    fields: {
      legalRepresentative: representative,
      capital: text('开办资金', 'Founding capital', 60, (s) => `${s.firm.capital}万元`),
      scope: text(
        '业务范围',
        'Scope',
        1_000,
        '口腔科诊疗服务；口腔健康知识宣传|居家养老服务；日间照料；助餐、助浴、助医等上门服务|社会工作专业服务；志愿者培训；承接政府购买服务项目|中医诊疗、康复护理服务',
      ),
      supervisor: oneOf(
        '业务主管单位',
        'Supervised by',
        '云汀市卫生健康委员会|云汀市民政局|云汀市教育局|云汀市文化广电旅游体育局',
      ),
      domicile: site('住所', 'Domicile'),
    },
  },
])

/** 人力资源和社会保障 */
export const labourTypes = definedBy('labour', 1, [
  {
    name: '劳务派遣经营许可证',
    nameEn: 'Labour Dispatch Licence',
    kind: 'licence',
    applicant: 'staffing',
    layout: 'permit',
    number: '{area}{year}{serial:4}',
    validity: years(3),
    retention: 'D10',
    onePerHolder: true,
    weight: 12,
    fields: {
      domicile: site('住所', 'Domicile'),
      legalRepresentative: representative,
      capital: text('注册资本', 'Registered capital', 60, (s) => `${s.firm.capital}万元`),
      item: oneOf('许可经营事项', 'Licensed matter', '劳务派遣'),
      checks: table('年度报告情况', 'Annual reports', [0, 3], {
        year: code('年度', 'Year', '20\\d{2}', (s, _, row) => String(Number(s.on.slice(0, 4)) - 1 - row)),
        result: oneOf('核验结果', 'Result', '合格|列入信用警示'),
      }),
    },
  },
])

/** 残疾人联合会 */
export const disabledTypes = definedBy('disabled', 1, [
  {
    name: '残疾人证',
    nameEn: 'Disabled Person’s Certificate',
    kind: 'licence',
    applicant: 'person',
    layout: 'card',
    number: '{holder}',
    validity: years(10),
    retention: 'D30',
    onePerHolder: true,
    weight: 30,
    fields: {
      sex,
      born,
      address: home('家庭住址', 'Home'),
      category: oneOf('残疾类别', 'Category', '视力|听力|言语|肢体|智力|精神|多重'),
      grade: oneOf('残疾等级', 'Grade', '一级|二级|三级|四级'),
      guardian: optional(anyone('监护人', 'Guardian'), 2),
      guardianPhone: optional(
        code('联系电话', 'Telephone', '1\\d{10}|0500-\\d{7}', (_, r) => `0500-${r.digits(7)}`),
        2,
      ),
    },
  },
])

/** 文化旅游 */
export const cultureTypes = definedBy('culture', 1, [
  {
    name: '娱乐经营许可证',
    nameEn: 'Entertainment Venue Licence',
    kind: 'licence',
    applicant: 'club',
    layout: 'permit',
    number: '浙Y娱{area}{year}{serial:4}号',
    validity: years(2, 5),
    retention: 'D10',
    onePerHolder: true,
    weight: 10,
    fields: {
      legalRepresentative: representative,
      principal,
      address: site('地址', 'Address'),
      scope: someOf('经营范围', 'Scope', '歌舞娱乐|游艺娱乐|电子游戏|迪斯科', 2),
      area: amount('使用面积（平方米）', 'Area (m²)', 200, 3_800),
      capacity: whole('核定人数', 'Capacity', 30, 900),
      rooms: whole('包厢数（间）', 'Rooms', 0, 80),
      foreign: flag('外商投资', 'Foreign investment'),
    },
  },
])

/** 发展和改革 */
export const developmentTypes = definedBy('development', 1, [
  {
    name: '企业投资项目核准批复',
    nameEn: 'Approval of an Enterprise Investment Project',
    kind: 'approval',
    applicant: 'factory',
    layout: 'approval-letter',
    number: '云发改许〔{year}〕{serial:4}号',
    validity: between({ years: 2 }, { years: 3 }),
    retention: 'Y',
    weight: 15,
    fields: {
      projectName,
      projectCode,
      location: projectSite('建设地点', 'Location'),
      content: projectContent,
      investment: text('总投资（万元）', 'Total investment (10,000 yuan)', 40, (s) => s.project.investment),
      funding: list('资金来源', 'Funding', 1, 3, [
        '项目资本金占总投资的30%，由企业自有资金解决',
        '其余资金申请银行贷款',
        '部分资金申请地方政府专项债券',
      ]),
      tendering: oneOf('招标方式', 'Tendering', '公开招标|邀请招标|不适用招标'),
      energy: optional(amount('年综合能源消费量（吨标准煤）', 'Energy (tce per year)', 40, 4_900), 2),
      startBy: date('开工建设期限', 'To be begun by', (s) => s.until ?? addDays(s.on, 730)),
      terms: terms('批复意见', 'Terms', [
        '为优化区域产业布局，完善基础设施配套，同意建设该项目。',
        '在项目建设中应当优先选用先进节能的技术和设备，落实节能措施。',
        '项目单位应当依法办理用地、规划、环评、施工许可等手续后方可开工建设。',
        '如需对本核准文件所规定的建设地点、建设规模、主要建设内容等进行调整，应当及时提出变更申请。',
        '项目单位应当通过投资项目在线审批监管平台如实报送开工、进度、竣工等基本信息。',
        '本核准文件自印发之日起有效期二年；在有效期内未开工建设的，应当在届满三十日前申请延期。',
        '招标范围、招标组织形式和招标方式按照附件核准意见执行。',
      ]),
    },
  },
])
