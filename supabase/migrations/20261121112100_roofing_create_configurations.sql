-- How an account's voice agent and its other texts sound.

create table roofing.voice_configurations (
    id                        bigint generated always as identity primary key,
    user_id                   bigint  not null constraint voice_configurations_user_id unique
                                      references roofing.users (id) on delete cascade,
    default_voice_id          text    default 'default',
    tts_vendor                text    default 'elevenlabs' check (tts_vendor in ('elevenlabs', 'cartesia')),
    voice_style               text    default 'professional',
    speaking_rate             double precision default 1.0,
    pitch_adjustment          double precision default 0.0,
    asr_vendor                text    default 'deepgram' check (asr_vendor in ('deepgram', 'whisper')),
    asr_language              text    default 'en-US',
    enable_punctuation        boolean default true,
    confidence_threshold      double precision default 0.7,
    llm_vendor                text    default 'openai' check (llm_vendor in ('openai', 'anthropic')),
    llm_model                 text    default 'gpt-4o-mini',
    system_prompt_template    text,
    max_tokens                integer default 150,
    temperature               double precision default 0.7,
    max_call_duration_minutes integer default 15 check (max_call_duration_minutes > 0),
    enable_barge_in           boolean default true,
    silence_timeout_seconds   integer default 10 check (silence_timeout_seconds > 0),
    require_consent           boolean default true,
    enable_recording          boolean default true,
    dnc_compliance            boolean default true,
    jurisdiction              text    default 'US' check (jurisdiction in ('US', 'CA', 'EU', 'UK')),
    created_at                timestamptz default engine.now(),
    updated_at                timestamptz default engine.now()
);
comment on table roofing.voice_configurations is 'Per-user voice agent configuration.';
comment on column roofing.voice_configurations.tts_vendor is 'elevenlabs, cartesia';
comment on column roofing.voice_configurations.asr_vendor is 'deepgram, whisper';
comment on column roofing.voice_configurations.llm_vendor is 'openai, anthropic';
comment on column roofing.voice_configurations.max_call_duration_minutes is
    'The lower of this and ai_configurations.max_call_duration (seconds) wins';
comment on column roofing.voice_configurations.require_consent is 'Only ever tightens: AI voice needs recorded prior consent either way';
comment on column roofing.voice_configurations.enable_recording is 'Only ever tightens: recording needs consent by place either way';
comment on column roofing.voice_configurations.dnc_compliance is 'Only ever tightens: do-not-call lists block either way';
comment on column roofing.voice_configurations.jurisdiction is 'US, CA, EU; ringback adds UK, whose calling hours are shipped';
create trigger voice_configurations_touch before update on roofing.voice_configurations
    for each row execute function roofing.touch_updated_at();

create table roofing.ai_configurations (
    id                        bigint generated always as identity primary key,
    user_id                   bigint  not null constraint ai_configurations_user_id unique
                                      references roofing.users (id) on delete cascade,
    voice_enabled             boolean default true,
    voice_id                  text    default 'rachel',
    voice_tone                text    default 'professional',
    voice_speed               double precision default 1.0,
    max_call_duration         integer default 300 check (max_call_duration > 0),
    max_objections            integer default 3 check (max_objections >= 0),
    email_tone                text    default 'professional',
    email_length              text    default 'medium',
    email_personalization     text    default 'high',
    sms_tone                  text    default 'friendly',
    sms_emoji_enabled         boolean default false,
    company_voice_description text,
    key_differentiators       jsonb   check (jsonb_typeof(key_differentiators) = 'array'),
    value_propositions        jsonb   check (jsonb_typeof(value_propositions) = 'array'),
    common_objections         jsonb   check (jsonb_typeof(common_objections) = 'array'),
    voice_opening_prompt      text,
    voice_objection_prompts   jsonb,
    voice_closing_prompt      text,
    email_generation_prompt   text,
    sms_generation_prompt     text,
    ai_creativity             double precision default 0.7 check (ai_creativity between 0 and 1),
    ai_formality              double precision default 0.6 check (ai_formality between 0 and 1),
    urgency_level             double precision default 0.5 check (urgency_level between 0 and 1),
    created_at                timestamptz default engine.now(),
    updated_at                timestamptz default engine.now()
);
comment on table roofing.ai_configurations is 'AI settings per user for all AI features.';
comment on column roofing.ai_configurations.max_call_duration is 'seconds';
comment on column roofing.ai_configurations.key_differentiators is 'Array';
comment on column roofing.ai_configurations.value_propositions is 'Array';
comment on column roofing.ai_configurations.common_objections is 'Array';
comment on column roofing.ai_configurations.ai_creativity is '0.0-1.0';
comment on column roofing.ai_configurations.ai_formality is '0.0-1.0';
comment on column roofing.ai_configurations.urgency_level is '0.0-1.0';
create trigger ai_configurations_touch before update on roofing.ai_configurations
    for each row execute function roofing.touch_updated_at();

alter table roofing.voice_configurations enable row level security;
create policy voice_configurations_own_select on roofing.voice_configurations for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy voice_configurations_own_insert on roofing.voice_configurations for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy voice_configurations_own_update on roofing.voice_configurations for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));

alter table roofing.ai_configurations enable row level security;
create policy ai_configurations_own_select on roofing.ai_configurations for select to authenticated
    using (user_id = any ((select engine.roofing_readable())::bigint[]));
create policy ai_configurations_own_insert on roofing.ai_configurations for insert to authenticated
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));
create policy ai_configurations_own_update on roofing.ai_configurations for update to authenticated
    using (user_id = any ((select engine.roofing_writable())::bigint[]))
    with check (user_id = any ((select engine.roofing_writable())::bigint[]));

grant select, insert, update on roofing.voice_configurations, roofing.ai_configurations to authenticated;
grant select, insert, update, delete on roofing.voice_configurations, roofing.ai_configurations to service_role;
