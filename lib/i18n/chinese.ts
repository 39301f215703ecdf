import { chineseFirst } from './chinese-first';
import { chineseLater } from './chinese-later';
import type { Messages } from './messages';

/** Every sentence of the page in Simplified Chinese. */
export const chinese: Messages = { ...chineseFirst, ...chineseLater };
