import { common } from './messages/en/common';
import { desk } from './messages/en/desk';
import { problems } from './messages/en/problems';
import { roles } from './messages/en/roles';
import { shell } from './messages/en/shell';

/** The English sentences that a desk and the list of conferences need at once. */
export const englishFirst = {
  common,
  desk,
  problems,
  roles,
  shell,
};
