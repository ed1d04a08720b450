-- Drip sequences, who is in them, and what each step did.

create type roofing.sequencenodetype as enum (
    'EMAIL', 'SMS', 'VOICE_CALL', 'WAIT', 'CONDITION', 'RESEARCH', 'START', 'END', 'WHATSAPP', 'SPLIT');
comment on type roofing.sequencenodetype is 'SequenceNodeType; WHATSAPP and SPLIT are of ringback';

create table roofing.sequences (
    id                  bigint generated always as identity primary key,
    user_id             bigint  not null references roofing.users (id) on delete cascade,
    name                text    not null,
    description         text,
    is_active           boolean not null default true,
    is_template         boolean not null default false,
    flow_data           jsonb,
    working_hours_start text    default '09:00' check (working_hours_start ~ '^([01]\d|2[0-3]):[0-5]\d$'),
    working_hours_end   text    default '17:00' check (working_hours_end ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'),
    working_days        jsonb   default '[1,2,3,4,5]' check (
                                jsonb_typeof(working_days) = 'array'
                                and not jsonb_path_exists(working_days, '$[*] ? (@.type() != "number" || @ < 0 || @ > 7)')),
    timezone            text    default 'America/New_York',
    total_enrolled      integer default 0 check (total_enrolled >= 0),
    total_completed     integer default 0 check (total_completed >= 0),
    total_converted     integer default 0 check (total_converted >= 0),
    conversion_rate     double precision default 0.0 check (conversion_rate >= 0),
    created_at          timestamptz default engine.now(),
    updated_at          timestamptz default engine.now()
);
create index sequences_user_id on roofing.sequences (user_id);
create index sequences_is_active on roofing.sequences (is_active);

comment on table roofing.sequences is 'Sequence definitions and configuration.';
comment on column roofing.sequences.flow_data is 'React Flow nodes and edges';
comment on column roofing.sequences.working_days is 'Mon-Fri; ISO weekdays, 0 read as Sunday';
comment on column roofing.sequences.conversion_rate is 'Conversion rate auto-calculated; a rollup like the totals';

create table roofing.sequence_nodes (
    id              bigint generated always as identity primary key,
    sequence_id     bigint  not null references roofing.sequences (id) on delete cascade,
    node_id         text    not null,
    node_type       roofing.sequencenodetype,
    position_x      double precision default 0,
    position_y      double precision default 0,
    config          jsonb,
    ai_instructions text,
    next_nodes      jsonb   check (jsonb_typeof(next_nodes) = 'array'),
    condition_rules jsonb,
    execution_count integer default 0 check (execution_count >= 0),
    success_count   integer default 0 check (success_count >= 0),
    failure_count   integer default 0 check (failure_count >= 0),
    created_at      timestamptz default engine.now(),
    user_id         bigint  not null references roofing.users (id) on delete cascade,
    constraint sequence_nodes_sequence_id unique (sequence_id, node_id)
);
create index sequence_nodes_node_type on roofing.sequence_nodes (node_type);
create index sequence_nodes_user_id on roofing.sequence_nodes (user_id);

comment on table roofing.sequence_nodes is 'Individual nodes in a sequence.';
comment on column roofing.sequence_nodes.node_id is 'React Flow node ID';
comment on column roofing.sequence_nodes.config is 'Node-specific config';
comment on column roofing.sequence_nodes.ai_instructions is 'Custom AI prompts';
comment on column roofing.sequence_nodes.next_nodes is 'Array of next node IDs';
comment on column roofing.sequence_nodes.condition_rules is 'For condition nodes';
comment on column roofing.sequence_nodes.user_id is 'ringback: account of the sequence, filled by trigger; the policies'' column';

create table roofing.sequence_enrollments (
    id                 bigint generated always as identity primary key,
    sequence_id        bigint  not null references roofing.sequences (id) on delete cascade,
    lead_id            bigint  not null references roofing.leads (id) on delete cascade,
    user_id            bigint  not null references roofing.users (id) on delete cascade,
    status             text    not null default 'active' check (status in ('active', 'paused', 'completed', 'failed', 'stopped')),
    current_node_id    text,
    steps_completed    integer default 0 check (steps_completed >= 0),
    next_execution_at  timestamptz,
    last_execution_at  timestamptz,
    error_message      text,
    conversion_outcome text,
    emails_sent        integer default 0 check (emails_sent >= 0),
    sms_sent           integer default 0 check (sms_sent >= 0),
    calls_made         integer default 0 check (calls_made >= 0),
    emails_opened      integer default 0 check (emails_opened >= 0),
    emails_clicked     integer default 0 check (emails_clicked >= 0),
    converted          boolean default false,
    conversion_date    timestamptz,
    enrolled_at        timestamptz default engine.now(),
    completed_at       timestamptz,
    stop_reason        text,
    constraint sequence_enrollments_stopped_for_a_reason check (status <> 'stopped' or stop_reason is not null)
);
create index sequence_enrollments_sequence_id on roofing.sequence_enrollments (sequence_id);
create index sequence_enrollments_lead_id on roofing.sequence_enrollments (lead_id);
create index sequence_enrollments_user_id on roofing.sequence_enrollments (user_id);
create index sequence_enrollments_status on roofing.sequence_enrollments (status);
create index sequence_enrollments_next_execution_at on roofing.sequence_enrollments (next_execution_at);
create unique index sequence_enrollments_live on roofing.sequence_enrollments (sequence_id, lead_id) where status in ('active', 'paused');

comment on table roofing.sequence_enrollments is 'Tracks leads enrolled in sequences.';
comment on column roofing.sequence_enrollments.status is
    'active, paused, completed, failed; ringback adds stopped: by a reply, booking, conversion, opt-out, bounce or person';
comment on column roofing.sequence_enrollments.next_execution_at is 'Due column: when the next step runs';
comment on column roofing.sequence_enrollments.stop_reason is 'ringback: why the enrolment was stopped before its end; machine-readable';

create table roofing.sequence_executions (
    id                 bigint generated always as identity primary key,
    sequence_id        bigint not null references roofing.sequences (id) on delete cascade,
    enrollment_id      bigint not null references roofing.sequence_enrollments (id) on delete cascade,
    node_id            text   not null,
    node_type          roofing.sequencenodetype,
    adapter            text,
    status             text   not null default 'pending' check (status in ('pending', 'running', 'completed', 'failed', 'skipped')),
    error_message      text,
    execution_metadata jsonb,
    started_at         timestamptz,
    completed_at       timestamptz,
    user_id            bigint not null references roofing.users (id) on delete cascade
);
create index sequence_executions_sequence_id on roofing.sequence_executions (sequence_id);
create index sequence_executions_enrollment_id on roofing.sequence_executions (enrollment_id);
create index sequence_executions_status on roofing.sequence_executions (status);
create index sequence_executions_started_at on roofing.sequence_executions (started_at);
create index sequence_executions_user_id on roofing.sequence_executions (user_id);

comment on table roofing.sequence_executions is 'Logs each sequence step execution.';
comment on column roofing.sequence_executions.adapter is 'email, sms, voice, etc.';
comment on column roofing.sequence_executions.status is
    'pending, running, completed, failed; ringback adds skipped: a step that was refused with a reason';
comment on column roofing.sequence_executions.user_id is 'ringback: account of the enrolment, filled by trigger; the policies'' column';
