-- What is said to a STOP, a START or a HELP, in four languages, short enough for one text message. A pack's own template of the same
-- key comes before these.

alter table engine.consent_setting add column help_text text check (btrim(help_text) <> '');
comment on column engine.consent_setting.help_text is 'What HELP is answered with; null for the sender''s name and how to stop.';

insert into engine.template (pack, key, language, subject, body_text)
select '*', key, language, '{{ business_name }}', body_text
  from (values
           ('opt-out-confirmation', 'en', '{{ business_name }}: You are unsubscribed and will get no more messages. Reply START to get them again.'),
           ('opt-out-confirmation', 'fr', '{{ business_name }} : Vous êtes désabonné et ne recevrez plus de messages. Répondez START pour reprendre.'),
           ('opt-out-confirmation', 'es', '{{ business_name }}: Ya no recibirá más mensajes. Responda START para volver a recibirlos.'),
           ('opt-out-confirmation', 'de', '{{ business_name }}: Sie erhalten keine Nachrichten mehr. Antworten Sie START, um sie wieder zu bekommen.'),
           ('start-confirmation', 'en', '{{ business_name }}: You will get messages again. Reply STOP to end them, HELP for help.'),
           ('start-confirmation', 'fr', '{{ business_name }} : Vous recevrez de nouveau des messages. Répondez STOP pour arrêter, AIDE pour de l''aide.'),
           ('start-confirmation', 'es', '{{ business_name }}: Volverá a recibir mensajes. Responda STOP para detenerlos, AYUDA para ayuda.'),
           ('start-confirmation', 'de', '{{ business_name }}: Sie erhalten wieder Nachrichten. Antworten Sie STOP zum Beenden, HILFE für Hilfe.'),
           ('help', 'en', '{% if help_text != "" %}{{ help_text }}{% else %}{{ business_name }}: Reply STOP to get no more messages.{% endif %}'),
           ('help', 'fr', '{% if help_text != "" %}{{ help_text }}{% else %}{{ business_name }} : Répondez STOP pour ne plus recevoir de messages.{% endif %}'),
           ('help', 'es', '{% if help_text != "" %}{{ help_text }}{% else %}{{ business_name }}: Responda STOP para no recibir más mensajes.{% endif %}'),
           ('help', 'de', '{% if help_text != "" %}{{ help_text }}{% else %}{{ business_name }}: Antworten Sie STOP, um keine Nachrichten mehr zu erhalten.{% endif %}')
       ) as t (key, language, body_text);
