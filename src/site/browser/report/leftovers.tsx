/** What has no place in the form: rows that were not mapped, and cells that this version of the form does not know. */

import { labelIn, useSpeech, useWords } from '../i18n/index.js';
import { codeLabel } from '../labels.js';
import { Printed } from '../ui/marks.js';
import { ScrollBox } from '../ui/scroll-box.js';
import { useReport } from './context.js';
import { otherCells } from './layout.js';

export function Unmapped() {
  const { report } = useReport();
  const words = useWords();
  if (report.unmapped.length === 0) return null;
  return (
    <section class="form-section" aria-labelledby="h-unmapped">
      <h2 id="h-unmapped">
        {words.unmapped} <span class="faint">{report.unmapped.length}</span>
      </h2>
      <p class="faint small">{words.unmappedNote}</p>
      <ScrollBox label={words.unmapped}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{words.table}</th>
              <th scope="col">{words.text}</th>
              <th scope="col">{words.reason}</th>
              <th scope="col">{words.locator}</th>
            </tr>
          </thead>
          <tbody>
            {report.unmapped.map(({ table, raw, reason, locator }) => (
              <tr key={locator}>
                <td class="short">{words.tablesShort[table] ?? (table || '—')}</td>
                <td class="raw-text">
                  <Printed text={raw} />
                </td>
                <td lang="en">{reason}</td>
                <td>
                  <code>{locator}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

export function OtherCells() {
  const { report } = useReport();
  const { words, language } = useSpeech();
  const cells = otherCells(report.cells);
  if (cells.length === 0) return null;
  return (
    <section class="form-section" aria-labelledby="h-other">
      <h2 id="h-other">{words.otherCells}</h2>
      <ScrollBox label={words.otherCells}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{words.table}</th>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.raw}</th>
              <th scope="col">{words.locator}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ key, table, row, column, value, state, raw, locator }) => (
              <tr key={key}>
                <td>{words.tablesShort[table] ?? table}</td>
                <td>
                  <code>{row}</code>
                </td>
                <td>
                  <code>{column}</code>
                </td>
                <td class="num">{value}</td>
                <td>{labelIn(language, codeLabel('state', state))}</td>
                <td>
                  <Printed text={raw} />
                </td>
                <td>
                  <code>{locator}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
