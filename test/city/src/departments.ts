/** The 36 bodies of the city. Their codes are synthetic: division 3399xx is assigned to nobody. */

export interface Department {
  /** 统一社会信用代码 */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** Division, six digits: the city 339900, its districts and its county. */
  readonly area: string
}

const of = (code: string, name: string, nameEn: string): Department => ({
  code,
  name,
  nameEn,
  area: code.slice(2, 8),
})

/** By the short key under which the type tables name them. */
export const bodies = {
  approvals: of('11339900MB9X00015J', '云汀市行政审批局', 'Yunting Administrative Approval Bureau'),
  market: of('11339900MB9X00023D', '云汀市市场监督管理局', 'Yunting Administration for Market Regulation'),
  building: of(
    '11339900MB9X000318',
    '云汀市住房和城乡建设局',
    'Yunting Housing and Urban-Rural Development Bureau',
  ),
  health: of('11339900MB9X0004X0', '云汀市卫生健康委员会', 'Yunting Health Commission'),
  police: of('11339900MB9X000580', '云汀市公安局', 'Yunting Public Security Bureau'),
  land: of('11339900MB9X00066T', '云汀市自然资源和规划局', 'Yunting Natural Resources and Planning Bureau'),
  civil: of('11339900MB9X00074M', '云汀市民政局', 'Yunting Civil Affairs Bureau'),
  labour: of(
    '11339900MB9X00082G',
    '云汀市人力资源和社会保障局',
    'Yunting Human Resources and Social Security Bureau',
  ),
  environment: of('11339900MB9X00090B', '云汀市生态环境局', 'Yunting Ecology and Environment Bureau'),
  transport: of('11339900MB9X001031', '云汀市交通运输局', 'Yunting Transport Bureau'),
  traffic: of('11339900MB9X0012XK', '云汀市公安局交通警察支队', 'Yunting Traffic Police'),
  fire: of('11339900MB9X00138K', '云汀市消防救援支队', 'Yunting Fire and Rescue Division'),
  enforcement: of(
    '11339900MB9X00146E',
    '云汀市综合行政执法局',
    'Yunting Integrated Administrative Enforcement Bureau',
  ),
  emergency: of('11339900MB9X001549', '云汀市应急管理局', 'Yunting Emergency Management Bureau'),
  water: of('11339900MB9X001624', '云汀市水利局', 'Yunting Water Resources Bureau'),
  forestry: of('11339900MB9X00170Y', '云汀市林业局', 'Yunting Forestry Bureau'),
  farming: of('11339900MB9X00189U', '云汀市农业农村局', 'Yunting Agriculture and Rural Affairs Bureau'),
  education: of('11339900MB9X00197N', '云汀市教育局', 'Yunting Education Bureau'),
  culture: of(
    '11339900MB9X0020X7',
    '云汀市文化广电旅游体育局',
    'Yunting Culture, Radio, Tourism and Sports Bureau',
  ),
  development: of(
    '11339900MB9X002187',
    '云汀市发展和改革委员会',
    'Yunting Development and Reform Commission',
  ),
  disabled: of('13339900MB9X00234N', '云汀市残疾人联合会', 'Yunting Disabled Persons’ Federation'),
  estate: of('12339900MB9X00242L', '云汀市不动产登记中心', 'Yunting Real Estate Registration Centre'),
  drugs: of('11339900MB9X00250J', '云汀市药品监督管理局', 'Yunting Medical Products Administration'),
  port: of('12339900MB9X00269C', '云汀市港航管理服务中心', 'Yunting Port and Waterway Service Centre'),
  maternity: of('12339900MB9X002777', '云汀市妇幼保健院', 'Yunting Maternal and Child Health Hospital'),
  hospital: of('12339902MB9X00285Y', '云汀市汀南区人民医院', 'Tingnan District People’s Hospital'),
  marketTingnan: of(
    '11339902MB9X00293W',
    '云汀市汀南区市场监督管理局',
    'Tingnan District Administration for Market Regulation',
  ),
  marketWanghu: of(
    '11339903MB9X003061',
    '云汀市望湖区市场监督管理局',
    'Wanghu District Administration for Market Regulation',
  ),
  marketQinglan: of(
    '11339922MB9X00314C',
    '青岚县市场监督管理局',
    'Qinglan County Administration for Market Regulation',
  ),
  policeTingnan: of(
    '11339902MB9X003228',
    '云汀市公安局汀南分局',
    'Tingnan Branch of Yunting Public Security Bureau',
  ),
  policeWanghu: of(
    '11339903MB9X00330H',
    '云汀市公安局望湖分局',
    'Wanghu Branch of Yunting Public Security Bureau',
  ),
  policeQinglan: of('11339922MB9X00349Y', '青岚县公安局', 'Qinglan County Public Security Bureau'),
  civilTingnan: of('11339902MB9X00357T', '云汀市汀南区民政局', 'Tingnan District Civil Affairs Bureau'),
  civilWanghu: of('11339903MB9X00226D', '云汀市望湖区民政局', 'Wanghu District Civil Affairs Bureau'),
  landQinglan: of(
    '11339922MB9X00365L',
    '青岚县自然资源和规划局',
    'Qinglan County Natural Resources and Planning Bureau',
  ),
  yunlingTown: of(
    '11339922MB9X00373F',
    '青岚县云岭镇人民政府',
    'People’s Government of Yunling Town, Qinglan County',
  ),
} satisfies Record<string, Department>

export type Body = keyof typeof bodies

export const departments: readonly Department[] = Object.values(bodies)

const names: Readonly<Record<string, string>> = {
  '339900': '云汀市',
  '339902': '云汀市汀南区',
  '339903': '云汀市望湖区',
  '339922': '云汀市青岚县',
}

export const areas: readonly string[] = Object.keys(names)

/** 行政区划名称; the county is written under the city. */
export const areaName = (area: string): string => names[area] ?? '云汀市'
