/**
 * The cells of a CSV file as spreadsheets write it: UTF-8 with or without a mark, commas or semicolons. Each row with the
 * line on which it begins (RFC 4180; a quoted cell may hold line breaks).
 */
export function csvCells(file: string): { readonly line: number; readonly cells: string[] }[] {
  const text = file.replace(/^\uFEFF/, '');
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const separator = head.split(';').length > head.split(',').length ? ';' : ',';
  const rows: { line: number; cells: string[] }[] = [];
  let [line, cell, quoted] = [1, '', false];
  let row: { line: number; cells: string[] } = { line, cells: [] };
  const endCell = () => {
    row.cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = { line: line + 1, cells: [] };
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (quoted && sign === '"' && text[i + 1] === '"') cell += text[++i];
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === separator) endCell();
    else if (!quoted && sign === '\n') endRow();
    else if (quoted || sign !== '\r') cell += sign;
    if (sign === '\n') line++;
  }
  if (cell !== '' || row.cells.length > 0) endRow();
  return rows;
}
