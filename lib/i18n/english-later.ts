import { actions } from './messages/en/actions';
import { activity } from './messages/en/activity';
import { alertList } from './messages/en/alert-list';
import { calls } from './messages/en/calls';
import { commands } from './messages/en/commands';
import { conferences } from './messages/en/conferences';
import { creation } from './messages/en/creation';
import { deskForms } from './messages/en/desk-forms';
import { forms } from './messages/en/forms';
import { queues } from './messages/en/queues';
import { rehearsal } from './messages/en/rehearsal';
import { report } from './messages/en/report';
import { settings } from './messages/en/settings';
import { signIn } from './messages/en/sign-in';
import { supervision } from './messages/en/supervision';
import { wallboard } from './messages/en/wallboard';
import { welcome } from './messages/en/welcome';

/** The other English sentences: of the other pages, and of forms that are opened. */
export const englishLater = {
  actions,
  activity,
  alertList,
  calls,
  commands,
  conferences,
  creation,
  deskForms,
  forms,
  queues,
  rehearsal,
  report,
  settings,
  signIn,
  supervision,
  wallboard,
  welcome,
};
