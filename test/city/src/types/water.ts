import { between, definedBy, years } from '../draft.ts'
import { amount, eachOf, inTurn, oneOf, optional, table, text, whole } from '../field.ts'
import {
  elsewhere,
  projectCode,
  projectContent,
  projectName,
  projectSite,
  representative,
  terms,
} from '../fields.ts'
import { riverIn } from '../samples/places.ts'

/** 水利 */
export const waterTypes = definedBy('water', 1, [
  {
    name: '取水许可证',
    nameEn: 'Water Abstraction Licence',
    kind: 'licence',
    applicant: 'utility',
    layout: 'permit',
    number: 'D{area}S{year}-{serial:4}',
    validity: between({ years: 5 }, { years: 10 }),
    retention: 'D30',
    weight: 5,
    fields: {
      legalRepresentative: representative,
      place: text(
        '取水地点',
        'Place',
        200,
        (_, r) =>
          `${riverIn(r)}${r.pick(['左岸', '右岸', '上游', '下游'])}，桩号K${r.between(0, 48)}+${r.digits(3)}`,
      ),
      source: oneOf('水源类型', 'Source', '地表水|地下水|再生水'),
      use: oneOf('取水用途', 'Use', '工业用水|公共供水|水力发电|农业灌溉|生态补水'),
      mode: oneOf('取水方式', 'Mode', '提水|引水|蓄水|管井'),
      annualVolume: amount('年取水量（万立方米）', 'Annual volume (10,000 m³)', 1, 9_000),
      return: optional(
        text(
          '退水地点、方式及水质要求',
          'Return flow',
          300,
          '纳入城市污水管网|经厂区污水站处理达标后排入汀江，水质不低于Ⅲ类|发电尾水全部退入下游河道',
        ),
        3,
      ),
      metering: oneOf('计量设施', 'Metering', '电磁流量计，在线传输|超声波流量计，在线传输|以电折水'),
    },
  },
  {
    name: '生产建设项目水土保持方案批复',
    nameEn: 'Approval of a Soil and Water Conservation Plan',
    kind: 'approval',
    applicant: 'developer',
    layout: 'approval-letter',
    number: '云水许〔{year}〕{serial:4}号',
    validity: years(3),
    retention: 'Y',
    weight: 18,
    fields: {
      projectName,
      projectCode,
      location: projectSite('建设地点', 'Location'),
      responsibility: amount('防治责任范围（公顷）', 'Area of responsibility (ha)', 0, 90),
      earthwork: text(
        '土石方平衡',
        'Earthwork',
        300,
        '挖方总量12.61万立方米，填方总量9.35万立方米，余方3.26万立方米运至指定消纳场|挖方总量2.06万立方米，填方总量2.06万立方米，无借方，无余方',
      ),
      targets: table('防治目标', 'Targets', [6, 6], {
        item: eachOf(
          '指标',
          'Indicator',
          '水土流失治理度|土壤流失控制比|渣土防护率|表土保护率|林草植被恢复率|林草覆盖率',
        ),
        value: text('目标值', 'Value', 20, inTurn('98%|1.0|97%|92%|95%|25%')),
      }),
      fee: amount('水土保持补偿费（元）', 'Compensation fee (yuan)', 0, 900_000),
      terms: terms('批复意见', 'Terms', [
        '基本同意水土流失防治责任范围和防治分区。',
        '同意水土流失防治标准执行南方红壤区一级标准。',
        '基本同意分区防治措施安排，各类施工活动应当严格控制在用地范围内，禁止随意占压、扰动和破坏地表植被。',
        '做好表土剥离、保存和利用，建设过程中产生的弃渣及时清运至指定地点。',
        '按照批复的方案做好后续设计，加强施工组织管理，落实水土保持“三同时”制度。',
        '依法依规开展水土保持监测和监理工作。',
        '项目投产使用前，应当自主开展水土保持设施验收，并向我局报备。',
      ]),
    },
  },
  {
    name: '河道管理范围内建设项目工程建设方案批复',
    nameEn: 'Approval of Works within a River’s Limits',
    kind: 'approval',
    applicant: 'developer',
    layout: 'approval-letter',
    number: '云水河许〔{year}〕{serial:4}号',
    validity: between({ years: 1 }, { years: 3 }),
    retention: 'Y',
    weight: 6,
    fields: {
      projectName,
      river: text('涉及河道', 'River', 60, (_, r) => riverIn(r)),
      position: text(
        '工程位置',
        'Position',
        200,
        (_, r) => `${riverIn(r)}桩号K${r.between(0, 48)}+${r.digits(3)}—K${r.between(49, 80)}+${r.digits(3)}`,
      ),
      content: projectContent,
      floodStandard: whole('防洪标准（年一遇）', 'Flood standard (years)', 5, 200),
      backwater: amount('最大壅水高度（米）', 'Greatest backwater (m)', 0, 0, 3),
      assessment: text(
        '防洪评价结论',
        'Flood assessment',
        600,
        '工程建设对河道行洪、河势稳定和现有防洪工程影响较小，采取补救措施后可以满足防洪要求。|桥墩阻水比为4.6%，壅水影响范围约120米，对两岸堤防安全无明显影响。',
      ),
      remedy: elsewhere('补救措施实施地点', 'Place of remedial works'),
      terms: terms('批复意见', 'Terms', [
        '原则同意工程建设方案，施工图设计应当进一步优化桥墩布置，减少阻水面积。',
        '涉河工程施工应当避开主汛期，度汛方案报我局批准后实施。',
        '施工围堰、便道等临时设施完工后应当及时清除，恢复河道原状。',
        '应当落实堤防防护、护岸加固等补救措施，费用由建设单位承担。',
        '开工前应当将施工方案、占用河道的期限和范围报送我局审查并接受监督。',
      ]),
    },
  },
])
