/**
 * The part of the SARIF 2.1.0 schema (OASIS, sarif-schema-2.1.0.json) that our logs use, kept by hand: required members,
 * types and enums as there, and no member that it does not know.
 */

const text = { type: 'string' } as const;
const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const message = closed({ text, markdown: text, id: text, arguments: { type: 'array', items: text } });
const multiformat = closed({ text, markdown: text }, ['text']);
const level = { enum: ['none', 'note', 'warning', 'error'] };
const properties = { type: 'object', additionalProperties: true };

const rule = closed(
  {
    id: text,
    name: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    defaultConfiguration: closed({ enabled: { type: 'boolean' }, level }),
    helpUri: { type: 'string', format: 'uri' },
    properties,
  },
  ['id'],
);

const location = closed({
  physicalLocation: {
    ...closed({
      artifactLocation: closed({ uri: { type: 'string', format: 'uri-reference' }, uriBaseId: text }),
      region: closed({ startLine: { type: 'integer', minimum: 1 } }),
    }),
    anyOf: [{ required: ['address'] }, { required: ['artifactLocation'] }],
  },
  logicalLocations: {
    type: 'array',
    uniqueItems: true,
    items: closed({ name: text, fullyQualifiedName: text, decoratedName: text, kind: text, properties }),
  },
  message,
});

const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: -1 },
    level,
    message,
    locations: { type: 'array', items: location },
    partialFingerprints: { type: 'object', additionalProperties: text },
    properties,
  },
  ['message'],
);

export const SARIF_SCHEMA = closed(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { enum: ['2.1.0'] },
    runs: {
      type: 'array',
      items: closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: text,
                  version: text,
                  informationUri: { type: 'string', format: 'uri' },
                  rules: { type: 'array', uniqueItems: true, items: rule },
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: result },
        },
        ['tool'],
      ),
    },
  },
  ['version', 'runs'],
);
