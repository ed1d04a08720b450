-- What waits for a person who is away.

-- Moves live work that the subject's answer would stop to `p_until`, also while it is leased, where it is due before. Answers how many
-- pieces that were. What is ready keeps its entry: the claim looks at the due time.
create function engine.postpone_on_reply(p_pack text, p_subject_kind text, p_subject_id text, p_until timestamptz) returns integer
    language plpgsql security definer
    set search_path = ''
as $$
declare
    moved  bigint[];
    housed bigint[];
begin
    with later as (
        update engine.work set due_at = p_until, revision = revision + 1
         where pack = p_pack and subject_kind = p_subject_kind and subject_id = p_subject_id and stop_on_reply and due_at < p_until
        returning id
    )
    select array_agg(id) into moved from later;
    -- A statement of its own: it sees what was written while the one above waited for a completion.
    with taken_out as (
        delete from engine.waiting where work_id = any (moved) returning work_id
    )
    select array_agg(work_id) into housed from taken_out;
    perform engine.take_home(housed);
    return coalesce(cardinality(moved), 0);
end
$$;
revoke execute on function engine.postpone_on_reply(text, text, text, timestamptz) from public;
grant execute on function engine.postpone_on_reply(text, text, text, timestamptz) to service_role;
