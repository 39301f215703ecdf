const fields = {
  name: {
    label: 'Name',
    help: 'What you call it; callers never see it.',
    wrong: 'Give it a name of up to 255 characters.',
  },
  webhookUrl: {
    label: 'Webhook URL',
    help: 'Where the carrier tells of its calls. It checks the certificate of an https address.',
    wrong: 'Give an address that begins with https:// or http://.',
  },
  failoverUrl: {
    label: 'Failover URL',
    help: 'Where webhooks go when the first address does not take them. Empty: nowhere.',
    wrong: 'Give an address that begins with https:// or http:// and is not the first one.',
  },
  apiVersion: {
    label: 'Webhook API version',
    help: 'Rostrum reads version 2 only; the carrier’s own default is 1.',
    wrong: 'Choose version 2, or 1 for programs that cannot read 2.',
  },
  webhookTimeoutSecs: {
    label: 'Webhook timeout, seconds',
    help: '0 to 30: so long the carrier waits for an answer to a webhook. Empty: as long as it does by itself.',
    wrong: 'Give 0 to 30 whole seconds, or nothing.',
  },
  isActive: {
    label: 'Active',
    help: 'Switched off, it takes no calls and dials none.',
    wrong: 'Switch it on or off.',
  },
  anchorSite: {
    label: 'Media site',
    help: 'Where the carrier handles the sound of its calls.',
    wrong: 'Choose one of the sites.',
  },
  dtmfType: {
    label: 'Digits are sent as',
    help: 'Digits that come in are taken in every form.',
    wrong: 'Choose one of the forms.',
  },
  firstCommandTimeout: {
    label: 'Hang up calls that get no command',
    help: 'Inbound calls that no program answers, queues or rejects in time are hung up.',
    wrong: 'Switch it on or off.',
  },
  firstCommandTimeoutSecs: {
    label: 'First-command timeout, seconds',
    help: 'How long such a call waits, where that is switched on; 30 unless told otherwise.',
    wrong: 'Give whole seconds, 1 or more.',
  },
  callCostInWebhooks: {
    label: 'Send what calls cost',
    help: 'Turns on the webhook call.cost.',
    wrong: 'Switch it on or off.',
  },
  redactDtmf: {
    label: 'Hide digits in the carrier’s debug logs',
    help: 'For digits that are secrets, such as PINs.',
    wrong: 'Switch it on or off.',
  },
  inboundChannelLimit: {
    label: 'Inbound calls at once',
    help: 'Empty: no limit of its own.',
    wrong: 'Give a whole number, 1 or more, or nothing.',
  },
  shakenStir: {
    label: 'Tell whether caller ids are attested',
    help: 'Adds the SHAKEN/STIR data of inbound calls to their webhooks.',
    wrong: 'Switch it on or off.',
  },
  sipSubdomain: {
    label: 'SIP subdomain',
    help: 'The part before .sip.telnyx.com at which SIP endpoints can call it. Empty: none.',
    wrong: 'Give letters, digits and dashes, 63 at most.',
  },
  sipSubdomainCallers: {
    label: 'Who may call the subdomain',
    help: 'From any SIP endpoint of the internet, or only from connections of this account.',
    wrong: 'Choose one of the two.',
  },
  outboundChannelLimit: {
    label: 'Outbound calls at once',
    help: 'Empty: no limit of its own.',
    wrong: 'Give a whole number, 1 or more, or nothing.',
  },
  voiceProfileId: {
    label: 'Outbound voice profile',
    help: 'The id the portal shows for it, a long number. Without one it cannot dial.',
    wrong: 'Give the long number the portal shows as the id of the voice profile.',
  },
} as const;

export const carrier = {
  title: 'The application Rostrum works with',
  about:
    'Calls and their webhooks belong to a call control application of the carrier. Which one is ours stands in TELNYX_CONNECTION_ID.',
  checks: 'Checks',
  loading: 'Loading the application',
  edit: 'Edit',
  tones: { live: 'right', neutral: 'note', warn: 'look here', bad: 'wrong' },
  application: {
    title: 'Application',
    known: '{name}, {id}. The carrier knows it and accepts our API key.',
    notConfigured:
      'None is configured. Rostrum hears every application of the account that sends here, but cannot call anybody. Set TELNYX_CONNECTION_ID to the id of one below and restart.',
    gone: 'The carrier has no application {id}. Set TELNYX_CONNECTION_ID to the id of one below and restart.',
  },
  titles: {
    webhookUrl: 'Webhook URL',
    apiVersion: 'Webhook API version',
    isActive: 'Active',
    failoverUrl: 'Failover URL',
    firstCommand: 'First-command timeout',
  },
  verdicts: {
    webhookUrl: {
      right: 'Webhooks come here: {url}',
      wrong: 'Webhooks go to {url}. Here they would come to {expected}',
      unknown:
        'Webhooks go to {url}. Whether that is here Rostrum cannot tell: set PUBLIC_URL to the address people use, and restart.',
    },
    apiVersion: {
      right: 'Version 2, which Rostrum reads.',
      wrong: 'Version {version}. Rostrum keeps such webhooks, but can read version 2 only.',
    },
    isActive: {
      right: 'It takes calls and may dial.',
      wrong: 'It is switched off: no calls come in and none can be dialled.',
    },
    failoverUrl: {
      on: 'Webhooks that do not arrive here go to {url}',
      off: 'None. Webhooks that do not arrive here are sent again, and then lost.',
    },
    firstCommand: {
      on: 'On. Inbound calls that get no command are hung up after {seconds, number} s: callers do not wait longer unless a rule answers them.',
      off: 'Off. Inbound calls ring until somebody answers or the caller gives up.',
    },
  },
  fixes: {
    webhookUrl: 'Send them here…',
    apiVersion: 'Set version 2…',
    isActive: 'Switch on…',
  },
  key: {
    title: 'Signing key',
    none: 'No verified webhook yet. The carrier has no test delivery: call a number of this application, or start a rehearsal, and it shows here within seconds.',
    last: 'Proved by the last verified webhook, {age} ago ({at}): {type},',
    noType: 'of no known type',
    from: 'from this application, {id}.',
    fromOther: 'from another application, {id}.',
    fromNobody: 'from an application that it does not name.',
    version1: 'It is of version 1, which Rostrum cannot read.',
    unreadable: 'It was signed rightly, but Rostrum cannot read it.',
    deliveries: 'See deliveries',
  },
  list: {
    title: 'All applications',
    search: 'Search by name',
    clear: 'Clear the search',
    short: 'Type {count, number} characters or more.',
    add: 'New application',
    loading: 'Loading applications',
    error: 'The applications could not be loaded.',
    none: 'The account has no application yet.',
    noneAbout: 'Make one, and give it your numbers in the carrier’s portal.',
    noneFound: 'No application has such a name.',
    columns: { name: 'Name', webhookUrl: 'Webhook URL', state: 'State', actions: 'Actions' },
    ours: 'ours',
    active: 'active',
    inactive: 'off',
    version: 'version {version}',
    edit: 'Edit {name}',
    delete: 'Delete {name}',
  },
  delete: {
    title: 'Delete {name}?',
    about:
      'The carrier deletes it for good. Numbers that belong to it lose it: calls to them reach nobody, and programs that use it cannot dial.',
    comesHere: 'Its webhooks come to this Rostrum.',
    submit: 'Delete',
    done: '{name} is deleted',
  },
  dialog: {
    addTitle: 'New application',
    editTitle: 'Edit {name}',
    proposed: 'What has to be otherwise is filled in. Look at it and save.',
    changed: 'Filled in anew.',
    useOurs: 'Send webhooks to this Rostrum',
    save: 'Save',
    done: '{name} is saved',
    groups: {
      webhooks: 'Webhooks',
      calls: 'Calls',
      inbound: 'Inbound calls',
      outbound: 'Outbound calls',
    },
    values: {
      version1: '1, the old one',
      version2: '2',
      nearest: 'the nearest',
      anyone: 'anyone',
      ownConnections: 'only connections of this account',
    },
    fields,
  },
  troubles: {
    fields: 'Some fields are not as they should be; each says what is right.',
    refused: 'The carrier refused: {detail}',
    unknown:
      'The carrier did not answer, and a read does not show it. Look at the list before you try again.',
    gone: 'The carrier has no such application any more.',
  },
} as const;
