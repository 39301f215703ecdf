import { type Random } from '../engine/random';

/** Somebody who calls in; the name is empty when the network shows none. */
export interface Person {
  readonly name: string;
  /** E.164, or a SIP URI. */
  readonly number: string;
}

/** Given and family names that go together. */
const names: readonly (readonly [given: string, family: string])[] = [
  [
    'Amara Chidi Ngozi Emeka Adaeze Obinna Ifeoma Kelechi',
    'Okafor Eze Nwosu Adeyemi Balogun Onyekachi Obi Chukwu',
  ],
  [
    'Priya Arjun Ananya Rohan Meera Vikram Kavya Sanjay',
    'Sharma Iyer Patel Reddy Nair Banerjee Gupta Menon',
  ],
  [
    'Sofía Mateo Valentina Diego Camila Javier Lucía Andrés',
    'García Hernández Torres Castillo Rojas Mendoza Vargas Ortega',
  ],
  [
    'Grace Owen Charlotte Marcus Abigail Theo Hannah Isaac',
    'Whitfield Bennett Sinclair Hughes Calloway Mercer Doyle Ashworth',
  ],
  [
    'Yuki Haruto Sakura Kenji Aiko Daichi Naomi Ren',
    'Tanaka Watanabe Kobayashi Nakamura Yoshida Mori Fujita Ishikawa',
  ],
  [
    'Lena Jonas Katharina Felix Annika Moritz Clara Lukas',
    'Schneider Hoffmann Vogel Krüger Brandt Lindner Seidel Winkler',
  ],
  [
    'Camille Antoine Élodie Julien Margaux Théo Inès Bastien',
    'Moreau Lefèvre Girard Bonnet Fontaine Mercier Chevalier Roussel',
  ],
  [
    'Fatima Omar Layla Yusuf Noor Karim Salma Hassan',
    'Haddad Mansour Khalil Nasser Farouk Saleh Aziz Rahman',
  ],
  ['Mei Wei Xin Jun Lian Hao Ying Bo', 'Chen Liu Zhang Huang Lin Zhao Wu Guo'],
  [
    'Agnieszka Piotr Zofia Marek Kasia Tomasz Ewa Wojciech',
    'Kowalski Nowak Wiśniewski Zieliński Lewandowski Dąbrowski Król Mazur',
  ],
  [
    'Thandiwe Sipho Lerato Kagiso Naledi Themba Zanele Bongani',
    'Dlamini Nkosi Mokoena Khumalo Zulu Molefe Ndlovu Sithole',
  ],
  [
    'Saoirse Declan Niamh Cormac Aoife Fergus Róisín Eoin',
    'Gallagher Brennan Kavanagh Nolan Quinn Byrne Sheehan Moran',
  ],
  [
    'Astrid Erik Freya Magnus Ingrid Lars Sigrid Nils',
    'Lindqvist Bergström Holm Nyström Dahl Ekström Sjöberg Forsberg',
  ],
];

/** Ranges kept for fiction, country by country; `#` is a digit. */
const ranges = [
  '+1212555010#',
  '+1312555012#',
  '+1415555013#',
  '+1617555014#',
  '+1604555015#',
  '+4420794601##',
  '+4477009002##',
  '+353155501##',
  '+61255501###',
  '+614915701##',
  '+331990012##',
  '+4930231251##',
  '+4684650041#',
] as const;

const UNNAMED_SHARE = 0.1;

function allNames(): string[] {
  return names.flatMap(([given, family]) => {
    const families = family.split(' ');
    return given.split(' ').map((each, at) => `${each} ${families[at] ?? ''}`);
  });
}

function crossNames(random: Random): string[] {
  return names.flatMap(([given, family]) =>
    random
      .shuffled(given.split(' '))
      .map((each, at) => `${each} ${family.split(' ').at(-1 - at) ?? ''}`),
  );
}

function numberFor(random: Random, taken: Set<string>): string {
  for (;;) {
    const digits = random.pick(ranges).replace(/#/g, () => String(random.below(10)));
    if (!taken.has(digits)) {
      taken.add(digits);
      return digits;
    }
  }
}

/** People of many countries, all different; some without a name, the last on a SIP phone. */
export function inventPeople(random: Random, count: number): Person[] {
  const pool = [...new Set([...random.shuffled(allNames()), ...crossNames(random)])];
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const name = pool[at % pool.length] ?? '';
    if (at === count - 1) return { name, number: `sip:${sipUser(name)}@phones.example.com` };
    // The first few are the speakers: a town hall whose host has no name looks broken.
    const isUnnamed = at > 5 && random.chance(UNNAMED_SHARE);
    return { name: isUnnamed ? '' : name, number: numberFor(random, taken) };
  });
}

const sipUser = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replace(/ +/g, '.');
