// @ts-check
import { prepareBuild } from './prepare.mjs';
import { exitWith } from './run.mjs';

await prepareBuild().catch(exitWith);
