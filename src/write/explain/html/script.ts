/**
 * The page works without a script; this one lights both sides of what is pointed at, opens what a link leads
 * into, and says on a line what `title` says.
 */
export const SCRIPT = `
const why = document.getElementById('why');
let lit = [];
function show(target) {
  const cell = target?.closest('[title]');
  if (!cell) return;
  const key = target.closest('[data-k]')?.dataset.k;
  for (const one of lit) one.classList.remove('lit');
  lit = key ? [...document.querySelectorAll('[data-k="' + key + '"]')] : [];
  for (const one of lit) one.classList.add('lit');
  why.textContent = cell.title.replaceAll('\\n', '  ·  ');
}
function follow() {
  const target = document.getElementById(location.hash.slice(1));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  target?.scrollIntoView({ block: 'center', inline: 'nearest' });
  show(target);
}
addEventListener('mouseover', (event) => show(event.target));
addEventListener('focusin', (event) => show(event.target));
addEventListener('hashchange', follow);
if (location.hash) follow();
`;
