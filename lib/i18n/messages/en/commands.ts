/** What each field of a command is called, and what to put there; limits stand in the forms. */
const fields = {
  legs: { label: 'Who', help: 'Choose people in the list, or everybody where that is offered.' },
  audioUrl: {
    label: 'Audio link',
    help: 'A link to a WAV or MP3 file that the carrier can reach. A link or a file, not both.',
  },
  mediaName: { label: 'Audio file', help: 'A WAV or MP3 file of the media library.' },
  mute: { label: 'Muted', help: 'They come in muted: they hear and are not heard.' },
  hold: { label: 'On hold', help: 'They come in on hold: they hear only the hold audio.' },
  role: {
    label: 'Role',
    help: 'Monitor only listens; whisper is heard only by those you choose; barge speaks to all.',
  },
  whisperTo: {
    label: 'Heard by',
    help: 'Who hears somebody that whispers. With nobody chosen they only listen.',
  },
  beep: { label: 'Beep', help: 'When a beep tells the others of a coming or a going.' },
  endConferenceOnExit: {
    label: 'Ends the conference by leaving',
    help: 'When they leave, the conference ends and everybody is disconnected.',
  },
  softEndConferenceOnExit: {
    label: 'Closes the conference by leaving',
    help: 'When they leave, nobody else can join; those who are in may stay.',
  },
  startConferenceOnEnter: {
    label: 'Starts the conference by joining',
    help: 'A conference that waits for its host begins when they come in.',
  },
  clientState: {
    label: 'Client state',
    help: 'A text that comes back in later webhooks. Only for calls that Rostrum dialled.',
  },
  numbers: {
    label: 'Numbers',
    help: 'One number a line, as +, country code and digits: +13125550100. At most 100 at once.',
  },
  from: { label: 'Call from', help: 'One of your own numbers: what those you call will see.' },
  fromDisplayName: { label: 'Caller name', help: 'The name shown beside the number, if any.' },
  timeoutSecs: { label: 'Ring for (seconds)', help: 'How long it rings before it is given up.' },
  timeLimitSecs: { label: 'Longest call (seconds)', help: 'The call is ended after so long.' },
  label: { label: 'Name', help: 'What everybody at the desk sees. The carrier is not told.' },
  note: { label: 'Note', help: 'A remark for everybody at the desk. The carrier is not told.' },
  isHost: {
    label: 'Host',
    help: 'Rostrum’s own mark: hosts are left out of “mute all”. The carrier is not told.',
  },
  loop: { label: 'Times', help: 'How often it is played, or without end until you stop it.' },
  payload: { label: 'Text', help: 'What is to be said, as plain text or SSML.' },
  payloadType: { label: 'Written as', help: 'SSML lets you set pauses and stress.' },
  voice: { label: 'Voice', help: 'Who speaks: provider, model and voice.' },
  language: { label: 'Language', help: 'The language it is spoken in. Some voices know it alone.' },
  voiceSettings: { label: 'Voice settings', help: 'Speed and the like; they differ by provider.' },
  digits: {
    label: 'Digits',
    help: 'Digits, A to D, * and #. A w waits half a second, a W a whole one.',
  },
  durationMillis: { label: 'Length of a tone (ms)', help: 'How long each tone lasts.' },
  minimumDigits: { label: 'Fewest digits', help: 'Fewer count as no answer.' },
  maximumDigits: { label: 'Most digits', help: 'After so many the answer is complete.' },
  maximumTries: { label: 'Tries', help: 'How often the question is asked.' },
  timeoutMillis: { label: 'Time to answer (ms)', help: 'How long the whole answer may take.' },
  initialTimeoutMillis: {
    label: 'Time to the first digit (ms)',
    help: 'How long to wait until they begin.',
  },
  interDigitTimeoutMillis: {
    label: 'Time between digits (ms)',
    help: 'After so long without another digit the answer is complete.',
  },
  terminatingDigit: { label: 'Ends with', help: 'The key that completes the answer.' },
  validDigits: { label: 'Keys that count', help: 'Other keys are ignored.' },
  stopPlaybackOnDtmf: {
    label: 'A key stops the question',
    help: 'The audio ends as soon as they press something.',
  },
  invalidAudioUrl: {
    label: 'Link after a wrong answer',
    help: 'A WAV or MP3 file that is played when the answer was not valid.',
  },
  invalidMediaName: {
    label: 'File after a wrong answer',
    help: 'A file of the media library that is played when the answer was not valid.',
  },
  gatherId: { label: 'Name of the question', help: 'To tell its answer from others.' },
  format: { label: 'Format', help: 'MP3 is small, WAV is whole.' },
  channels: {
    label: 'Channels',
    help: 'Dual keeps the one who made the conference apart from the others.',
  },
  playBeep: { label: 'Beep at the start', help: 'Everybody hears that recording begins.' },
  trimSilence: { label: 'Cut silence', help: 'Silence at both ends is cut off.' },
  fileName: { label: 'File name', help: 'The carrier adds the time to it.' },
  recordingId: { label: 'Recording', help: 'Which one, by its id. Left out: the one that runs.' },
  isOn: { label: 'Mute on entry', help: 'Whoever joins from now on is muted, hosts left out.' },
  queue: { label: 'Lobby', help: 'The queue whose callers wait for this conference.' },
  region: {
    label: 'Region',
    help: 'Where the conference is held. Left out: your account’s own region.',
  },
  name: { label: 'Name', help: 'No other live conference of your account may have it.' },
  callControlId: {
    label: 'Live call',
    help: 'The call that opens the conference and is its host.',
  },
  to: { label: 'Call', help: 'Who is called first: the conference is made when they answer.' },
  startConferenceOnCreate: {
    label: 'Start now',
    help: 'Otherwise everybody waits on hold until a host comes in.',
  },
  holdAudioUrl: {
    label: 'Link while it waits',
    help: 'A WAV or MP3 file that everybody hears until the conference starts.',
  },
  holdMediaName: {
    label: 'File while it waits',
    help: 'A file of the media library that everybody hears until the conference starts.',
  },
  comfortNoise: { label: 'Comfort noise', help: 'A faint noise, so that silence is not dead.' },
  durationMinutes: {
    label: 'Longest duration (minutes)',
    help: 'It ends after so long; after four hours in any case.',
  },
  queueName: {
    label: 'Name',
    help: 'Call flows name it so, capitals and all. It cannot be renamed.',
  },
  maxSize: { label: 'Most callers', help: 'Nobody else comes in beyond it.' },
  conferenceId: { label: 'Conference', help: 'Where they are let in.' },
  transferTo: {
    label: 'Transfer to',
    help: 'A number as +, country code and digits, or a SIP address. It rings there at once.',
  },
  transferFrom: {
    label: 'Call from',
    help: 'What is shown there. Left out: the number that the caller had called.',
  },
  answeredCall: {
    label: 'Connect with',
    help: 'A call that is up and stands in no conference and no queue.',
  },
  otherQueue: { label: 'Move to', help: 'They go on waiting there, at the end of the queue.' },
  keepAfterHangup: {
    label: 'Keep after hang-up',
    help: 'The place is kept when they hang up, so that somebody can call them back.',
  },
  maxWaitSecs: {
    label: 'Longest wait (seconds)',
    help: 'After so long the carrier takes them out. Left out: as long as it takes.',
  },
  dialTo: {
    label: 'Call',
    help: 'A number as +, country code and digits, or sip:name@example.com.',
  },
  otherCall: { label: 'Other call', help: 'A call that is up, in no conference and no queue.' },
  nextOfQueue: {
    label: 'Queue',
    help: 'The one who waits longest. They leave the queue even where connecting fails.',
  },
  waitingQueue: { label: 'Queue', help: 'A queue that there is not yet is made.' },
  cause: { label: 'As', help: 'What the caller hears.' },
  parkAfterUnbridge: {
    label: 'Stays up when the other hangs up',
    help: 'Otherwise this call ends with the other.',
  },
  muteDtmf: {
    label: 'Keep keys from being heard',
    help: 'Whose keys the other side does not hear.',
  },
  digitsOnAnswer: {
    label: 'Keys after the answer',
    help: 'Pressed once it is answered: digits, A to D, * and #; w and W wait.',
  },
  playRingtone: {
    label: 'Ringing tone',
    help: 'This call hears ringing until the other is there.',
  },
  preventDoubleBridge: {
    label: 'Only if both are free',
    help: 'Otherwise a call that is connected is taken from whom it speaks to.',
  },
  sipAddress: {
    label: 'Refer to',
    help: 'An address such as sip:name@example.com, which the caller’s telephone calls itself.',
  },
  contentType: { label: 'Content type', help: 'What the body is, such as text/plain.' },
  body: { label: 'Body', help: 'At most 1,400 bytes.' },
  newQueueSize: { label: 'Most who fit', help: 'Only for a queue that is made by this.' },
  overlay: { label: 'Beside what is heard', help: 'Otherwise in its place.' },
  targetLegs: { label: 'Heard by', help: 'Which side of two connected calls.' },
  callRole: {
    label: 'Role',
    help: 'Monitor only listens; whisper is heard by one side; barge speaks to both.',
  },
  maxParticipants: { label: 'Most participants', help: 'Nobody else can join beyond it.' },
} as const;

/** What the values of a choice are called; languages are named by the browser. */
const options = {
  beep: { always: 'Coming and going', never: 'Never', onEnter: 'Coming', onExit: 'Going' },
  role: { none: 'Participant', monitor: 'Monitor', whisper: 'Whisper', barge: 'Barge' },
  payloadType: { text: 'Plain text', ssml: 'SSML' },
  format: { mp3: 'MP3', wav: 'WAV' },
  channels: { single: 'Single', dual: 'Dual' },
  cause: { CALL_REJECTED: 'Rejected', USER_BUSY: 'Busy' },
  muteDtmf: {
    none: 'Nobody’s',
    both: 'Those of both',
    self: 'Those of this call',
    opposite: 'Those of the other',
  },
  targetLegs: { self: 'This call', opposite: 'The other', both: 'Both' },
  region: { Australia: 'Australia', Europe: 'Europe', 'Middle East': 'Middle East', US: 'US' },
} as const;

export const commands = { fields, options };
