import { APPLICANTS, axisLabel, type Label } from '../labels.js';
import { useReport } from './context.js';
import { applicationRows, type FormRow } from './layout.js';
import { Name } from './name.js';
import { ValueCell } from './value-cell.js';

const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
const APPLICANT_HEAD: Label = { code: 'applicants', zh: '申请人情况', en: 'applicants' };
const ORGANIZATION_HEAD: Label = {
  code: 'organizations',
  zh: '法人或其他组织',
  en: 'legal persons and other organizations',
};

/** Table 三: applicants over seven columns, the groups of outcomes before their rows. */
export function ApplicationsForm() {
  const { report } = useReport();
  const rows = applicationRows(report.cells);
  const labels = APPLICANTS.map(({ code }) => axisLabel('applications', 'column', code));
  const [person, ...rest] = labels;
  const total = rest.pop();
  return (
    <>
      <colgroup>
        <col class="outer" />
        <col class="outer" />
        <col class="label" />
        <col span={7} />
      </colgroup>
      <thead>
        <tr>
          <td colSpan={3} rowSpan={3} class="corner-note" lang="zh-CN">
            {CORNER}
          </td>
          <th colSpan={7} scope="colgroup">
            <Name label={APPLICANT_HEAD} />
          </th>
        </tr>
        <tr>
          <th rowSpan={2} scope="col">
            {person && <Name label={person} />}
          </th>
          <th colSpan={5} scope="colgroup">
            <Name label={ORGANIZATION_HEAD} />
          </th>
          <th rowSpan={2} scope="col">
            {total && <Name label={total} />}
          </th>
        </tr>
        <tr>
          {rest.map((label) => (
            <th key={label.code} scope="col">
              <Name label={label} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <ApplicationRow key={row.code} row={row} isFirst={at === 0} />
        ))}
      </tbody>
    </>
  );
}

function ApplicationRow({ row, isFirst }: { readonly row: FormRow; readonly isFirst: boolean }) {
  return (
    <tr>
      {row.heads.map(({ label, rows }) => (
        <th key={label.code} class="group" rowSpan={rows} scope="rowgroup">
          <Name label={label} />
        </th>
      ))}
      <th scope="row" class="label" colSpan={row.labelSpan}>
        <Name label={row.label} />
      </th>
      {row.keys.map((key, at) => (
        <ValueCell key={key} cellKey={key} isFirst={isFirst && at === 0} />
      ))}
    </tr>
  );
}
