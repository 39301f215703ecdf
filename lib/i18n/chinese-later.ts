import { actions } from './messages/zh-CN/actions';
import { activity } from './messages/zh-CN/activity';
import { alertList } from './messages/zh-CN/alert-list';
import { alerts } from './messages/zh-CN/alerts';
import { calls } from './messages/zh-CN/calls';
import { commands } from './messages/zh-CN/commands';
import { conferences } from './messages/zh-CN/conferences';
import { creation } from './messages/zh-CN/creation';
import { deskForms } from './messages/zh-CN/desk-forms';
import { forms } from './messages/zh-CN/forms';
import { queues } from './messages/zh-CN/queues';
import { recordings } from './messages/zh-CN/recordings';
import { refusals } from './messages/zh-CN/refusals';
import { rehearsal } from './messages/zh-CN/rehearsal';
import { report } from './messages/zh-CN/report';
import { rights } from './messages/zh-CN/rights';
import { settings } from './messages/zh-CN/settings';
import { signIn } from './messages/zh-CN/sign-in';
import { supervision } from './messages/zh-CN/supervision';
import { troubles } from './messages/zh-CN/troubles';
import { wallboard } from './messages/zh-CN/wallboard';
import { welcome } from './messages/zh-CN/welcome';
import type { LaterMessages } from './messages';
import type { Translation } from './translation';

const translation: Translation<LaterMessages> = {
  actions,
  activity,
  alertList,
  alerts,
  calls,
  commands,
  conferences,
  creation,
  deskForms,
  forms,
  queues,
  recordings,
  refusals,
  rehearsal,
  report,
  rights,
  settings,
  signIn,
  supervision,
  troubles,
  wallboard,
  welcome,
};

/** The Simplified Chinese of the other pages and of forms that are opened. */
// The types name the English sentences; that the arguments are the same is for a test to say.
export const chineseLater = translation as LaterMessages;
