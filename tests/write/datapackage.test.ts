import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import datapackage from 'datapackage';
import { DatasetWriter, renderReport } from '../../src/write/index.js';
import { DATA_FILES } from '../../src/write/schema.js';
import { ROOT, readCsv, runCli, scratch } from '../support/cli.js';
import { someReport, someResult } from '../support/reports.js';

const { folder, clean } = scratch();
afterAll(clean);

interface FieldDescriptor {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}
interface ResourceDescriptor {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly FieldDescriptor[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

interface DataPackage {
  readonly $schema: string;
  readonly resources: readonly ResourceDescriptor[];
}

const describeIn = (out: string): DataPackage =>
  JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as DataPackage;

/** Reports of every status, failed and empty ones too. */
function madeUp(): string {
  const out = folder();
  const writer = new DatasetWriter(out);
  for (const source of ['a.html', 'b.pdf']) writer.append(renderReport(someResult(source)));
  writer.append(
    renderReport(someResult('c.txt', someReport({ edition: '', cells: [], status: 'no_tables' }))),
  );
  writer.append(renderReport(someResult('d.pdf', null)));
  writer.commit();
  return out;
}

function ofCorpus(): string {
  const out = folder();
  runCli(['extract', join(ROOT, 'corpus'), '--out', out]);
  return out;
}

describe.each([
  ['made-up reports', madeUp()],
  ['the corpus', ofCorpus()],
])('the dataset of %s', (_, out) => {
  const descriptor = describeIn(out);

  test('it names the v2 profile and every file, with size and hash', () => {
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(descriptor.resources.map(({ name }) => name)).toEqual([...DATA_FILES]);
    for (const { path, bytes, hash } of descriptor.resources) {
      const content = readFileSync(join(out, path));
      expect({ path, bytes, hash }).toEqual({
        path,
        bytes: content.length,
        hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
      });
    }
  });

  test('a Frictionless library finds the package valid and reads every file by its schema', async () => {
    const dataset = await datapackage.Package.load(descriptor, { basePath: out, strict: true });
    expect(dataset.errors).toEqual([]);
    for (const { name } of descriptor.resources) {
      const resource = dataset.getResource(name);
      resource.descriptor.profile = 'tabular-data-resource';
      resource.commit();
      const rows = await resource.read({ keyed: true, relations: name !== 'reports' && name !== 'codebook' });
      expect(rows).toHaveLength(readCsv(out, name).length);
    }
  });

  describe.each(descriptor.resources.map((resource) => [resource.name, resource] as const))(
    '%s.csv',
    (name, resource) => {
      const rows = readCsv(out, name);
      const { fields, primaryKey, foreignKeys = [] } = resource.schema;

      test('has the described columns, each with a description', () => {
        const [header] = readFileSync(join(out, resource.path), 'utf8').split('\n');
        expect(header).toBe(fields.map((field) => field.name).join(','));
        for (const field of fields) expect(field.description).not.toBe('');
      });

      test('keeps required values and enums', () => {
        for (const { name: column, constraints } of fields) {
          for (const row of rows) {
            const value = row[column] ?? '';
            if (constraints?.required) expect([column, value]).not.toEqual([column, '']);
            if (constraints?.enum && value !== '') expect(constraints.enum).toContain(value);
          }
        }
      });

      test('has unique keys that lead somewhere', () => {
        const keys = rows.map((row) => primaryKey.map((column) => row[column]).join('\t'));
        expect(new Set(keys).size).toBe(keys.length);
        for (const { fields: columns, reference } of foreignKeys) {
          const targets = new Set(
            readCsv(out, reference.resource).map((row) => row[reference.fields[0] ?? '']),
          );
          for (const row of rows) expect(targets).toContain(row[columns[0] ?? '']);
        }
      });
    },
  );
});
