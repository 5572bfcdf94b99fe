import { keptWithLabel, labelText, newLabel } from '../../src/map/words/text.js';

test('what is asked of a label is worked out once, and each question has its own answer', () => {
  const asked: string[] = [];
  const length = keptWithLabel(({ full }) => {
    asked.push(full);
    return full.length;
  });
  const nothing = keptWithLabel(({ full }) => {
    asked.push(`${full}?`);
    return null;
  });
  const label = labelText('一、规章', (text) => text);
  expect([length(label), nothing(label), length(label), nothing(label)]).toEqual([2, null, 2, null]);
  expect(asked).toEqual(['规章', '规章?']);
});

test('the same printed text is the same label, a label of its own shares no answers', () => {
  const first = keptWithLabel(({ bare }) => bare);
  const same = (text: string): string => text;
  expect(labelText('总计', same)).toBe(labelText('总计', same));
  expect(first(newLabel('总计', 'a', null))).toBe('a');
  expect(first(newLabel('总计', 'b', null))).toBe('b');
});
