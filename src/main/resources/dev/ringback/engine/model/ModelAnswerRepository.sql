-- name: keep
-- An answer of a model, by what it was asked for.
insert into engine.model_answer (purpose, cause, pack, tenant, subject_kind, subject_id, model, confidence, answer, at)
values (:purpose, :cause, :pack, :tenant, :kind, :id, :model, :confidence, :values, :now)
on conflict (purpose, cause) do nothing;

-- name: forget
-- What models have made of people who are forgotten.
delete from engine.model_answer
 where pack = :pack and tenant = :tenant and subject_kind = :kind and subject_id = any (:ids::text[]);
