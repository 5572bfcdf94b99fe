/** The filters over a list, in a search landmark; every change is a step in the address. */

import { useMemo } from 'preact/hooks';
import type { Overview } from '../../wire/pieces.js';
import type { ReportIndex } from '../data/store.js';
import { type Choice as ChoiceName, type Filter, isEmptyFilter, NONE } from '../filter.js';
import { labelIn, useSpeech, useWords } from '../i18n/index.js';
import { codeLabel, ruleLabel } from '../labels.js';
import { Choice, type Option } from './choice.js';
import { SEVERITIES } from './marks.js';

interface FilterBarProps {
  readonly overview: Overview;
  readonly index: ReportIndex;
  readonly filter: Filter;
  /** Filters that the list cannot use. */
  readonly without?: readonly ChoiceName[];
  readonly onFilter: (filter: Filter, options?: { readonly replace?: boolean }) => void;
}

export function FilterBar({ overview, index, filter, without = [], onFilter }: FilterBarProps) {
  const words = useWords();
  const options = useOptions(overview);
  const agency = index.agencies.find(({ key }) => key === filter.agency);
  const names: Record<ChoiceName, string> = {
    year: words.year,
    severity: words.severityLabel,
    rule: words.rule,
    status: words.statusLabel,
    edition: words.edition,
  };
  return (
    <search>
      <form class="filters" aria-label={words.filter} onSubmit={(event) => event.preventDefault()}>
        <label class="field wide">
          <span>{words.search}</span>
          <input
            type="search"
            name="q"
            value={filter.q}
            placeholder={words.searchHint}
            onInput={(event) => onFilter({ ...filter, q: event.currentTarget.value }, { replace: true })}
          />
        </label>
        <label class="field">
          <span>{words.region}</span>
          <input
            type="search"
            name="region"
            list="regions"
            value={filter.region}
            placeholder={words.regionHint}
            onInput={(event) => onFilter({ ...filter, region: event.currentTarget.value }, { replace: true })}
          />
        </label>
        <Regions index={index} />
        {(Object.keys(names) as ChoiceName[])
          .filter((name) => !without.includes(name))
          .map((name) => (
            <Choice
              key={name}
              label={names[name]}
              options={options[name]}
              chosen={filter[name]}
              onChoose={(chosen) => onFilter({ ...filter, [name]: chosen })}
            />
          ))}
        {filter.agency !== '' && (
          <button
            type="button"
            class="chip"
            aria-label={words.removeFilter(agency?.name ?? filter.agency)}
            onClick={() => onFilter({ ...filter, agency: '' })}
          >
            {words.onlyAgency}: <span lang="zh-CN">{agency?.name || filter.agency}</span>
            <span aria-hidden="true"> ×</span>
          </button>
        )}
        {!isEmptyFilter(filter) && (
          <button type="button" class="quiet" onClick={() => onFilter(NO_FILTER)}>
            {words.clear}
          </button>
        )}
      </form>
    </search>
  );
}

const NO_FILTER: Filter = {
  q: '',
  region: '',
  agency: '',
  year: [],
  severity: [],
  rule: [],
  status: [],
  edition: [],
};

function useOptions(overview: Overview): Record<ChoiceName, readonly Option[]> {
  const { language, words } = useSpeech();
  return useMemo(() => {
    const severities = [...new Set([...SEVERITIES, ...overview.byRule.map(({ severity }) => severity)])];
    const rules = [...new Set(overview.byRule.map(({ rule }) => rule))];
    return {
      year: overview.byYear.map(({ year }) => ({ value: year || NONE, label: year || words.noYear })),
      severity: severities.map((value) => ({ value, label: words.severity[value] ?? value })),
      rule: rules.map((value) => ({ value, label: labelIn(language, ruleLabel(overview, value)) })),
      status: Object.keys(overview.statuses).map((value) => ({ value, label: words.status[value] ?? value })),
      edition: Object.keys(overview.editions).map((value) => ({
        value: value || NONE,
        label: value === '' ? '—' : labelIn(language, codeLabel('edition', value)),
      })),
    };
  }, [overview, language, words]);
}

/** Regions to choose from, provinces and their parts; more than this only slow the browser down. */
const MOST_REGIONS = 2000;

function Regions({ index }: { readonly index: ReportIndex }) {
  const paths = useMemo(() => {
    const all = new Set<string>();
    for (const { regionPath } of index.agencies) {
      const names = regionPath === '' ? [] : regionPath.split('/');
      for (let length = 1; length <= names.length; length++) all.add(names.slice(0, length).join('/'));
    }
    return [...all].sort().slice(0, MOST_REGIONS);
  }, [index]);
  return (
    <datalist id="regions">
      {paths.map((path) => (
        <option key={path} value={path} />
      ))}
    </datalist>
  );
}
