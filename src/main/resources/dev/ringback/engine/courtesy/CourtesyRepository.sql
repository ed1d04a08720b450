-- name: find_words
-- In which language the person was written to last, and what the tenant has to say for itself.
select coalesce((select m.language from engine.message m where m.id = :answered), 'en') as language,
       coalesce((select s.display_name from engine.sender_identity s
                  where s.pack = :pack and s.tenant = :tenant and s.channel = :channel), '') as sender,
       coalesce((select c.help_text from engine.consent_setting c where c.pack = :pack and c.tenant = :tenant), '') as help;
