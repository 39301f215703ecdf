import { actions } from './messages/en/actions';
import { activity } from './messages/en/activity';
import { alertList } from './messages/en/alert-list';
import { alerts } from './messages/en/alerts';
import { calls } from './messages/en/calls';
import { commands } from './messages/en/commands';
import { conferences } from './messages/en/conferences';
import { creation } from './messages/en/creation';
import { deskForms } from './messages/en/desk-forms';
import { forms } from './messages/en/forms';
import { queues } from './messages/en/queues';
import { recordings } from './messages/en/recordings';
import { refusals } from './messages/en/refusals';
import { rehearsal } from './messages/en/rehearsal';
import { report } from './messages/en/report';
import { rights } from './messages/en/rights';
import { settings } from './messages/en/settings';
import { signIn } from './messages/en/sign-in';
import { supervision } from './messages/en/supervision';
import { troubles } from './messages/en/troubles';
import { wallboard } from './messages/en/wallboard';
import { welcome } from './messages/en/welcome';

/** The other English sentences: of the other pages, and of forms that are opened. */
export const englishLater = {
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
