-- What a first start shows before anybody has typed anything: a client, and people who wrote to it a moment ago.
-- The demo client's API key is rb_demo_ and 43 times 0; the table keeps its digest.

-- Where the database's doorbell rings, so that a row which plain SQL writes is worked at once.
select vault.create_secret('http://127.0.0.1:8080/functions/v1/jobs/dispatch-due', 'ringback_dispatch_url'),
       vault.create_secret('local-job-secret', 'ringback_job_secret');

insert into growth.clients (client_id, business_name, contact_name, email, api_key, language, email_tone, followup_speed, outbound_email,
                            booking_link, custom_tagline, time_zone)
values ('d0000000-0000-4000-8000-000000000001', 'Maple Roofing', 'Morgan Maple', 'owner@maple-roofing.example',
        'rb_demo_' || repeat('0', 43), 'en', 'Friendly', 'Instant', 'hello@maple-roofing.example',
        'https://maple-roofing.example/book', 'Roofs that stay.', 'America/Toronto');

insert into growth.lead_memory (client_id, email, name, message, language)
values ('d0000000-0000-4000-8000-000000000001', 'sarah.chen@people.example', 'Sarah Chen',
        'Hi! Our roof started leaking last night, this is urgent. How soon could you come, and what would it cost?', 'en'),
       ('d0000000-0000-4000-8000-000000000001', 'luc.tremblay@people.example', 'Luc Tremblay',
        'Bonjour, je souhaiterais obtenir un devis pour la réfection de ma toiture au printemps. Merci beaucoup.', 'fr'),
       ('d0000000-0000-4000-8000-000000000001', 'omar@people.example', 'Omar Haddad',
        'Do you also repair gutters?', 'en');
