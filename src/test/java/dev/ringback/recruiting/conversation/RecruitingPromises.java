package dev.ringback.recruiting.conversation;

import java.util.Map;

/// What must hold over the whole history of a campaign: each a query of what breaks it.
final class RecruitingPromises {

    private static final String OURS = "select m.* from engine.message m join recruiting.session_info s on s.session_id = m.subject_id"
            + " where m.pack = 'recruiting' and s.campaign = $1";

    static final Map<String, String> ALL = Map.of(
            "on time, anywhere: between eight and eight, or within half an hour after they wrote", """
                    with m as (%s) select m.id from m join recruiting.session_info s on s.session_id = m.subject_id
                     where m.direction = 'out' and m.sent_at is not null and not (m.sent_at at time zone s.tz)::time between '08:00' and '20:00'
                       and not exists (select from m heard where heard.subject_id = m.subject_id and heard.direction = 'in'
                                        and m.sent_at between heard.received_at and heard.received_at + interval '30 minutes')""".formatted(OURS),
            "no means no: nothing is submitted after it", """
                    with m as (%s) select m.id from m join m stop on stop.subject_id = m.subject_id and stop.body_text like '%%stop writing%%'
                     where m.direction = 'out' and m.submitting_at > stop.received_at and m.purpose <> 'opt_out_confirmation'""".formatted(OURS),
            "an answer stops the machine: what was planned before it does not leave after it", """
                    with m as (%s) select m.id from m join m heard on heard.subject_id = m.subject_id and heard.direction = 'in'
                     where m.direction = 'out' and m.planned_at < heard.received_at and m.submitting_at > heard.received_at""".formatted(OURS),
            "nothing vanishes: what was not sent says why",
            "with m as (%s) select id from m where direction = 'out' and sent_at is null and reason is null"
                    .formatted(OURS),
            "two ticks are one tick: no step twice", """
                    with m as (%s) select subject_id from m where direction = 'out' and sent_at is not null
                     group by subject_id, step, date_trunc('minute', sent_at) having count(*) > 1""".formatted(OURS),
            "the chat shows what was sent and received, once each, but for the engine's own confirmations", """
                    with m as (%s) select m.id from m full join (select h.* from recruiting.chat_history h
                            join recruiting.session_info s on s.session_id = h.session_id where s.campaign = $1) h on h.message_id = m.id
                     where (m.sent_at is not null and m.step not like 'engine.%%' or m.direction = 'in')
                           is distinct from (h.id is not null)""".formatted(OURS),
            "at most three reminders in a silence", """
                    with m as (%s), r as (
                        select m.subject_id, count(heard.id) as silence
                          from m left join m heard on heard.subject_id = m.subject_id and heard.direction = 'in' and heard.received_at < m.sent_at
                         where m.step = 'reminder' and m.sent_at is not null
                         group by m.subject_id, m.id)
                    select subject_id from r group by subject_id, silence having count(*) > 3""".formatted(OURS),
            "numbers you can rebuild: the days are what the chat says", """
                    select 1 from (select sum(messages_sent) as sent, sum(messages_received) as received
                                      from recruiting.campaign_daily where campaign = $1) r
                     cross join (select count(*) filter (where h.message ->> 'sender' = 'agent') as sent,
                                        count(*) filter (where h.message ->> 'sender' = 'user') as received
                                   from recruiting.chat_history h join recruiting.session_info s on s.session_id = h.session_id
                                   where s.campaign = $1) h
                     where (r.sent, r.received) is distinct from (h.sent, h.received)""",
            "no work is left for sessions that are over", """
                    select w.id from engine.work w join recruiting.session_info s on s.session_id = w.subject_id
                     where w.pack = 'recruiting' and s.campaign = $1""");

    private RecruitingPromises() {}
}
