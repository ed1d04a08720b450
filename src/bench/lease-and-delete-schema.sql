create table item (
  id      bigint generated always as identity primary key,
  fence   bigint,
  until   timestamptz,
  payload jsonb not null default '{}'
);
create sequence fence;
