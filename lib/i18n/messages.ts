import { actions } from './messages/en/actions';
import { activity } from './messages/en/activity';
import { commands } from './messages/en/commands';
import { common } from './messages/en/common';
import { conferences } from './messages/en/conferences';
import { creation } from './messages/en/creation';
import { desk } from './messages/en/desk';
import { forms } from './messages/en/forms';
import { problems } from './messages/en/problems';
import { rehearsal } from './messages/en/rehearsal';
import { report } from './messages/en/report';
import { roles } from './messages/en/roles';
import { settings } from './messages/en/settings';
import { shell } from './messages/en/shell';
import { signIn } from './messages/en/sign-in';
import { welcome } from './messages/en/welcome';
import type { Locale } from './locale';

/** Every sentence of the page in English. */
export const english = {
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

/** Every sentence of the page in one language, with the keys and arguments of the English ones. */
export type Messages = typeof english;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
