/** The style of the page. Colours after Okabe and Ito, told apart by everybody; each state has a sign as well. */
export const STYLE = `
:root { --line: #c9ced6; --soft: #f4f6f8; --ink: #1c2430; --faint: #626c7a; --link: #0a4f8f;
  --noted: #fdeeb5; --unreadable: #f8d2c2; --inferred: #cfe6f7; --recognized: #d3efe5; --absent: #e4e4e4; --lit: #ffdf3d; }
* { box-sizing: border-box; }
html { scroll-padding: 40vh 0; }
body { margin: 0; color: var(--ink); background: #fff; font: 14px/1.45 system-ui, "Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; }
header { padding: 16px 20px 12px; border-bottom: 1px solid var(--line); background: var(--soft); }
h1 { margin: 0; font-size: 20px; }
h2 { margin: 0 0 10px; font-size: 12px; font-weight: 600; color: var(--faint); text-transform: uppercase; letter-spacing: .06em; }
p { margin: 4px 0; }
small, .facts { color: var(--faint); font-size: 12px; }
.chip { display: inline-block; padding: 0 7px; border: 1px solid var(--line); border-radius: 9px; background: #fff; font-size: 12px; font-weight: 600; white-space: nowrap; }
.legend { list-style: none; margin: 8px 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 12.5px; }
.legend .chip { min-width: 26px; text-align: center; border-radius: 3px; }
dl { margin: 8px 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 4px 20px; }
dt { font-size: 11px; color: var(--faint); }
dd { margin: 0; }
dd small { display: block; }
main { display: grid; grid-template-columns: minmax(0, 46fr) minmax(0, 54fr); align-items: start; }
.left { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 14px 14px 60px 20px; border-right: 1px solid var(--line); }
.right { padding: 14px 20px 60px 16px; }
article { margin-bottom: 30px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 12.5px; }
caption { text-align: left; font-weight: 600; padding: 4px 0; }
td, th { border: 1px solid var(--line); padding: 2px 5px; vertical-align: middle; overflow-wrap: break-word; }
.form th { padding: 2px 3px; } .form th.row { padding: 2px 5px; } .source td, .rows td { overflow-wrap: anywhere; } .source td { min-width: 2.6em; }
th { font-weight: 500; background: var(--soft); text-align: center; }
th.row { text-align: left; background: #fff; }
th.group { text-align: center; }
.en { display: block; font-size: 10px; line-height: 1.2; font-weight: 400; color: var(--faint); }
.form thead .en { font-size: 9px; }
caption .en { display: inline; font-size: 12px; }
.v { text-align: center; font-variant-numeric: tabular-nums; font-size: 14px; min-width: 2.4em; }
.v a { display: block; }
.applications { table-layout: fixed; min-width: 620px; } .applications .outer { width: 8.5%; } .applications .label { width: 26%; }
.remedies th, .remedies td { padding: 2px; }
.void { background: repeating-linear-gradient(45deg, #fff 0 4px, var(--soft) 4px 8px); border-color: #e3e6ea; }
.source td { text-align: center; }
.source .label { text-align: left; }
.label a, .st-reported a { color: var(--link); }
.source .header, p.header, tr.header td { background: var(--soft); font-weight: 600; }
.st-reported { background: #fff; }
.st-noted { background: var(--noted); font-weight: 600; }
.st-blank { color: var(--faint); background: #fafafa; }
.st-absent { color: #555; background: repeating-linear-gradient(135deg, #f6f6f6 0 5px, var(--absent) 5px 7px); }
.st-unreadable { background: var(--unreadable); font-weight: 700; outline: 2px solid #d55e00; outline-offset: -2px; }
.st-inferred { background: var(--inferred); font-weight: 600; outline: 2px dashed #0072b2; outline-offset: -2px; }
.st-recognized { background: var(--recognized); outline: 2px dotted #009e73; outline-offset: -2px; }
.lost { background: repeating-linear-gradient(135deg, #fff 0 6px, #fbe3d8 6px 9px); }
.unsure, .badge { background: var(--noted); }
.badge { display: inline-block; padding: 0 5px; border: 1px solid #b58900; border-radius: 3px; font-size: 10.5px; }
.sign { margin-left: 2px; font-weight: 700; }
.status-complete { background: var(--recognized); border-color: #009e73; }
.status-partial, .status-no_tables, .status-needs_ocr { background: var(--noted); border-color: #b58900; }
:target, .lit { box-shadow: inset 0 0 0 3px var(--lit); background-color: #fff7bf; }
:target { scroll-margin: 40vh; }
.prose { margin: 6px 0; }
.heading { font-weight: 600; }
.fold { margin: 8px 0; padding: 2px 8px; border-left: 3px solid var(--line); color: var(--faint); }
summary { cursor: pointer; font-size: 12.5px; }
p[data-k] { display: inline-block; min-width: 3em; margin: 1px; padding: 1px 6px; border: 1px solid var(--line); }
p.label { display: block; }
.findings { margin-bottom: 22px; padding: 8px 12px; border-left: 4px solid #b3261e; background: var(--soft); }
h3 { margin: 0; font-size: 14px; }
.sev-error { border-color: #b3261e; background: #fbe3d8; } .sev-warning { border-color: #b58900; background: var(--noted); }
.findings .en { font-size: 12px; } .findings small a { text-decoration: underline; }
.usual { color: var(--faint); font-size: 12.5px; }
.notes { list-style: none; margin: 6px 0; padding: 0; font-size: 12.5px; }
.notes summary { font-size: inherit; }
.notes ul { margin: 2px 0 2px 18px; padding: 0; list-style: none; }
.notes li { padding: 3px 0; border-top: 1px solid #eceff2; }
q { quotes: "“" "”"; background: var(--soft); }
.rows td { text-align: left; vertical-align: top; }
.trace { margin-top: 6px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#why { position: fixed; inset: auto 0 0 0; padding: 6px 20px; background: var(--ink); color: #fff; font-size: 12.5px; max-height: 30vh; overflow: auto; }
@media (max-width: 900px) { main { display: block; } .left { position: static; max-height: 60vh; border-right: 0; border-bottom: 1px solid var(--line); } }
@media print {
  main { display: block; } .left { position: static; max-height: none; overflow: visible; border: 0; }
  #why { display: none; } .scroll { overflow: visible; } li { break-inside: avoid; }
  .right, article:has(.applications) { break-before: page; } .right { padding: 0; } .left { padding: 0; }
  table { font-size: 11px; } .form .en { font-size: 8px; } td, th, .form th.row { padding: 1px 4px; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
