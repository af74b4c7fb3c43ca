import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Book, BookCell } from './book.ts';

/** The bytes of an XLSX file. */
export async function drawBook({ sheets }: Book): Promise<Buffer> {
  const written = sheets.map(({ name, widths, stickyRows, rows }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    ...(stickyRows !== undefined && { stickyRowsCount: stickyRows }),
    data: rows.map((row) => row.map(cellOf)) as SheetData,
  }));
  return writeExcelFile(written, { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer();
}

function cellOf(cell: BookCell) {
  if (cell === null) return null;
  // a file holds formulas without their sign (ECMA-376, 18.3.1.40)
  if ('formula' in cell)
    return {
      type: 'Formula' as const,
      value: cell.formula.slice(1),
      ...(cell.format && { format: cell.format }),
    };
  if ('number' in cell) return { type: Number, value: cell.number, format: cell.format };
  return {
    type: String,
    value: cell.text,
    wrap: cell.isHead === true,
    alignVertical: 'center' as const,
    ...((cell.isHead || cell.isTitle) && { fontWeight: 'bold' as const }),
    ...(cell.isHead && { backgroundColor: '#f0e6d2', align: 'center' as const }),
  };
}
