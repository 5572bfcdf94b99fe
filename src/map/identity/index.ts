/** Who is speaking: region and identity of the agency of a report, the same over the years and spellings. */

import { type AgencyKind, NATIONAL_BODIES } from '../../form/agencies.js';
import type { Identity } from '../../model/report.js';
import type { Evidence } from '../metadata/evidence.js';
import { cluesOf, fullerReadings } from './clues.js';
import type { Division } from './division.js';
import { buildGazetteer, type Gazetteer } from './gazetteer.js';
import { bodyKey, kindOf, kindOfName } from './kinds.js';
import { type Reading, readName } from './reading.js';
import { resolve } from './resolve.js';

export type { Gazetteer } from './gazetteer.js';

const NATIONAL_PREFIX = '000000';
const NATIONAL = new Map(
  Object.entries(NATIONAL_BODIES).flatMap(([name, others]) =>
    [name, ...others].map((other) => [other, name]),
  ),
);
/** 我县民政局 is printed as 东海县民政局 elsewhere. */
const OWN = /^[我本全](?=[省市县区旗州盟])/;
const REMARK = /[（(][^（）()]*[）)]$/;
const MOST_CANDIDATES = 20;
/** Part of a city that has no code of its own: a county part of 71 to 79. */
const STATISTICAL_COUNTY = /^\d{4}7\d\d{3}$|^2327[67]\d|^46032\d/;

const NOBODY: Identity = { agencyId: '', regionCode: '', regionPath: '', kind: '', candidates: [], rule: '' };

let gazetteer: Promise<Gazetteer> | undefined;

/** The divisions, read when the first report asks for them. */
export function loadGazetteer(): Promise<Gazetteer> {
  gazetteer ??= Promise.all([
    import('../../form/divisions/upper.js'),
    import('../../form/divisions/towns.js'),
    import('../../form/divisions/former-towns.js'),
    import('../../form/divisions/telephones.js'),
  ]).then(([{ UPPER }, { TOWNS }, { FORMER_TOWNS }, { TELEPHONES }]) =>
    buildGazetteer({ upper: UPPER, towns: TOWNS, formerTowns: FORMER_TOWNS, telephones: TELEPHONES }),
  );
  return gazetteer;
}

/** Identity of an agency by its name in simplified characters; `year` is the report's, or empty. */
export function identify(agency: string, year: string, evidence: Evidence, divisions: Gazetteer): Identity {
  const name = agency.replace(/\s+/g, '').replace(REMARK, '');
  if (name === '') return NOBODY;
  const national = NATIONAL.get(name.replace(/^中华人民共和国/, ''));
  if (national) return nationalBody(national);
  const wanted = name.replace(OWN, '');
  const reportYear = year === '' ? null : Number(year);
  const { reading, rule, open } = resolve(
    {
      readings: readName(name, divisions),
      year: reportYear,
      fuller: () => fullerReadings(wanted, evidence, divisions),
      clues: () => cluesOf(evidence, divisions),
    },
    divisions,
  );
  const inYear = (place: Division) => regionOf(divisions.inYear(place, reportYear), divisions);
  if (reading !== null) return { ...identityOf(reading, inYear(reading.place)), candidates: [], rule };
  const candidates = open.slice(0, MOST_CANDIDATES).map(({ place }) => inYear(place));
  return { ...NOBODY, kind: kindOfName(name), candidates, rule };
}

function nationalBody(name: string): Identity {
  const kind: AgencyKind = name === '国务院办公厅' ? 'general_office' : 'ministry';
  return { ...NOBODY, agencyId: `${NATIONAL_PREFIX}/${name}`, kind, rule: 'national body' };
}

type Region = Pick<Identity, 'regionCode' | 'regionPath'>;

function regionOf(place: Division, divisions: Gazetteer): Region {
  const path = divisions.path(place);
  if (!STATISTICAL_COUNTY.test(place.code)) return { regionCode: place.code, regionPath: path.join('/') };
  return { regionCode: `${place.code.slice(0, 4)}00`, regionPath: path.slice(0, -1).join('/') };
}

function identityOf(
  { place, body, unlistedTown }: Reading,
  region: Region,
): Omit<Identity, 'candidates' | 'rule'> {
  const inTown = unlistedTown !== '' || place.level === 'town';
  const kind = kindOf(body, inTown ? 'town' : place.level, unlistedTown || place.name);
  const withoutCode = STATISTICAL_COUNTY.test(place.lasting);
  const code = withoutCode ? region.regionCode : place.lasting;
  const town = withoutCode ? place.name : unlistedTown;
  const key = bodyKey(body, kind);
  return { agencyId: [code, town, key].filter((part) => part !== '').join('/'), ...region, kind };
}
