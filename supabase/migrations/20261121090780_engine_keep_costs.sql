-- What messages cost, where their providers say so.

alter table engine.message
    add column cost_micros   bigint check (cost_micros >= 0),
    add column cost_currency text   check (cost_currency ~ '^[A-Z]{3}$'),
    add constraint message_cost_whole check ((cost_micros is null) = (cost_currency is null));
comment on column engine.message.cost_micros is 'What the provider takes for it, in millionths of cost_currency; the highest that it reported. Null where it says nothing.';
