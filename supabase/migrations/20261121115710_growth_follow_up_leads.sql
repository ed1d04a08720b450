-- Leads that are to be followed up: the ladder starts with the tag and ends with it.

create function growth.follow_up_work(lead_id uuid, client_id uuid) returns engine.new_work
    language sql immutable
    set search_path = ''
return row('growth', 'growth.follow-up', client_id::text, 'lead', lead_id::text, 'growth.follow-up:' || lead_id, null, null, true)::engine.new_work;
revoke execute on function growth.follow_up_work(uuid, uuid) from public;

-- What was planned for these leads does not leave any more; what is just leaving is not submitted again.
create function growth.stop_follow_ups(p_leads uuid[], p_reason text) returns void
    language plpgsql security definer
    set search_path = ''
as $$
begin
    perform engine.cancel_all(array(select 'growth.follow-up:' || lead from unnest(p_leads) as lead));
    with live as (
        select id, status from engine.message
         where pack = 'growth' and subject_kind = 'lead' and subject_id = any (p_leads::text[]) and direction = 'out' and step = 'follow-up'
           and status in ('planned', 'claimed', 'submitting', 'uncertain') and settled_at is null and stop_reason is null
         order by id
           for update
    ), stopped as (
        update engine.message m set stop_reason = p_reason from live l where m.id = l.id and l.status in ('submitting', 'uncertain')
    )
    update engine.message m
       set status = 'cancelled', reason = p_reason, rule = 'pack', held_until = null, decided_at = engine.now()
      from live l
     where m.id = l.id and l.status in ('planned', 'claimed');
end
$$;
revoke execute on function growth.stop_follow_ups(uuid[], text) from public;

create function growth.plan_follow_ups() returns trigger
    language plpgsql security definer
    set search_path = ''
as $$
declare
    started engine.new_work[];
    ended   uuid[];
begin
    if tg_op = 'INSERT' then
        select array_agg(growth.follow_up_work(id, client_id)) into started from written where followup_since is not null and client_id is not null;
    else
        select array_agg(growth.follow_up_work(w.id, w.client_id)) filter (where w.followup_since is not null and w.client_id is not null),
               array_agg(w.id) filter (where b.followup_since is not null)
          into started, ended
          from written w join before b on b.id = w.id
         where w.followup_since is distinct from b.followup_since;
    end if;
    if ended is not null then
        perform growth.stop_follow_ups(ended, 'no_follow_up');
    end if;
    if started is not null and not engine.plans_nothing() then
        perform engine.enqueue_all(started);
        perform engine.ring();
    end if;
    return null;
end
$$;
revoke execute on function growth.plan_follow_ups() from public;
create trigger lead_memory_follow_up_insert after insert on growth.lead_memory
    referencing new table as written for each statement execute function growth.plan_follow_ups();
create trigger lead_memory_follow_up_update after update on growth.lead_memory
    referencing old table as before new table as written for each statement execute function growth.plan_follow_ups();

-- The reminder, in two languages and the tones that a client can choose; `nth` counts from 1.
insert into engine.template (pack, key, language, tone, subject, body_text)
select 'growth', 'follow-up', w.language, w.tone, w.subject,
       format(E'%s\n\n{%% if nth == 1 %%}%s{%% elsif nth == 2 %%}%s{%% else %%}%s{%% endif %%}\n{%% if booking_link != \'\' %%}\n%s {{ booking_link }}\n'
              '{%% endif %%}\n%s\n{{ business_name }}{%% if tagline != \'\' %%}\n{{ tagline }}{%% endif %%}\n',
              w.greeting, w.first, w.second, w.last, w.booking, w.closing)
  from (values
    ('en', 'Neutral', '{{ business_name }}: your message', 'Hello {{ name }},', 'Your message is still open with us. Just answer this mail.',
     'We are coming back to your message. Just answer this mail if it still matters to you.',
     'This is our last reminder. If you still want to talk, just answer this mail.', 'Or choose a time here:', 'Kind regards'),
    ('en', 'Friendly', '{{ business_name }}: still thinking it over?', 'Hi {{ name }},',
     'Just checking in – did you have time to think about it? Answer this mail and we will take it from there.',
     'Hope you are well! If you have any questions, just answer this mail.',
     'We don''t want to fill your inbox, so this is our last note. We are here whenever you need us!', 'Pick a time that suits you:', 'Talk soon,'),
    ('en', 'Professional', '{{ business_name }}: following up on your message', 'Hello {{ name }},',
     'We are following up on your message and would be glad to discuss the next steps.',
     'Should you have any questions, please answer this mail and we will help you.',
     'As we have not heard from you, we close your request for now. An answer to this mail opens it again.', 'You can also book a time:',
     'Best regards,'),
    ('en', 'Formal', '{{ business_name }}: your enquiry', 'Dear {{ name }},',
     'We refer to your enquiry and would be grateful to learn whether you wish to proceed.',
     'We take the liberty of recalling your enquiry and remain at your disposal for any question.',
     'Having received no answer, we consider your enquiry closed. We remain at your disposal should you wish to resume it.',
     'An appointment may be arranged here:', 'Yours sincerely,'),
    ('en', 'Energetic', '{{ business_name }}: ready when you are!', 'Hey {{ name }}!',
     'We are ready to go – are you? Answer this mail and let''s start!',
     'Still here and still excited to help! What is holding you back? Just answer this mail!',
     'Last call from us! Whenever you are ready, we are too!', 'Grab a time here:', 'Speak very soon,'),
    ('fr', 'Neutral', '{{ business_name }} : votre message', 'Bonjour {{ name }},',
     'Votre message est toujours ouvert chez nous. Il suffit de répondre à ce courriel.',
     'Nous revenons à votre message. Répondez à ce courriel s''il est toujours d''actualité.',
     'Ceci est notre dernier rappel. Si vous souhaitez encore échanger, répondez à ce courriel.', 'Ou choisissez un moment ici :', 'Cordialement'),
    ('fr', 'Friendly', '{{ business_name }} : toujours en réflexion ?', 'Bonjour {{ name }},',
     'Petit mot pour prendre des nouvelles : avez-vous eu le temps d''y penser ? Répondez à ce courriel et nous nous occupons de la suite.',
     'Nous espérons que vous allez bien ! Pour toute question, répondez simplement à ce courriel.',
     'Pour ne pas encombrer votre boîte, c''est notre dernier message. Nous restons là si vous avez besoin de nous !',
     'Choisissez le moment qui vous convient :', 'À très bientôt,'),
    ('fr', 'Professional', '{{ business_name }} : suite à votre message', 'Bonjour {{ name }},',
     'Nous faisons suite à votre message et serions heureux de discuter des prochaines étapes.',
     'Pour toute question, répondez à ce courriel et nous vous aiderons.',
     'Sans nouvelles de votre part, nous fermons votre demande pour l''instant. Une réponse à ce courriel la rouvre.',
     'Vous pouvez aussi réserver un moment :', 'Cordialement,'),
    ('fr', 'Formal', '{{ business_name }} : votre demande', '{{ name }},',
     'Nous nous permettons de revenir sur votre demande et vous saurions gré de nous indiquer si vous souhaitez y donner suite.',
     'Nous prenons la liberté de vous rappeler votre demande et demeurons à votre disposition pour toute question.',
     'Sans réponse de votre part, nous considérons votre demande comme close et demeurons à votre disposition si vous souhaitez la reprendre.',
     'Un rendez-vous peut être fixé ici :', 'Nous vous prions d''agréer nos salutations distinguées.'),
    ('fr', 'Energetic', '{{ business_name }} : prêts quand vous l''êtes !', 'Bonjour {{ name }} !',
     'Nous sommes prêts, et vous ? Répondez à ce courriel et on démarre !',
     'Toujours là et toujours aussi motivés ! Une question ? Répondez à ce courriel !',
     'Dernier appel de notre part ! Dès que vous êtes prêts, nous le sommes aussi !', 'Réservez votre moment ici :', 'À tout de suite,'))
    as w (language, tone, subject, greeting, first, second, last, booking, closing);
