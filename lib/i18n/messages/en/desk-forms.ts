/** The words of the forms of the Desk, which are loaded when one is opened. */
export const deskForms = {
  wayIn: {
    label: 'Who comes in',
    invite: 'People to call',
    join: 'Live calls',
  },
  invite: {
    title: 'Invite people',
    about: 'Rostrum calls each number and brings whoever answers into the conference.',
    numbers: 'Numbers',
    numbersHint:
      'One a line, as +, country code and digits, with a name if you like: +1 312 555 0142, Priya. At most {most, number}.',
    noNumbers: 'Write at least one number, such as +13125550142.',
    wrong:
      'Line {line, number}: “{text}” is no number. Write +, country code and digits: +13125550142.',
    repeated:
      'Line {line, number}: {text} stands in line {first, number} already. Take one of them out.',
    longLabel: 'Line {line, number}: the name of {text} is longer than {most, number} characters.',
    moreTroubles: '{count, plural, one {# more line is wrong.} other {# more lines are wrong.}}',
    tooMany:
      'At most {most, number} numbers at once. Take {count, plural, one {# line} other {# lines}} out and invite them afterwards.',
    from: 'Caller id',
    fromHint: 'One of your own numbers; this is what those called see.',
    fromWrong: 'Write one of your numbers as +, country code and digits: +13125550100.',
    call: '{count, plural, =0 {Call} one {Call # number} other {Call # numbers}}',
    close: 'Close',
    list: 'Who was invited',
    summary:
      '{count, plural, one {# invited} other {# invited}}, {joined, number} joined{failed, plural, =0 {} other {, # not reached}}',
    retry: '{count, plural, one {Call this one again} other {Call these # again}}',
    phase: {
      waiting: 'Waiting',
      dialling: 'Calling…',
      answered: 'Answered',
      joined: 'Joined',
      busy: 'Busy',
      failed: 'Failed',
    },
    reasons: {
      timeout: 'Nobody answered.',
      'no-answer': 'Nobody answered.',
      call_rejected: 'The call was rejected.',
      normal_clearing: 'They hung up before they came in.',
      originator_cancel: 'The call was taken back.',
      not_found: 'There is no such number.',
      unspecified: 'The carrier gave no reason.',
      'conference-ended': 'The conference had ended.',
      'outcome-unknown': 'Nobody knows whether the call was made.',
      'not-carried-out': 'They answered, and could not be brought in.',
    },
  },
  ask: {
    forEveryone: 'To everybody in the conference.',
    forPeople: '{count, plural, one {{name}} other {# people}}',
    sent: 'Asked',
    forCalls: 'Calls that are up join this conference at once.',
    unreported: 'The carrier took it. It does not report what becomes of it.',
    announcements: 'Saved announcements',
    participants: {
      join: { title: 'Bring in a live call', send: 'Bring in' },
      hold: { title: 'Hold with audio', send: 'Hold' },
      setRole: { title: 'Role', send: 'Set the role' },
      update: { title: 'On coming and leaving', send: 'Change' },
    },
    audio: {
      play: { title: 'Play audio', send: 'Play' },
      speak: { title: 'Speak', send: 'Speak' },
    },
    digits: {
      send: { title: 'Send DTMF', send: 'Send' },
      gather: { title: 'Ask for digits', send: 'Ask' },
    },
    recording: { start: { title: 'Start recording', send: 'Start recording' } },
    conference: {
      setRegion: { title: 'Region of the conference', send: 'Set the region' },
      setLobby: { title: 'Lobby of the conference', send: 'Set the lobby' },
    },
  },
  confirm: {
    cancel: 'Cancel',
    endTitle: 'End this conference?',
    endText:
      '{count, plural, =0 {Nobody is in it now.} one {Hangs up # person.} other {Hangs up # people.}} It cannot be undone, and the conference cannot be started again.',
    end: '{count, plural, =0 {End it} one {End it for # person} other {End it for # people}}',
    removeTitle: '{count, plural, one {Remove {name}?} other {Remove # people?}}',
    removeText:
      '{count, plural, one {{name} leaves the conference; the call itself goes on.} other {# people leave the conference; their calls go on.}}',
    remove: '{count, plural, one {Remove} other {Remove # people}}',
    hangUpTitle: '{count, plural, one {Hang up on {name}?} other {Hang up on # people?}}',
    hangUpText:
      '{count, plural, one {Ends the call of {name}.} other {Ends the calls of # people.}} They have to call again to come back.',
    hangUp: '{count, plural, one {Hang up} other {Hang up on # people}}',
    endsConference:
      '{count, plural, one {The conference ends when this person leaves.} other {The conference ends when # of them leave.}}',
  },
} as const;
