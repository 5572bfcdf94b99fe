import { DATA_FILES, type DataFile, RESOURCES } from './schema.js';

/** Size and SHA-256 of a written file: whoever reads the dataset can see that the files belong together. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

const refersToReports = (file: DataFile): boolean => file !== 'reports' && file !== 'codebook';

function resource(file: DataFile, digest: FileDigest): object {
  const { title, fields, primaryKey } = RESOURCES[file];
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
      primaryKey,
      ...(refersToReports(file) ? { foreignKeys } : {}),
    },
  };
}

/** `datapackage.json` (Frictionless Data Package v2) for written files. No time of day: two runs are identical. */
export function datapackage(digests: Readonly<Record<DataFile, FileDigest>>): string {
  const descriptor = {
    $schema: PROFILE,
    name: 'nianbao',
    title: 'Annual reports on government information disclosure (政府信息公开工作年度报告)',
    description:
      'Cells of the standard form, one row per cell, each with its state and the place where it is printed. ' +
      'A value with state reported is the number printed in that cell.',
    resources: DATA_FILES.map((file) => resource(file, digests[file])),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}
