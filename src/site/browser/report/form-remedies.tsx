import type { ComponentChildren } from 'preact';
import { axisLabel, type Label, REMEDY_RESULTS } from '../labels.js';
import { useReport } from './context.js';
import { type FormRow, remedyPaths } from './layout.js';
import { Name } from './name.js';
import { ValueCell } from './value-cell.js';

const LITIGATION: Label = { code: 'litigation', zh: '行政诉讼', en: 'litigation' };

/** Table 四: one row of figures under three paths; the two of litigation stand under a head of their own. */
export function RemediesForm() {
  const { report } = useReport();
  const paths = remedyPaths(report.cells);
  const results = REMEDY_RESULTS.map(({ code }) => axisLabel('remedies', 'column', code));
  const review = paths.filter(({ code }) => code === 'review');
  const litigation = paths.filter(({ code }) => code !== 'review');
  const heads = (height: number, of: readonly FormRow[]): ComponentChildren =>
    of.flatMap(({ code }) =>
      results.map((label) => (
        <th key={`${code} ${label.code}`} scope="col" rowSpan={height}>
          <Name label={label} />
        </th>
      )),
    );
  const path = ({ code, label }: FormRow): ComponentChildren => (
    <th key={code} colSpan={results.length} scope="colgroup">
      <Name label={label} />
    </th>
  );
  return (
    <>
      <thead>
        <tr>
          {review.map(path)}
          {litigation.length > 0 && (
            <th colSpan={results.length * litigation.length} scope="colgroup">
              <Name label={LITIGATION} />
            </th>
          )}
        </tr>
        <tr>
          {heads(litigation.length > 0 ? 2 : 1, review)}
          {litigation.map(path)}
        </tr>
        {litigation.length > 0 && <tr>{heads(1, litigation)}</tr>}
      </thead>
      <tbody>
        <tr>
          {paths.flatMap(({ keys }, pathAt) =>
            keys.map((key, at) => <ValueCell key={key} cellKey={key} isFirst={pathAt + at === 0} />),
          )}
        </tr>
      </tbody>
    </>
  );
}
