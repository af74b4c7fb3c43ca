import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openDashboard } from './manager-accounts.ts';
import { startProduct } from './product.ts';

test('one button yields the paragraph with the figures on the screen, also without a clipboard, and the files', async ({
  page,
}) => {
  const product = await startProduct('demo');
  try {
    await openDashboard(page, product);
    await page.getByRole('button', { name: 'Báo cáo' }).click();
    const panel = page.getByRole('dialog', { name: 'Báo cáo kết quả khảo sát' });
    const field = panel.getByRole('textbox', { name: 'Đoạn đưa vào báo cáo cải cách hành chính' });
    await expect(field).toHaveValue(/sự hài lòng trong việc cung ứng dịch vụ hành chính công/);
    const text = (await field.inputValue()).replaceAll('\u00a0', ' ');
    const shown = await page.locator('.headlines').innerText();
    const figures = text.match(/\d+,\d %(?= sự hài lòng)/g) ?? [];
    expect(figures).toHaveLength(2);
    for (const figure of figures) expect(shown.replaceAll('\u00a0', ' ')).toContain(figure);
    await expectAccessible(page, 'the report');
    await panel.getByRole('button', { name: 'Sao chép đoạn này' }).click();
    await expect(panel.getByRole('status').filter({ hasText: /Đã sao chép|Đã chọn cả đoạn/ })).toBeVisible();
    expect(await field.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart)).toBe(
      (await field.inputValue()).length,
    );
    const file = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Tải Word (DOCX)' }).click();
    expect((await file).suggestedFilename()).toMatch(/^[\x21-\x7e]+\.docx$/);
  } finally {
    await product.stop();
  }
});
