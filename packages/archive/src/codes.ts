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

  // ── 请求 ─────────────────────────────────────────────────────────────────────────────────────────
  'role-may-not': {
    kind: 'denied',
    sentence: { en: 'The role {role} may not {act}.', zh: '角色 {role} 无权{actZh}。' },
    remedy: { en: 'One of these roles may: {may}.', zh: '以下角色可以办理：{may}。' },
  },
  'request-id-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'A request id has 1 to 128 letters, digits and . _ : -.',
      zh: '请求编号应为 1 至 128 个字母、数字或 . _ : -。',
    },
    remedy: { en: 'Use a UUID.', zh: '请使用 UUID。' },
  },
  'request-reused': {
    kind: 'conflict',
    sentence: {
      en: 'The request id {request} was used before for something else.',
      zh: '请求编号 {request} 已用于其他内容的请求。',
    },
    remedy: { en: 'Give every request its own id.', zh: '请为每个请求使用不同的编号。' },
  },
  'request-lost': {
    kind: 'conflict',
    sentence: {
      en: 'The request {request} was carried out, and the document that says with what answer is lost.',
      zh: '请求 {request} 已办理，但记载其答复的文件已丢失。',
    },
    remedy: {
      en: 'Look up what it led to. Restore the document from a copy and rebuild the database to have the answer.',
      zh: '请查询其办理结果；如需原答复，请从副本恢复该文件并重建数据库。',
    },
  },
  'page-size-wrong': {
    kind: 'invalid',
    sentence: { en: 'A page has 1 to {most} rows.', zh: '每页应为 1 至 {most} 行。' },
    remedy: { en: 'Ask for fewer rows and go on by the cursor.', zh: '请减少每页行数，并用游标续取。' },
  },
  'cursor-wrong': {
    kind: 'invalid',
    sentence: { en: 'This is no cursor of this list.', zh: '这不是该列表的游标。' },
    remedy: { en: 'Start again from the first page.', zh: '请从第一页重新开始。' },
  },
  'cursor-of-other-query': {
    kind: 'invalid',
    sentence: { en: 'The cursor belongs to another query.', zh: '该游标属于另一查询。' },
    remedy: {
      en: 'Go on with the very query of the page before, or start again without a cursor.',
      zh: '请沿用上一页的查询条件，或不带游标重新开始。',
    },
  },
  'document-altered': {
    kind: 'conflict',
    sentence: {
      en: 'The document {digest} does not have that digest any more.',
      zh: '文件 {digest} 的摘要已不相符。',
    },
    remedy: { en: 'Restore it from a replica.', zh: '请从副本恢复。' },
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
  'items-too-many': {
    kind: 'exhausted',
    sentence: {
      en: '{count} items were given; one call takes 1 to {most}.',
      zh: '提交了 {count} 个事项，每次应为 1 至 {most} 个。',
    },
    remedy: { en: 'Call several times.', zh: '请分次提交。' },
  },
  'item-retired': {
    kind: 'conflict',
    sentence: { en: 'Item {item} is retired on {on}.', zh: '事项 {item} 于 {on} 停用。' },
    remedy: { en: 'Use the item that took its place.', zh: '请使用替代该事项的事项。' },
  },

  'item-retirement-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'An item is retired on a day; {found} is none.',
      zh: '停用须写明日期，{found} 不是日期。',
    },
    remedy: { en: 'Write a day such as 2026-12-31.', zh: '请写 2026-12-31 等日期。' },
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

  // ── 保管期限表 ───────────────────────────────────────────────────────────────────────────────────
  'schedule-unknown': {
    kind: 'missing',
    sentence: { en: 'There is no schedule {number}.', zh: '没有第 {number} 号归档范围和保管期限表。' },
    remedy: { en: 'List the schedules.', zh: '请查询现有的表。' },
  },
  'schedule-does-not-fit': {
    kind: 'invalid',
    sentence: {
      en: 'The schedule does not fit the items as they are, in {count} places. The first: {first}',
      zh: '该表与现行事项不符，共 {count} 处。首先：{firstZh}',
    },
    remedy: { en: 'Ask for all problems and mend them.', zh: '请查询全部问题并逐一更正。' },
  },
  'schedule-own': {
    kind: 'denied',
    sentence: {
      en: 'Schedule {number} cannot be approved by whoever proposed it.',
      zh: '第 {number} 号表不能由拟订人自行批准。',
    },
    remedy: { en: 'Have somebody else approve it.', zh: '请由他人审批。' },
  },
  'schedule-decided': {
    kind: 'conflict',
    sentence: { en: 'Schedule {number} is {state} already.', zh: '第 {number} 号表已有审批结果。' },
    remedy: { en: 'Propose a new one.', zh: '请另行拟订。' },
  },
  'schedule-effective-past': {
    kind: 'invalid',
    sentence: {
      en: 'A schedule takes effect on {today} at the earliest, not on {found}.',
      zh: '施行日期最早为 {today}，不能为 {found}。',
    },
    remedy: {
      en: 'Give a day from today on; cases that are filed already take a decision.',
      zh: '请填写今天或以后的日期；已归档办件须另作决定。',
    },
  },
  'schedule-not-approved': {
    kind: 'conflict',
    sentence: { en: 'Schedule {number} is not approved.', zh: '第 {number} 号表尚未批准。' },
    remedy: { en: 'Have it approved first.', zh: '请先完成审批。' },
  },
  'schedule-not-in-force': {
    kind: 'conflict',
    sentence: {
      en: 'Schedule {number} takes effect on {from}, which is after today, {today}.',
      zh: '第 {number} 号表自 {from} 起施行，晚于今天（{today}）。',
    },
    remedy: { en: 'Apply it on that day or later.', zh: '请在施行之日或以后适用。' },
  },
  'schedule-none-for-item': {
    kind: 'missing',
    sentence: {
      en: 'Nothing is scheduled for item {item}.',
      zh: '事项 {item} 没有相应的归档范围和保管期限。',
    },
    remedy: { en: 'Propose a table for it and have it approved.', zh: '请为该事项拟订表格并完成审批。' },
  },
  'decision-missing': {
    kind: 'invalid',
    sentence: {
      en: 'The number of the decision is missing, or longer than 200 characters.',
      zh: '缺少决定文号，或者超过 200 个字符。',
    },
    remedy: { en: 'Name the decision.', zh: '请写明决定文号。' },
  },

  // ── 办件 ─────────────────────────────────────────────────────────────────────────────────────────
  'case-unknown': {
    kind: 'missing',
    sentence: { en: 'There is no filed case {case}.', zh: '没有已归档办件 {case}。' },
    remedy: { en: 'Look it up by its number.', zh: '请按办件编号查找。' },
  },
  'case-registered': {
    kind: 'conflict',
    sentence: { en: 'Case {case} is registered already.', zh: '办件 {case} 已登记。' },
    remedy: { en: 'File other content as a correction.', zh: '内容有变的，请按更正办理。' },
  },
  'event-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The event needs a word such as project-completed and a day that is not to come.',
      zh: '事件须有形如 project-completed 的词和不晚于今天的日期。',
    },
    remedy: { en: 'Correct the word or the day.', zh: '请更正事件或者日期。' },
  },

  // ── 冻结 ─────────────────────────────────────────────────────────────────────────────────────────
  'hold-unknown': {
    kind: 'missing',
    sentence: { en: 'There is no hold {hold}.', zh: '没有冻结 {hold}。' },
    remedy: { en: 'Ask for the case: its answer names what holds it.', zh: '请查询办件，结果中列有其冻结。' },
  },
  'hold-lifted': {
    kind: 'conflict',
    sentence: { en: 'Hold {hold} is lifted already.', zh: '冻结 {hold} 已解除。' },
    remedy: { en: 'Nothing needs to be done.', zh: '无需处理。' },
  },
  'hold-empty': {
    kind: 'invalid',
    sentence: { en: 'The hold stops no case.', zh: '该冻结没有涉及任何办件。' },
    remedy: { en: 'Name cases, or widen the query.', zh: '请列明办件，或放宽查询条件。' },
  },

  // ── 利用 ─────────────────────────────────────────────────────────────────────────────────────────
  'file-unknown': {
    kind: 'missing',
    sentence: { en: 'Case {case} has no file {file}.', zh: '办件 {case} 没有第 {file} 号文件。' },
    remedy: { en: 'List the files of the case.', zh: '请查询该办件的文件目录。' },
  },
  'file-altered': {
    kind: 'conflict',
    sentence: { en: 'The file {path} is not what was filed.', zh: '文件 {path} 与归档时的内容不一致。' },
    remedy: {
      en: 'Use nothing of it, and restore the package from a replica.',
      zh: '请勿使用，并从副本恢复归档信息包。',
    },
  },
  'use-user-missing': {
    kind: 'invalid',
    sentence: { en: 'Nobody is named who uses it.', zh: '未写明利用人。' },
    remedy: { en: 'Name the user at the calling system.', zh: '请写明调用系统中的利用人。' },
  },
  'use-purpose-missing': {
    kind: 'invalid',
    sentence: {
      en: 'No purpose is given, or one that there is not.',
      zh: '未写明利用目的，或者目的不在规定之列。',
    },
    remedy: { en: 'Name one of the purposes that the archive knows.', zh: '请从规定的利用目的中选择。' },
  },
  'use-not-shared': {
    kind: 'denied',
    sentence: { en: 'This material is not shared.', zh: '该材料不予共享利用。' },
    remedy: { en: 'Ask the office that formed it.', zh: '请向形成单位查询。' },
  },
  'use-ended': {
    kind: 'denied',
    sentence: {
      en: 'The time in which this material was shared is over.',
      zh: '该材料的共享利用期限已届满。',
    },
    remedy: { en: 'Ask the archive to have the schedule reviewed.', zh: '请向档案部门申请重新审定。' },
  },
  'use-reader-outside': {
    kind: 'denied',
    sentence: {
      en: 'This material is shared within the administration only, and not with this body.',
      zh: '该材料仅限内部共享，且不包括该单位。',
    },
    remedy: { en: 'Ask through a body that may read it.', zh: '请由有权单位申请利用。' },
  },
  'use-application-missing': {
    kind: 'denied',
    sentence: {
      en: 'This material is shared on application, and no approved application is named.',
      zh: '该材料依申请利用，但未写明已批准的申请。',
    },
    remedy: { en: 'Apply first, then name the application.', zh: '请先提出申请，再写明申请编号。' },
  },
  'use-purpose-outside': {
    kind: 'denied',
    sentence: { en: 'This material is not shared for this purpose.', zh: '该材料不得用于该目的。' },
    remedy: {
      en: 'Use it for a purpose that the schedule names, or ask the office that formed it.',
      zh: '请按规定的目的利用，或向形成单位查询。',
    },
  },
  'use-form-outside': {
    kind: 'denied',
    sentence: { en: 'This material is not given in this form.', zh: '该材料不以该形式提供利用。' },
    remedy: { en: 'Ask for a form that gives less.', zh: '请选择其他利用形式。' },
  },
  'use-consent-missing': {
    kind: 'denied',
    sentence: { en: 'A consent that this material needs is missing.', zh: '缺少利用该材料所需的同意。' },
    remedy: {
      en: 'Get the consent of the party or of the office that formed it, as the schedule asks.',
      zh: '请按规定取得当事人或者形成单位的同意。',
    },
  },
  'use-file-missing': {
    kind: 'invalid',
    sentence: { en: 'A copy is of one file, and none is named.', zh: '复制件须对应一个文件，但未指明文件。' },
    remedy: {
      en: 'Ask for the list of the case first, then for a file by its number.',
      zh: '请先查询该办件的目录，再按序号申请文件。',
    },
  },
  'use-seal-missing': {
    kind: 'unavailable',
    sentence: {
      en: 'This archive cannot certify copies: it has no seal to do so.',
      zh: '本单位未配置印章，不能出具证明性复制件。',
    },
    remedy: {
      en: 'Ask for a copy, or have the seal of the body that keeps the archive put in place.',
      zh: '请改为申请复制件，或由管理人员配置档案保管单位的印章。',
    },
  },
  'authority-wrong': {
    kind: 'invalid',
    sentence: { en: '{found} is no unified social credit code.', zh: '{found} 不是正确的统一社会信用代码。' },
    remedy: { en: 'Give the code of the body that keeps the archive.', zh: '请填写档案保管单位的代码。' },
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
  'csv-row-too-wide': {
    kind: 'exhausted',
    sentence: { en: 'Row {row} has more than {most} cells.', zh: '第 {row} 行超过 {most} 个单元格。' },
    remedy: { en: 'Keep the columns of the exported table.', zh: '请保留导出表格的列。' },
  },
  'csv-too-many-rows': {
    kind: 'exhausted',
    sentence: { en: 'The file has more than {most} rows.', zh: '文件超过 {most} 行。' },
    remedy: {
      en: 'Split the table, or remove what is empty below it.',
      zh: '请拆分表格，或删除表格下方的空行。',
    },
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
