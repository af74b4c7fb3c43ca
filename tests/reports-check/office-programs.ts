import { execFile } from 'node:child_process';
import { accessSync, constants, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** The programs of other people with which files of a report are looked at. */

const run = promisify(execFile);
const NEEDED = ['soffice', 'pdftotext', 'pdftoppm'] as const;
const INSTALL =
  'apt-get install -y --no-install-recommends libreoffice-writer libreoffice-calc poppler-utils';
/** LibreOffice takes its time when it starts for the first time. */
const PATIENCE_MS = 180_000;

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** A sentence that says what is missing and how it is had; undefined where all are there. */
export function whatIsMissing(): string | undefined {
  const missing = NEEDED.filter((program) => !isOnPath(program));
  if (missing.length === 0) return undefined;
  return `Not on PATH: ${missing.join(', ')}. On Debian and Ubuntu: ${INSTALL}`;
}

export async function versionOfOffice(): Promise<string> {
  return (await run('soffice', ['--version'])).stdout.trim().split(' ').slice(0, 2).join(' ');
}

/** Opens a file in LibreOffice without a window and saves it as another kind; `folder` holds the profile of this run too. */
export async function convert(file: string, kind: 'pdf' | 'xlsx', folder: string): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const into = join(folder, 'converted');
  await run('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', into, file], {
    timeout: PATIENCE_MS,
    env: { ...process.env, FONTCONFIG_FILE: lettersOf(folder) },
  });
  return join(into, basename(file).replace(/\.\w+$/, `.${kind}`));
}

/** Free machines have no Times New Roman: its place is taken by the letters that have the same widths. */
function lettersOf(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const tinos = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${tinos}</dir><cachedir>${join(folder, 'letters')}</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>`,
  );
  return file;
}

/** The text of a PDF page by page, in the order in which it was written. */
export async function textOfPdf(file: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
    maxBuffer: 64 * 2 ** 20,
  });
  return stdout.split('\f').slice(0, -1);
}

/** Pictures of all pages, for eyes: `PREFIX-01.png`, … */
export async function photographPages(file: string, prefix: string): Promise<void> {
  await run('pdftoppm', ['-png', '-r', '70', file, prefix]);
}
