-- name: list_holdings
-- What recruiters know about whom these numbers reach: sessions, what was said, calls, what became known, and what a model made of it.
with own as materialized (
    select session_id, phone_number from recruiting.numbers where phone_number = any (:numbers::text[])
), held as (
    select 1 as place, 'session' as kind, s.session_id as id, s.created_at as at,
           jsonb_build_object('phone_number', o.phone_number, 'campaign', s.campaign, 'session_status', s.session_status, 'tz', s.tz,
                              'variables', s.variables, 'objectives', s.objectives, 'created_at', s.created_at) as members
      from own o join recruiting.session_info s on s.session_id = o.session_id
    union all
    select 2, 'message', h.id::text, h.at, h.message from own o join recruiting.chat_history h on h.session_id = o.session_id
    union all
    select 3, 'call', c.call_id, c.called_at,
           jsonb_build_object('status', c.status, 'called_at', c.called_at, 'duration', c.duration, 'transcript', c.transcript,
                              'recording_url', c.recording_url, 'analysis', c.analysis)
      from own o join recruiting.call_info c on c.session_id = o.session_id
    union all
    select 4, 'objective_change', e.id::text, e.occurred_at,
           jsonb_build_object('objective', e.objective, 'old_value', e.old_value, 'new_value', e.new_value, 'source', e.source,
                              'occurred_at', e.occurred_at)
      from own o join recruiting.session_objective_events e on e.session_id = o.session_id
    union all
    select 5, 'model_answer', a.cause, a.at, jsonb_build_object('model', a.model, 'confidence', a.confidence, 'answer', a.answer, 'at', a.at)
      from own o
      join engine.model_answer a on a.pack = 'recruiting' and a.tenant = 'recruiting' and a.subject_kind = 'session' and a.subject_id = o.session_id
)
select kind, id, members from held order by place, at, id limit :limit;

-- name: erase
-- The people go, the sessions stay: the campaigns' figures stand on them.
select session_id from recruiting.erase_candidates(:numbers) as erased (session_id);
