import { errorsOf } from '@licencevault/errors'

/** Every word code of this package. Codes are words and never change meaning. */
export const codes = {
  // ── 格式 ─────────────────────────────────────────────────────────────────────────────────────────
  'format-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The format is {found}; this library reads {known}.',
      zh: '格式为 {found}；本程序库只读取 {known}。',
    },
    remedy: { en: 'Use a version of the library that knows it.', zh: '请使用支持该格式的程序库版本。' },
  },
  'member-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The {what} has an unknown member at {path}.',
      zh: '{whatZh}的 {path} 处有未知成员。',
    },
    remedy: {
      en: 'Remove it: an unknown member is refused, never ignored.',
      zh: '请删除该成员：未知成员一律拒绝，不会被忽略。',
    },
  },
  'member-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The {what} is wrong at {path}: {problem}.',
      zh: '{whatZh}的 {path} 处有误：{problemZh}。',
    },
    remedy: { en: 'Correct the value at that place.', zh: '请更正该处的值。' },
  },
  'limit-exceeded': {
    kind: 'exhausted',
    sentence: {
      en: 'The {what} exceeds a limit at {path}: at most {most} are allowed.',
      zh: '{whatZh}的 {path} 处超出限制，最多为 {most}。',
    },
    remedy: { en: 'Split it into several.', zh: '请拆分为多份。' },
  },

  // ── 事项 ─────────────────────────────────────────────────────────────────────────────────────────
  'item-code-wrong': {
    kind: 'invalid',
    sentence: { en: '{found} is not a code of a service item.', zh: '{found} 不是政务服务事项编码。' },
    remedy: {
      en: 'A basic code has 12 digits, an implementation code 31 characters, a business code 33.',
      zh: '基本编码 12 位，实施编码 31 位，业务办理项编码 33 位。',
    },
  },
  'item-code-authority': {
    kind: 'invalid',
    sentence: {
      en: 'The item code begins with {found}, which is no right unified social credit code.',
      zh: '事项编码开头的 {found} 不是正确的统一社会信用代码。',
    },
    remedy: {
      en: 'Compare it with the list of authorities, character by character.',
      zh: '请将其与机构名录逐字核对。',
    },
  },
  'item-unknown': {
    kind: 'missing',
    sentence: { en: 'There is no service item {item}.', zh: '没有编码为 {item} 的政务服务事项。' },
    remedy: { en: 'Define it first, or correct the code.', zh: '请先定义该事项，或更正编码。' },
  },
  'item-version-unknown': {
    kind: 'missing',
    sentence: { en: 'Item {item} has no version {version}.', zh: '事项 {item} 没有第 {version} 版。' },
    remedy: { en: 'Ask for its versions.', zh: '请查询该事项的现有版本。' },
  },
  'item-exists': {
    kind: 'conflict',
    sentence: {
      en: 'Item {item} exists already, in version {version}.',
      zh: '事项 {item} 已存在，现为第 {version} 版。',
    },
    remedy: { en: 'Revise it: give its next version.', zh: '请修订该事项，提交其下一版本。' },
  },
  'item-version-wrong': {
    kind: 'conflict',
    sentence: {
      en: 'The next version of item {item} is {next}, not {version}.',
      zh: '事项 {item} 的下一版本应为第 {next} 版，而不是第 {version} 版。',
    },
    remedy: { en: 'Read it again and revise what stands now.', zh: '请重新读取该事项，并在现行版本上修订。' },
  },
  'item-retired': {
    kind: 'conflict',
    sentence: { en: 'Item {item} was retired on {on}.', zh: '事项 {item} 已于 {on} 停用。' },
    remedy: { en: 'Use the item that took its place.', zh: '请使用替代该事项的事项。' },
  },

  'material-unknown': {
    kind: 'missing',
    sentence: { en: 'Item {item} has no material {material}.', zh: '事项 {item} 没有材料 {material}。' },
    remedy: { en: 'Correct the material’s code, or revise the item.', zh: '请更正材料编码，或修订该事项。' },
  },
  'situation-unknown': {
    kind: 'missing',
    sentence: {
      en: 'Item {item} has no situation {situation}, which material {material} names.',
      zh: '事项 {item} 没有材料 {material} 所写的情形 {situation}。',
    },
    remedy: { en: 'Correct the situation’s code, or revise the item.', zh: '请更正情形编码，或修订该事项。' },
  },

  // ── 表格文件 ─────────────────────────────────────────────────────────────────────────────────────
  'csv-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The file has {size} bytes; at most {most} are read.',
      zh: '文件为 {size} 字节，最多读取 {most} 字节。',
    },
    remedy: { en: 'Split the table.', zh: '请拆分表格。' },
  },
  'csv-encoding': {
    kind: 'invalid',
    sentence: {
      en: 'The file is neither UTF-8 nor GB 18030 text.',
      zh: '文件既不是 UTF-8 文本，也不是 GB 18030 文本。',
    },
    remedy: {
      en: 'Save it from the spreadsheet as “CSV UTF-8”.',
      zh: '请在电子表格软件中另存为“CSV UTF-8”。',
    },
  },
  'csv-row-too-long': {
    kind: 'exhausted',
    sentence: {
      en: 'Row {row} has more than {most} characters.',
      zh: '第 {row} 行超过 {most} 个字符。',
    },
    remedy: { en: 'Look for a cell with pasted text.', zh: '请检查该行是否误贴了大段文字。' },
  },
  'csv-quotes-wrong': {
    kind: 'invalid',
    sentence: { en: 'Row {row} has a quotation mark out of place.', zh: '第 {row} 行的引号位置有误。' },
    remedy: {
      en: 'Save the table again from the spreadsheet.',
      zh: '请从电子表格软件重新保存该表。',
    },
  },
  'csv-empty': {
    kind: 'invalid',
    sentence: { en: 'The file has no rows below a header.', zh: '文件没有表头以下的内容行。' },
    remedy: { en: 'Export a table and fill it in.', zh: '请先导出表格，再行填写。' },
  },
  'csv-column-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The header has a column “{found}”, which is none.',
      zh: '表头中的“{found}”不是规定的列。',
    },
    remedy: { en: 'Keep the header of the exported table.', zh: '请保留导出表格的表头。' },
  },
  'csv-column-twice': {
    kind: 'invalid',
    sentence: { en: 'The column “{found}” occurs twice.', zh: '列“{found}”重复出现。' },
    remedy: { en: 'Remove one of them.', zh: '请删除其中一列。' },
  },
  'csv-column-missing': {
    kind: 'invalid',
    sentence: { en: 'The column “{column}” is missing.', zh: '缺少“{columnZh}”列。' },
    remedy: { en: 'Keep the header of the exported table.', zh: '请保留导出表格的表头。' },
  },
  'csv-too-many-items': {
    kind: 'exhausted',
    sentence: { en: 'The table has more than {most} items.', zh: '表中的事项超过 {most} 个。' },
    remedy: { en: 'Split the table.', zh: '请拆分表格。' },
  },
  'csv-row-twice': {
    kind: 'conflict',
    sentence: {
      en: 'Row {row} is of the same item and material as row {first}.',
      zh: '第 {row} 行与第 {first} 行的事项和材料相同。',
    },
    remedy: { en: 'Remove one of the two rows.', zh: '请删除其中一行。' },
  },
  'csv-item-row-missing': {
    kind: 'invalid',
    sentence: {
      en: 'Item {item} has rows of materials but none of its own.',
      zh: '事项 {item} 只有材料行，缺少事项本身的一行。',
    },
    remedy: {
      en: 'Add a row with the item’s retention and an empty material code.',
      zh: '请补一行，写明事项的保管期限，材料编码留空。',
    },
  },
  'csv-name-other': {
    kind: 'conflict',
    sentence: {
      en: 'In row {row}, “{found}” is not the name that goes with the code beside it: that is “{name}”.',
      zh: '第 {row} 行的“{found}”与旁边的编码不符，该编码的名称为“{name}”。',
    },
    remedy: { en: 'See whether the row was pasted in the wrong place.', zh: '请核对该行是否粘贴错位。' },
  },
  'csv-cell-missing': {
    kind: 'invalid',
    sentence: { en: 'In row {row}, “{column}” is empty.', zh: '第 {row} 行的“{columnZh}”为空。' },
    remedy: { en: 'Fill it in.', zh: '请填写该单元格。' },
  },
  'csv-cell-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'In row {row}, “{found}” cannot stand in the column “{column}”.',
      zh: '第 {row} 行“{columnZh}”列的“{found}”不符合要求。',
    },
    remedy: { en: 'Write it as the exported table has it.', zh: '请按导出表格的写法填写。' },
  },
  'csv-cell-only-material': {
    kind: 'invalid',
    sentence: {
      en: 'In row {row}, “{column}” is of materials only, but the row is the item’s own.',
      zh: '第 {row} 行为事项本身的行，“{columnZh}”只适用于材料行。',
    },
    remedy: { en: 'Empty the cell, or name the material.', zh: '请清空该单元格，或填写材料编码。' },
  },
  'csv-cell-without-scope': {
    kind: 'invalid',
    sentence: {
      en: 'In row {row}, “{column}” is filled in, but nothing says with whom it is shared.',
      zh: '第 {row} 行填写了“{columnZh}”，但未填写共享范围。',
    },
    remedy: {
      en: 'Fill in the sharing scope too, or empty the cell: conditions of sharing are given whole.',
      zh: '请一并填写共享范围，或清空该单元格：共享条件须完整填写。',
    },
  },
  'csv-word-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'In row {row}, “{found}” is no word of the column “{column}”.',
      zh: '第 {row} 行“{columnZh}”列不能填写“{found}”。',
    },
    remedy: { en: 'Use the words of the exported table.', zh: '请使用导出表格中的用词。' },
  },
  'csv-event-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'In row {row}, an event is given where the term is not counted from one, or is missing or no word.',
      zh: '第 {row} 行的起算事件有误：仅当自指定事件起算时填写，且须为小写英文词。',
    },
    remedy: {
      en: 'Write a word such as project-completed, and only beside “the day of a named event”.',
      zh: '仅在起算规则为“指定事件发生之日”时填写，如 project-completed。',
    },
  },

  // ── 保管期限 ─────────────────────────────────────────────────────────────────────────────────────
  'retention-unknown': {
    kind: 'invalid',
    sentence: { en: '{found} is no retention.', zh: '{found} 不是保管期限。' },
    remedy: {
      en: 'Write Y, D30, D10, or a term of at most {years} years such as P15Y.',
      zh: '请写 Y、D30、D10，或不超过 {years} 年的期限，如 P15Y。',
    },
  },
  'zone-unknown': {
    kind: 'invalid',
    sentence: { en: '{found} is no time zone.', zh: '{found} 不是有效的时区。' },
    remedy: { en: 'Write a name such as Asia/Shanghai.', zh: '请写 Asia/Shanghai 等名称。' },
  },
} as const

export type Code = keyof typeof codes

/** Makes this package's errors. */
export const error = errorsOf(codes)
