import { writeFileSync } from 'node:fs';
import { readmeFile, writtenReadme } from './readme';

// `npm run operations`: writes the table of operations into the README.
writeFileSync(readmeFile, await writtenReadme());
