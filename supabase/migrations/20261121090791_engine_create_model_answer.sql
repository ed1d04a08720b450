-- What the optional model has answered.

create table engine.model_answer (
    purpose      text         not null,
    cause        text         not null,
    pack         text         not null,
    tenant       text         not null,
    subject_kind text         not null,
    subject_id   text         not null,
    model        text         not null,
    confidence   numeric(4,3) not null check (confidence between 0 and 1),
    answer       jsonb        not null check (jsonb_typeof(answer) = 'object'),
    at           timestamptz  not null,
    primary key (purpose, cause)
);
comment on table engine.model_answer is 'Answers of the optional model that fitted their schema, with its name and how sure it was.';
comment on column engine.model_answer.purpose is 'What was asked, for example recruiting.reply.';
comment on column engine.model_answer.cause is 'What it was asked for, for example the message that came; one answer each.';
comment on column engine.model_answer.answer is 'The values that were asked for; personal, so they are forgotten with the person and after a time.';
create index model_answer_subject on engine.model_answer (pack, tenant, subject_kind, subject_id);
create index model_answer_at on engine.model_answer (at);

alter table engine.model_answer enable row level security;
grant select, insert, update, delete on engine.model_answer to service_role;
