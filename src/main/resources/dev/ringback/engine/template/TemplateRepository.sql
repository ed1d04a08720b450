-- name: list_texts
-- What is said under a key by now: the pack's, and those that it stands before.
select concat_ws(' ', subject, body_text, body_html) as text from engine.template where pack in (:pack, '*') and key = :key;

-- name: save
-- One text per key, language and tone. Saved as it was, it keeps its version.
insert into engine.template as t (pack, key, language, tone, subject, body_text, body_html, tracked)
values (:pack, :key, :language, :tone, :subject, :body_text, :body_html, coalesce(:tracked::boolean, false))
on conflict (pack, key, language, tone) do update
   set version   = case when (t.subject, t.body_text, t.body_html) is distinct from (excluded.subject, excluded.body_text, excluded.body_html)
                        then t.version + 1 else t.version end,
       subject   = excluded.subject,
       body_text = excluded.body_text,
       body_html = excluded.body_html,
       tracked   = coalesce(:tracked::boolean, t.tracked)
returning version;
