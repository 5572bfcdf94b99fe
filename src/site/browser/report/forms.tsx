/** The three tables, laid out as the official form. */

import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import type { FormTable } from '../../../model/report.js';
import { TABLES } from '../../wire/axes.js';
import { labelIn, useSpeech } from '../i18n/index.js';
import { ruleLabel } from '../labels.js';
import { SeverityIcon, severityClass } from '../ui/marks.js';
import { ScrollBox } from '../ui/scroll-box.js';
import { useReport } from './context.js';
import { ApplicationsForm } from './form-applications.js';
import { ProactiveForm } from './form-proactive.js';
import { RemediesForm } from './form-remedies.js';
import { moveByKey } from './keys.js';

const BODIES: Readonly<Record<FormTable, () => ComponentChildren>> = {
  proactive: () => <ProactiveForm />,
  applications: () => <ApplicationsForm />,
  remedies: () => <RemediesForm />,
};

const CAPTIONS: Readonly<Record<FormTable, string>> = {
  proactive: '二、主动公开政府信息情况',
  applications: '三、收到和处理政府信息公开申请情况',
  remedies: '四、政府信息公开行政复议、行政诉讼情况',
};

export function Forms() {
  return (
    <>
      {TABLES.map((table) => (
        <FormSection key={table} table={table} />
      ))}
    </>
  );
}

function FormSection({ table }: { readonly table: FormTable }) {
  const { report } = useReport();
  const { words, language } = useSpeech();
  const isThere = [...report.cells.values()].some((cell) => cell.table === table);
  const { onActivate } = useActivation();
  return (
    <section class="form-section" id={`t-${table}`} aria-labelledby={`h-${table}`}>
      <h2 id={`h-${table}`}>
        <span lang="zh-CN">{CAPTIONS[table]}</span>
        {language === 'en' && <span class="gloss">{words.tables[table]}</span>}
      </h2>
      <TableFindings table={table} />
      {isThere ? (
        <ScrollBox label={words.tables[table] ?? table} onAct={onActivate}>
          <table class={`form ${table}`} aria-labelledby={`h-${table}`}>
            {BODIES[table]()}
          </table>
        </ScrollBox>
      ) : (
        <p class="empty">{words.tableMissing}</p>
      )}
    </section>
  );
}

/** Findings about the table as a whole, above it. */
function TableFindings({ table }: { readonly table: string }) {
  const { overview, report, active, onActive } = useReport();
  const { language } = useSpeech();
  const own = report.findings.filter(
    (one) => one.table === table && one.pivot === '' && one.cells.length === 0,
  );
  if (own.length === 0) return null;
  return (
    <p class="table-findings">
      {own.map((finding) => (
        <button
          key={finding.id}
          type="button"
          class={`chip ${severityClass(finding.severity)}`}
          aria-pressed={active?.id === finding.id}
          onClick={() => onActive(active?.id === finding.id ? null : finding)}
        >
          <SeverityIcon severity={finding.severity} /> {labelIn(language, ruleLabel(overview, finding.rule))}
        </button>
      ))}
    </p>
  );
}

/** A click or Enter on a marked cell lights its findings one after the other. */
function useActivation() {
  const { marks, active, onActive } = useReport();
  const onActivate = useCallback(
    (event: KeyboardEvent | MouseEvent) => {
      if (event instanceof KeyboardEvent) {
        moveByKey(event);
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
      }
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-key]') : null;
      const findings = marks.get(cell?.dataset.key ?? '')?.findings ?? [];
      if (findings.length === 0) return;
      const at = findings.findIndex(({ id }) => id === active?.id);
      onActive(findings[at + 1] ?? null);
    },
    [marks, active, onActive],
  );
  return { onActivate };
}
