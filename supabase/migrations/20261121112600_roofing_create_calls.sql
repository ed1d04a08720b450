-- AI voice calls with their turns and events. Written by the functions; an account reads its own.

create table roofing.voice_calls (
    id                     text    primary key default gen_random_uuid()::text
                                   check (id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
    user_id                bigint  not null references roofing.users (id) on delete cascade,
    lead_id                bigint  references roofing.leads (id) on delete set null,
    sequence_enrollment_id bigint  references roofing.sequence_enrollments (id) on delete set null,
    call_sid               text,
    call_control_id        text    constraint voice_calls_call_control_id unique,
    carrier                text    default 'telnyx',
    from_number            text,
    to_number              text    not null,
    direction              text    not null default 'outbound' check (direction in ('outbound', 'inbound')),
    status                 text    not null default 'initiated' check (status in (
                                   'initiated', 'ringing', 'in_progress', 'completed', 'failed', 'no_answer', 'busy', 'cancelled')),
    duration_seconds       integer default 0 check (duration_seconds >= 0),
    retry_attempts         integer default 0 check (retry_attempts >= 0),
    last_error_code        text,
    last_error_at          timestamptz,
    ai_voice_id            text,
    ai_instructions        text,
    conversation_goal      text    check (conversation_goal in ('qualify', 'schedule', 'follow_up')),
    recording_url          text,
    transcript             text,
    ai_summary             jsonb,
    outcome                text    check (outcome in (
                                   'scheduled', 'follow_up', 'rejected', 'no_answer', 'voicemail', 'opt_out', 'busy', 'failed')),
    interest_level         text    check (interest_level in ('high', 'medium', 'low', 'none')),
    objections_raised      jsonb   check (jsonb_typeof(objections_raised) = 'array'),
    next_steps             text,
    appointment_scheduled  boolean default false,
    appointment_datetime   timestamptz,
    appointment_type       text    check (appointment_type in ('inspection', 'consultation', 'estimate')),
    call_cost              numeric default 0.0,
    ai_cost                numeric default 0.0,
    total_cost             numeric default 0.0,
    initiated_at           timestamptz default engine.now(),
    started_at             timestamptz,
    ended_at               timestamptz,
    asr_model              text,
    tts_model              text,
    llm_model              text,
    first_audio_latency_ms integer,
    p95_latency_ms         integer,
    transcript_json        jsonb,
    barge_in_count         integer default 0 check (barge_in_count >= 0),
    tool_calls_made        integer default 0 check (tool_calls_made >= 0),
    conversation_state     text    default 'greeting',
    confidence_scores      jsonb,
    silence_periods        jsonb,
    to_number_encrypted    text,
    to_number_hash         text,
    from_number_encrypted  text,
    from_number_hash       text
);
create index voice_calls_user_id on roofing.voice_calls (user_id, initiated_at desc, id desc);
create index voice_calls_lead_id on roofing.voice_calls (lead_id);
create index voice_calls_sequence_enrollment_id on roofing.voice_calls (sequence_enrollment_id);
create index voice_calls_status on roofing.voice_calls (status);
create index voice_calls_initiated_at on roofing.voice_calls (initiated_at);
create index voice_calls_to_number_hash on roofing.voice_calls (to_number_hash) where to_number_hash is not null;
create index voice_calls_from_number_hash on roofing.voice_calls (from_number_hash) where from_number_hash is not null;

comment on table roofing.voice_calls is 'Voice call records with full details.';
comment on column roofing.voice_calls.call_sid is 'Legacy carrier identifier';
comment on column roofing.voice_calls.call_control_id is 'Telnyx call control ID';
comment on column roofing.voice_calls.to_number is 'Masked when it is the person''s; the full number is in to_number_encrypted';
comment on column roofing.voice_calls.from_number is 'Masked when it is the person''s; the full number is in from_number_encrypted';
comment on column roofing.voice_calls.direction is 'outbound, inbound';
comment on column roofing.voice_calls.status is
    'initiated, ringing, in_progress, completed, failed, no_answer; ringback adds busy and cancelled';
comment on column roofing.voice_calls.outcome is
    'scheduled, follow_up, rejected, no_answer, voicemail; ringback adds opt_out, busy and failed, which the daily buckets need';
comment on column roofing.voice_calls.ai_voice_id is 'ElevenLabs voice ID';
comment on column roofing.voice_calls.conversation_goal is 'qualify, schedule, follow_up';
comment on column roofing.voice_calls.interest_level is 'high, medium, low, none';
comment on column roofing.voice_calls.objections_raised is 'Array';
comment on column roofing.voice_calls.appointment_type is 'inspection, consultation, estimate';
comment on column roofing.voice_calls.transcript_json is 'Diarized with timings';
comment on column roofing.voice_calls.conversation_state is 'greeting, qualification, offer, etc.';
comment on column roofing.voice_calls.to_number_encrypted is 'ringback: the full number as a Fernet token, when it is the person''s';
comment on column roofing.voice_calls.to_number_hash is 'ringback: keyed hash of the number, for matching without it';
comment on column roofing.voice_calls.from_number_encrypted is 'ringback: the full number as a Fernet token, when the person called';
comment on column roofing.voice_calls.from_number_hash is 'ringback: keyed hash of the number, for matching without it';

create table roofing.voice_call_turns (
    id               bigint generated always as identity primary key,
    call_id          text    not null references roofing.voice_calls (id) on delete cascade,
    seq              integer not null,
    role             text    not null check (role in ('user', 'agent', 'tool')),
    text             text,
    start_ms         integer,
    end_ms           integer,
    barge_in         boolean default false,
    tool_name        text,
    tokens_in        integer,
    tokens_out       integer,
    confidence_score double precision,
    audio_url        text,
    created_at       timestamptz default engine.now(),
    user_id          bigint  not null references roofing.users (id) on delete cascade,
    constraint voice_call_turns_call_id unique (call_id, seq)
);
create index voice_call_turns_seq on roofing.voice_call_turns (seq);
create index voice_call_turns_user_id on roofing.voice_call_turns (user_id);
comment on table roofing.voice_call_turns is 'Individual conversation turns in a call.';
comment on column roofing.voice_call_turns.role is 'user, agent, tool';
comment on column roofing.voice_call_turns.user_id is 'ringback: account of the call, filled by trigger; the policy''s column';

create table roofing.voice_call_events (
    id         bigint generated always as identity primary key,
    call_id    text   not null references roofing.voice_calls (id) on delete cascade,
    event_type text   not null,
    payload    jsonb,
    created_at timestamptz default engine.now(),
    user_id    bigint not null references roofing.users (id) on delete cascade
);
create index voice_call_events_call_id on roofing.voice_call_events (call_id, created_at);
create index voice_call_events_user_id on roofing.voice_call_events (user_id);
comment on table roofing.voice_call_events is 'Events during a voice call.';
comment on column roofing.voice_call_events.user_id is 'ringback: account of the call, filled by trigger; the policy''s column';

create trigger voice_calls_keep_account before insert or update of user_id, lead_id, sequence_enrollment_id on roofing.voice_calls
    for each row execute function engine.roofing_keep_account('leads', 'lead_id', 'sequence_enrollments', 'sequence_enrollment_id');
create trigger voice_call_turns_keep_account before insert or update of user_id, call_id on roofing.voice_call_turns
    for each row execute function engine.roofing_keep_account('voice_calls', 'call_id');
create trigger voice_call_events_keep_account before insert or update of user_id, call_id on roofing.voice_call_events
    for each row execute function engine.roofing_keep_account('voice_calls', 'call_id');

alter table roofing.voice_calls enable row level security;
create policy voice_calls_own_select on roofing.voice_calls for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
alter table roofing.voice_call_turns enable row level security;
create policy voice_call_turns_own_select on roofing.voice_call_turns for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
alter table roofing.voice_call_events enable row level security;
create policy voice_call_events_own_select on roofing.voice_call_events for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));

grant select on roofing.voice_calls, roofing.voice_call_turns, roofing.voice_call_events to authenticated;
grant select, insert, update, delete on roofing.voice_calls, roofing.voice_call_turns, roofing.voice_call_events to service_role;
