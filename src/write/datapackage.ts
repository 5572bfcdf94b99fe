import { DATA_FILES, RESOURCES, type Resource } from './schema.js';

/** Size and SHA-256 of a written file: whoever reads the dataset can see that the files belong together. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

const refersToReports = ({ name, fields }: Resource): boolean =>
  name !== 'reports' && fields.some((field) => field.name === 'report_id');

function resource(described: Resource, digest: FileDigest | undefined): object {
  const { name: file, title, fields, primaryKey } = described;
  if (digest === undefined) throw new Error(`${file}.csv was not written`);
  const foreignKeys = [{ fields: ['report_id'], reference: { resource: 'reports', fields: ['report_id'] } }];
  return {
    name: file,
    type: 'table',
    path: `${file}.csv`,
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: digest.bytes,
    hash: `sha256:${digest.sha256}`,
    schema: {
      fields,
      missingValues: [''],
      ...(primaryKey.length === 0 ? {} : { primaryKey }),
      ...(refersToReports(described) ? { foreignKeys } : {}),
    },
  };
}

/** `datapackage.json` (Frictionless Data Package v2) for written files. No time of day: two runs are identical. */
export function datapackage(
  digests: Readonly<Record<string, FileDigest>>,
  more: readonly Resource[] = [],
): string {
  const descriptor = {
    $schema: PROFILE,
    name: 'nianbao',
    title: 'Annual reports on government information disclosure (政府信息公开工作年度报告)',
    description:
      'Cells of the standard form, one row per cell, each with its state and the place where it is printed. ' +
      'A value with state reported is the number printed in that cell.',
    resources: [...DATA_FILES.map((file) => RESOURCES[file]), ...more].map((described) =>
      resource(described, digests[described.name]),
    ),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}
