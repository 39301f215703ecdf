import type { Messages } from './messages';
import { actions } from './messages/zh-CN/actions';
import { activity } from './messages/zh-CN/activity';
import { commands } from './messages/zh-CN/commands';
import { common } from './messages/zh-CN/common';
import { conferences } from './messages/zh-CN/conferences';
import { creation } from './messages/zh-CN/creation';
import { desk } from './messages/zh-CN/desk';
import { forms } from './messages/zh-CN/forms';
import { problems } from './messages/zh-CN/problems';
import { rehearsal } from './messages/zh-CN/rehearsal';
import { report } from './messages/zh-CN/report';
import { roles } from './messages/zh-CN/roles';
import { settings } from './messages/zh-CN/settings';
import { shell } from './messages/zh-CN/shell';
import { signIn } from './messages/zh-CN/sign-in';
import { welcome } from './messages/zh-CN/welcome';
import type { Translation } from './translation';

const translation: Translation<Messages> = {
  actions,
  activity,
  commands,
  common,
  conferences,
  creation,
  desk,
  forms,
  problems,
  rehearsal,
  report,
  roles,
  settings,
  shell,
  signIn,
  welcome,
};

/** Every sentence of the page in Simplified Chinese. */
// The types name the English sentences; that the arguments are the same is for a test to say.
export const chinese = translation as Messages;
