/** How a report looks, on a screen in either theme and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { max-width: 1000px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 28px 0 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
dt { opacity: 0.75; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-bottom: 1px solid #8886; }
td { overflow-wrap: anywhere; }
.n { white-space: nowrap; }
.note { opacity: 0.75; font-size: 0.9rem; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
@media (max-width: 640px) { table, thead, tbody, tr, td { display: block; } thead { position: absolute; left: -9999px; } td { border: 0; padding: 1px 0; } tr { border-bottom: 1px solid #8886; padding: 6px 0; } }
@media print { :root { color-scheme: light; font-size: 11px; } body { padding: 0; max-width: none; } }
`;
