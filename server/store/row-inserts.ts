import type { RowInsert } from './sql-engine';

/** Takes carrier event ids; answers those that nobody had. */
export const claimEventIds = {
  table: 'event_source',
  columns: { id: 'text', received_at: 'bigint' },
  onConflict: 'on conflict (id) do nothing',
  returning: 'id',
} as const satisfies RowInsert;

/** Makes streams that are not there yet. */
export const makeStreams = {
  table: 'stream',
  columns: { name: 'text', kind: 'text', seq: 'bigint', is_live: 'bigint' },
  onConflict: 'on conflict (name) do nothing',
} as const satisfies RowInsert;

/** Writes what is new about streams that are there; the name and kind of a stream never change. */
export const saveStreams = {
  table: 'stream',
  columns: {
    id: 'bigint',
    name: 'text',
    kind: 'text',
    seq: 'bigint',
    is_live: 'bigint',
    idle_since: 'bigint',
    title: 'text',
    title_folded: 'text',
    started_at: 'bigint',
    ended_at: 'bigint',
    summary_row: 'text',
  },
  onConflict: `on conflict (id) do update set seq = excluded.seq, is_live = excluded.is_live,
    idle_since = excluded.idle_since, title = excluded.title, title_folded = excluded.title_folded,
    started_at = excluded.started_at, ended_at = excluded.ended_at, summary_row = excluded.summary_row`,
} as const satisfies RowInsert;

/** Replaces snapshots. */
export const saveSnapshots = {
  table: 'snapshot',
  columns: { stream_id: 'bigint', seq: 'bigint', version: 'bigint', state: 'text' },
  onConflict: `on conflict (stream_id) do update set seq = excluded.seq, version = excluded.version,
    state = excluded.state`,
} as const satisfies RowInsert;

/** Adds events; a number that its stream has already is an error. */
export const insertEvents = {
  table: 'event',
  columns: {
    stream_id: 'bigint',
    seq: 'bigint',
    id: 'text',
    version: 'bigint',
    type: 'text',
    source: 'text',
    actor: 'text',
    command_id: 'text',
    occurred_at: 'bigint',
    received_at: 'bigint',
    data: 'text',
  },
} as const satisfies RowInsert;

/** Adds deliveries. */
export const insertDeliveries = {
  table: 'delivery',
  columns: {
    id: 'text',
    received_at: 'bigint',
    verdict: 'text',
    event_id: 'text',
    event_type: 'text',
    occurred_at: 'bigint',
    connection_id: 'text',
    attempt: 'bigint',
    latency_ms: 'double precision',
    bytes: 'bigint',
    detail: 'text',
    body: 'text',
  },
} as const satisfies RowInsert;

/** Adds webhooks that are to be forwarded. */
export const insertRelays = {
  table: 'relay_webhook',
  columns: {
    delivery_id: 'text',
    received_at: 'bigint',
    lane: 'text',
    headers: 'text',
    raw: 'text',
    expires_at: 'bigint',
    due_at: 'bigint',
    tries: 'bigint',
  },
} as const satisfies RowInsert;

/** Adds lines of activity. */
export const insertActivity = {
  table: 'activity',
  columns: {
    id: 'text',
    at: 'bigint',
    user_id: 'text',
    user_name: 'text',
    who: 'text',
    role: 'text',
    action: 'text',
    conference_id: 'text',
    conference_name: 'text',
    target: 'text',
    outcome: 'text',
    why: 'text',
    round_trip_ms: 'double precision',
    address: 'text',
    request_id: 'text',
    detail: 'text',
    search: 'text',
    masked_search: 'text',
  },
} as const satisfies RowInsert;

/** Adds recordings that nobody has heard of. */
export const insertRecordings = {
  table: 'recording',
  columns: {
    id: 'text',
    source: 'text',
    conference_id: 'text',
    conference_name: 'text',
    call_control_id: 'text',
    call_leg_id: 'text',
    call_session_id: 'text',
    connection_id: 'text',
    from_number: 'text',
    to_number: 'text',
    queue: 'text',
    format: 'text',
    channels: 'text',
    started_at: 'bigint',
    ended_at: 'bigint',
    duration_ms: 'bigint',
    sort_at: 'bigint',
    heard_at: 'bigint',
    is_found: 'bigint',
    state: 'text',
    done_bytes: 'bigint',
    tries: 'bigint',
    is_held: 'bigint',
    changed_at: 'bigint',
    search: 'text',
  },
  onConflict: 'on conflict (id) do nothing',
} as const satisfies RowInsert;

/** Writes a command whose id nobody has used. */
export const claimCommand = {
  table: 'command',
  columns: {
    command_id: 'text',
    actor: 'text',
    body_hash: 'text',
    stream: 'text',
    state: 'text',
    event_seqs: 'text',
    created_at: 'bigint',
    origin: 'text',
  },
  onConflict: 'on conflict (command_id) do nothing',
  returning: 'command_id',
} as const satisfies RowInsert;

/** Adds jobs, or brings forward those that wait; one that runs is marked as asked for again. */
export const addJobs = {
  table: 'job',
  columns: {
    kind: 'text',
    key: 'text',
    body: 'text',
    priority: 'bigint',
    due_at: 'bigint',
    tries: 'bigint',
  },
  onConflict: `on conflict (kind, key) do update set
    priority = case when excluded.priority < job.priority then excluded.priority else job.priority end,
    due_at = case when job.leased_until is null and excluded.due_at < job.due_at
      then excluded.due_at else job.due_at end,
    asked_due_at = case when job.leased_until is null then null
      when job.asked_due_at < excluded.due_at then job.asked_due_at else excluded.due_at end`,
} as const satisfies RowInsert;
