/** The page: frame, language, and which view the address asks for. */

import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Overview } from '../wire/pieces.js';
import { openRegister } from './data/pieces.js';
import { loadOverview } from './data/store.js';
import {
  initialLanguage,
  type Language,
  remember,
  type Speech,
  SpeechContext,
  useSpeech,
  WORDS,
} from './i18n/index.js';
import { CoveragePage } from './pages/coverage.js';
import { FindingsPage } from './pages/findings.js';
import { OverviewPage } from './pages/overview.js';
import { ReportsPage } from './pages/reports.js';
import { ReportPage } from './report/page.js';
import { href, type Route, useRoute } from './route.js';
import { useLoaded, Wait } from './ui/async.js';

const VIEWS = ['', 'reports', 'findings', 'coverage'] as const;

function App() {
  const route = useRoute();
  const [language, setLanguage] = useState<Language>(initialLanguage);
  const speech = useMemo(
    (): Speech => ({
      language,
      words: WORDS[language],
      setLanguage: (next) => {
        remember(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = speech.words.lang;
  }, [speech]);
  const overview = useLoaded(loadOverview, []);
  return (
    <SpeechContext.Provider value={speech}>
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>('main')?.focus()}>
        {speech.words.skip}
      </button>
      <Header route={route} />
      <main id="main" tabIndex={-1}>
        <Wait for={overview}>{(value) => <View overview={value} route={route} />}</Wait>
      </main>
      <Wait for={overview}>{(value) => <footer>{speech.words.footer(value.version)}</footer>}</Wait>
    </SpeechContext.Provider>
  );
}

function Header({ route }: { readonly route: Route }) {
  const { words, language, setLanguage } = useSpeech();
  const names: Record<(typeof VIEWS)[number], string> = {
    '': words.overview,
    reports: words.reports,
    findings: words.findings,
    coverage: words.coverage,
  };
  const here = route.path[0] ?? '';
  return (
    <header class="top">
      <a class="brand" href={href([])}>
        <strong>{words.product}</strong>
        <span>{words.productNote}</span>
      </a>
      <nav aria-label={words.navigation}>
        {VIEWS.map((view) => (
          <a
            key={view}
            href={href(view === '' ? [] : [view])}
            aria-current={
              view === here ? 'page' : view === 'reports' && here === 'report' ? 'true' : undefined
            }
          >
            {names[view]}
          </a>
        ))}
      </nav>
      <button
        type="button"
        class="language"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        aria-label={words.switchLabel}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {words.switchTo}
      </button>
    </header>
  );
}

function View({ overview, route }: { readonly overview: Overview; readonly route: Route }) {
  const { words } = useSpeech();
  useTitleAndFocus(route);
  switch (route.path[0] ?? '') {
    case '':
      return <OverviewPage overview={overview} />;
    case 'reports':
      return <ReportsPage overview={overview} route={route} />;
    case 'findings':
      return <FindingsPage overview={overview} route={route} />;
    case 'coverage':
      return <CoveragePage overview={overview} route={route} />;
    case 'report':
      return <ReportPage overview={overview} route={route} />;
    default:
      return (
        <>
          <h1 tabIndex={-1}>{words.notFound}</h1>
          <p>
            <a href={href([])}>{words.backToOverview}</a>
          </p>
        </>
      );
  }
}

/** A new view begins at its top, its heading focused, so that a screen reader says where the reader is. */
function useTitleAndFocus(route: Route): void {
  const { words } = useSpeech();
  const view = route.path.slice(0, 2).join('/');
  const before = useRef(view);
  useEffect(() => {
    const heading = (): HTMLElement | null => document.querySelector('main h1');
    const name = (): void => {
      document.title = [heading()?.textContent, words.product].filter(Boolean).join(' – ');
    };
    const watch = new MutationObserver(name);
    watch.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
    name();
    if (before.current !== view) {
      before.current = view;
      scrollTo(0, 0);
      heading()?.focus({ preventScroll: true });
    }
    return () => watch.disconnect();
  }, [view, words]);
}

openRegister();
const root = document.getElementById('app');
if (root !== null) render(<App />, root);
