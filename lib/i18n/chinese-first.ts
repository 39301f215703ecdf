import { common } from './messages/zh-CN/common';
import { desk } from './messages/zh-CN/desk';
import { problems } from './messages/zh-CN/problems';
import { roles } from './messages/zh-CN/roles';
import { shell } from './messages/zh-CN/shell';
import type { FirstMessages } from './messages';
import type { Translation } from './translation';

const translation: Translation<FirstMessages> = {
  common,
  desk,
  problems,
  roles,
  shell,
};

/** The Simplified Chinese of what a desk and the list of conferences need at once. */
// The types name the English sentences; that the arguments are the same is for a test to say.
export const chineseFirst = translation as FirstMessages;
