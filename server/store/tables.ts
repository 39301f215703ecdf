import type { GeneratedAlways } from 'kysely';

// Times are microseconds, flags 0 or 1, JSON is text: the same on both engines.

interface DeliveryTable {
  number: GeneratedAlways<number>;
  id: string;
  received_at: number;
  verdict: string;
  event_id: string | null;
  event_type: string | null;
  occurred_at: number | null;
  connection_id: string | null;
  attempt: number | null;
  latency_ms: number;
  bytes: number;
  detail: string | null;
  body: string | null;
}

interface StreamTable {
  id: GeneratedAlways<number>;
  name: string;
  kind: string;
  seq: number;
  is_live: number;
  /** When it ended (or, unknown, when it was saved as ended); null while it is live. */
  idle_since: number | null;
  title: string | null;
  /** The title in lower case, for searching. */
  title_folded: string | null;
  started_at: number | null;
  ended_at: number | null;
  /** The list's row as JSON; null where there is no summary. */
  summary_row: string | null;
}

/** Beside `stream` and not in it: an event must not rewrite a large state. */
interface SnapshotTable {
  stream_id: number;
  seq: number;
  version: number;
  state: string;
}

interface EventTable {
  stream_id: number;
  seq: number;
  id: string;
  version: number;
  type: string;
  source: string;
  actor: string | null;
  command_id: string | null;
  occurred_at: number | null;
  received_at: number;
  data: string;
}

interface CommandTable {
  command_id: string;
  actor: string;
  body_hash: string;
  stream: string;
  state: string;
  event_seqs: string;
  created_at: number;
  /** Who sent it from where, as JSON. */
  origin: string | null;
}

interface ActivityTable {
  id: string;
  at: number;
  user_id: string | null;
  user_name: string | null;
  /** The name in lower case, for searching. */
  who: string | null;
  role: string | null;
  action: string;
  conference_id: string | null;
  conference_name: string | null;
  target: string | null;
  outcome: string;
  why: string | null;
  round_trip_ms: number | null;
  address: string | null;
  request_id: string | null;
  detail: string;
  /** All text in it in lower case, for searching. */
  search: string;
  /** The same with its numbers masked; null where there is none in it. */
  masked_search: string | null;
}

interface AnnouncementTable {
  id: string;
  /** The key that speaks it, 1 to 9. */
  hotkey: number;
  title: string;
  body: string;
  body_type: string;
  voice: string;
  language: string | null;
  updated_at: number;
  updated_by_id: string;
  updated_by_name: string;
}

interface InboundRuleTable {
  id: string;
  /** Empty for any other number. */
  number: string;
  /** The rule as JSON. */
  rule: string;
  updated_at: number;
  updated_by: string;
  done: number;
  last_done_at: number | null;
  failed: number;
  /** As JSON. */
  last_failure: string | null;
}

interface RelayTable {
  id: number;
  mark: string;
  address: string;
  is_on: number;
  updated_at: number | null;
  /** Who changed it last, as JSON. */
  updated_by: string | null;
  since: number | null;
  forwarded: number;
  /** Counts by reason, as JSON. */
  given_up: string;
  /** The last answers as JSON, the newest first. */
  answers: string;
}

interface RelayWebhookTable {
  number: GeneratedAlways<number>;
  delivery_id: string;
  received_at: number;
  lane: string;
  /** The headers that go with it, as JSON. */
  headers: string;
  /** Base64 of its bytes where the delivery's text is not they; null where it is. */
  raw: string | null;
  expires_at: number;
  due_at: number;
  tries: number;
}

interface AlertTable {
  id: string;
  /** The queue and the measure while it is open, so that there is one at a time; null once it is resolved. */
  open_key: string | null;
  queue: string;
  measure: string;
  level: string;
  worst: string;
  value: number;
  threshold: number;
  raised_at: number;
  escalated_at: number | null;
  warning_calm_since: number | null;
  critical_calm_since: number | null;
  acknowledged_at: number | null;
  acknowledged_by_id: string | null;
  acknowledged_by_name: string | null;
  resolved_at: number | null;
  told: number;
}

interface QueueTargetTable {
  /** Empty for those of all queues that have none of their own. */
  queue: string;
  /** JSON. */
  targets: string;
  updated_at: number;
  updated_by_id: string;
  updated_by_name: string;
}

interface WallboardTable {
  id: string;
  name: string;
  /** JSON; null for all there are. */
  queues: string | null;
  conferences: string | null;
  tiles: number;
  rotate_seconds: number;
  token_hash: string;
  updated_at: number;
  updated_by_id: string;
  updated_by_name: string;
}

/** One row at most. */
interface AlertWebhookTable {
  id: number;
  url: string;
  /** Sealed with the secret of the installation. */
  sealed_secret: string;
  updated_at: number;
  updated_by_id: string;
  updated_by_name: string;
  last_at: number | null;
  last_status: number | null;
  last_problem: string | null;
}

interface RecordingTable {
  id: string;
  source: string;
  conference_id: string | null;
  conference_name: string | null;
  call_control_id: string | null;
  call_leg_id: string | null;
  call_session_id: string | null;
  connection_id: string | null;
  from_number: string | null;
  to_number: string | null;
  queue: string | null;
  format: string | null;
  channels: string | null;
  started_at: number | null;
  ended_at: number | null;
  duration_ms: number | null;
  /** When it began, or was heard of where nobody knows. */
  sort_at: number;
  heard_at: number;
  is_found: number;
  state: string;
  bytes: number | null;
  done_bytes: number;
  tries: number;
  next_try_at: number | null;
  problem: string | null;
  sha256: string | null;
  archived_at: number | null;
  storage_key: string | null;
  link_etag: string | null;
  is_held: number;
  /** Who put it under hold, when and why, as JSON. */
  hold: string | null;
  /** Who deleted it, when and why, as JSON. */
  deletion: string | null;
  changed_at: number;
  /** Names, numbers and ids in lower case, for searching. */
  search: string;
}

/** Beside `recording` and not in it: a list must not read them. */
interface RecordingPeaksTable {
  recording_id: string;
  /** JSON. */
  peaks: string;
}

interface RecordingNoteTable {
  id: string;
  recording_id: string;
  at_ms: number;
  body: string;
  by_id: string;
  by_name: string;
  at: number;
}

interface RecordingLinkTable {
  id: string;
  kind: string;
  token_hash: string;
  /** JSON. */
  recording_ids: string;
  /** The one that is shared; null for a ZIP. */
  recording_id: string | null;
  by_id: string;
  by_name: string;
  at: number;
  expires_at: number;
  may_download: number;
  /** Who revoked it and when, as JSON. */
  revoked: string | null;
  opened: number;
  last_opened_at: number | null;
}

interface RetentionRuleTable {
  id: string;
  /** What it is about, one rule for each: its kind and its name in lower case. */
  subject: string;
  kind: string;
  name: string | null;
  /** Null: for ever. */
  days: number | null;
  updated_at: number;
  updated_by_id: string;
  updated_by_name: string;
}

interface JobTable {
  kind: string;
  key: string;
  body: string;
  priority: number;
  due_at: number;
  tries: number;
  leased_until: number | null;
  /** The process that has the lease. */
  leased_by: string | null;
  /** When it is due again, if it was asked for while leased. */
  asked_due_at: number | null;
}

interface QueueSampleTable {
  queue: string;
  /** The stretch of time that a row stands for: it keeps the most of each. */
  every_secs: number;
  at: number;
  depth: number;
  longest: number;
  average: number;
}

interface QueueWaitTable {
  queue: string;
  call_control_id: string;
  enqueued_at: number;
  ended_at: number;
  waited: number;
  outcome: string;
  reason: string | null;
}

/** The database as Kysely sees it. */
export interface Tables {
  delivery: DeliveryTable;
  event_source: { id: string; received_at: number };
  stream: StreamTable;
  snapshot: SnapshotTable;
  event: EventTable;
  command: CommandTable;
  activity: ActivityTable;
  announcement: AnnouncementTable;
  inbound_rule: InboundRuleTable;
  relay: RelayTable;
  relay_webhook: RelayWebhookTable;
  /** E.164 or a SIP address, for each account that keeps one. */
  supervisor_phone: { user_id: string; address: string };
  alert: AlertTable;
  queue_target: QueueTargetTable;
  alert_webhook: AlertWebhookTable;
  wallboard: WallboardTable;
  recording: RecordingTable;
  recording_peaks: RecordingPeaksTable;
  recording_note: RecordingNoteTable;
  recording_link: RecordingLinkTable;
  retention_rule: RetentionRuleTable;
  job: JobTable;
  queue_sample: QueueSampleTable;
  queue_wait: QueueWaitTable;
  setting: { name: string; value: string };
}
