import { useReport } from './context.js';
import { proactiveBlocks } from './layout.js';
import { Name } from './name.js';
import { ValueCell } from './value-cell.js';

/** Table 二: one block below the other, each with its own header. */
export function ProactiveForm() {
  const { report } = useReport();
  const blocks = proactiveBlocks(report.cells);
  const width = Math.max(1, ...blocks.map(({ columns }) => columns.length));
  return (
    <>
      {blocks.map(({ title, columns, rows }, blockAt) => {
        const span = (at: number): number => (at === columns.length - 1 ? width - at : 1);
        return (
          <tbody key={`${title} ${columns[0]?.code}`}>
            <tr>
              <th class="group" colSpan={width + 1} scope="rowgroup" lang="zh-CN">
                {title}
              </th>
            </tr>
            <tr>
              <th scope="col" lang="zh-CN">
                信息内容
              </th>
              {columns.map((column, at) => (
                <th key={column.code} scope="col" colSpan={span(at)}>
                  <Name label={column} />
                </th>
              ))}
            </tr>
            {rows.map((row, rowAt) => (
              <tr key={row.code}>
                <th scope="row" class="label">
                  <Name label={row.label} />
                </th>
                {row.keys.map((key, at) => (
                  <ValueCell key={key} cellKey={key} span={span(at)} isFirst={blockAt + rowAt + at === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        );
      })}
    </>
  );
}
