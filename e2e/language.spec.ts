import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { findsNothing, isNotTooWide, latinWords } from './stage/look';
import { isAwake } from './stage/is-awake';

/** What is called so in Chinese too: ours, the moderator’s, keys and formats. */
const ourNames = [
  ...['Rostrum', 'Momo', 'Moderator', 'Ctrl', 'alt', 'UTC', 'DTMF', 'webhook', 'MP', 'WAV', 'SSML'],
  ...['CSV', 'MB', 'Enter', 'Esc', 'Escape'],
];

test('a moderator changes to Chinese at once, and it stays so when the page is loaded again', async ({
  desk,
  page,
}) => {
  await page.goto(`${desk.url}/settings/appearance`);
  await expect(page.getByRole('group', { name: 'Language' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await isAwake(page.getByRole('radio', { name: '简体中文' }));
  await page.getByRole('radio', { name: '简体中文' }).focus();
  await page.getByText('简体中文', { exact: true }).click();
  await expect(page.getByRole('group', { name: '语言' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page).toHaveTitle('外观 · Rostrum');
  await expect(page.getByRole('radio', { name: '简体中文' })).toBeFocused();

  // What the server draws is in Chinese already: nothing flashes in as English.
  const drawn = await page.request.get(`${desk.url}/conferences`);
  expect(await drawn.text()).toMatch(/<html[^>]* lang="zh-CN"[^>]*>.*跳到正文/s);
  await page.reload();
  await expect(page.getByRole('radio', { name: '简体中文' })).toBeChecked();
  await isAwake(page.getByRole('radio', { name: '简体中文' }));

  await page.getByText('跟随浏览器', { exact: true }).click();
  await expect(page.getByRole('group', { name: 'Language' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('a browser that asks for Chinese', () => {
  test.use({ locale: 'zh-CN', contextOptions: { reducedMotion: 'reduce' } });

  test('has the desk in Chinese, with nothing for axe to find', async ({ opens, desk, page }) => {
    const board = await opens('董事会', ['Ada', 'Bob', 'Cyd']);
    const scripts = hearScripts(page);
    await page.goto(`${desk.url}/conferences/${board.id}`);
    const roster = page.getByRole('grid', { name: '参会者' });
    await expect(roster.getByText('Cyd', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '将 Bob 静音' }).click();
    const timeline = page.getByRole('list', { name: '时间线，最新的在前' });
    await expect(timeline.getByText(/将 Bob 静音/)).toBeVisible();
    await expect(timeline.getByRole('listitem').filter({ hasText: '已确认' })).toBeVisible();
    await page.getByRole('checkbox', { name: '选择 Ada' }).check();
    await expect(page.getByRole('toolbar', { name: '对所选的操作' })).toContainText('已选 1 人');
    await findsNothing(page, 'the desk');

    await page.getByRole('button', { name: 'Ada 的更多操作' }).click();
    await page.getByRole('menuitem', { name: '移出…' }).click();
    await expect(page.getByRole('alertdialog', { name: '移出 Ada？' })).toBeVisible();
    await findsNothing(page, 'a question');

    const texts = await Promise.all(scripts);
    expect(
      texts.some((text) => text.includes('时间线，最新的在前')),
      'its own words are loaded',
    ).toBe(true);
    expect(
      texts.some((text) => text.includes('Timeline, newest first')),
      'those of another language are not',
    ).toBe(false);
  });

  test('reads no English, with nothing for axe to find', async ({ opens, desk, page }) => {
    const board = await opens('董事会 日', ['李娜', '王芳']);
    const isChinese = async (place: string, ...but: readonly string[]) => {
      await findsNothing(page, place);
      expect(await latinWords(page, [...ourNames, ...but]), place).toEqual([]);
    };
    await page.goto(`${desk.url}/conferences/${board.id}`);
    const timeline = page.getByRole('list', { name: '时间线，最新的在前' });
    await expect(timeline.getByText('王芳 加入')).toBeVisible();
    await page.getByRole('button', { name: '全体静音' }).click();
    await expect(timeline.getByRole('listitem').filter({ hasText: '已确认' })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: '正在静音 2 人' })).toBeVisible();
    await isChinese('the desk');

    await page.getByRole('button', { name: '播放音频' }).click();
    await expect(page.getByRole('dialog', { name: '播放音频' })).toBeVisible();
    await isChinese('a form');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: '命令' })).toBeVisible();
    await isChinese('the palette');

    await page.goto(`${desk.url}/settings/appearance`);
    await expect(page.getByRole('group', { name: '语言' })).toBeVisible();
    await isChinese('settings', 'English');
  });

  test.describe('of a manager', () => {
    test.use({ role: 'manager' });

    test('finds, hears and keeps recordings without a word of English', async ({
      carrier,
      rostrum,
      page,
    }) => {
      const name = '季度会议';
      await carrier.saves({ conferenceName: name, seconds: 20 });
      const isChinese = async (place: string) => {
        await findsNothing(page, place);
        expect(
          await latinWords(page, [...ourNames, 'Mani', 'Manager', 'SHA', 'ID', 'ZIP']),
          place,
        ).toEqual([]);
      };
      await page.goto(`${rostrum.url}/recordings?q=${encodeURIComponent(name)}`);
      const row = page
        .getByRole('grid', { name: '录音' })
        .getByRole('row')
        .filter({ hasText: name });
      await expect(row).toContainText('已归档');
      await page.getByRole('button', { name: `播放 ${name}` }).click();
      await expect(page.getByRole('region', { name: '播放器' })).toContainText(name);
      await isChinese('the recordings');

      await page.getByRole('button', { name: `${name} 的更多操作` }).click();
      await page.getByRole('menuitem', { name: '分享…' }).click();
      await expect(page.getByRole('dialog', { name: `分享 ${name}` })).toBeVisible();
      await isChinese('the sharing');
      await page.keyboard.press('Escape');

      await page.goto(`${rostrum.url}/settings/retention`);
      await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible();
      await isChinese('the rules');
    });
  });

  test('has whole pages in Chinese on a phone', async ({ opens, desk, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const board = await opens('手机上的董事会', ['Ada', 'Bob']);
    for (const [path, heading] of [
      ['/conferences', '会议'],
      [`/conferences/${board.id}`, '手机上的董事会'],
      ['/settings/appearance', '设置'],
      ['/settings/account', '设置'],
    ] as const) {
      await page.goto(`${desk.url}${path}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await isNotTooWide(page, path);
    }
  });

  test.describe('of nobody', () => {
    test.use({ role: null });

    test('is asked in Chinese to sign in', async ({ desk, page }) => {
      await page.goto(`${desk.url}/sign-in`);
      await expect(page.getByRole('heading', { name: '登录', level: 1 })).toBeVisible();
      await expect(page).toHaveTitle('登录 · Rostrum');
      await findsNothing(page, 'the way in');
    });
  });
});

/** The text of every script that the page loads from now on. */
function hearScripts(page: Page): Promise<string>[] {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script';
    if (isScript) scripts.push(response.text().catch(() => ''));
  });
  return scripts;
}
