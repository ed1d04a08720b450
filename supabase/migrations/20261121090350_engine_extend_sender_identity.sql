-- Who may send for a tenant, and the address that commercial mail must bear.

alter table engine.sender_identity
    add column postal_address text,
    add constraint sender_identity_provider check (provider is null or (channel, provider) in (
        ('email', 'smtp'), ('email', 'resend'), ('email', 'sendgrid'), ('sms', 'twilio'), ('sms', 'telnyx'), ('whatsapp', 'meta'), ('voice', 'telnyx'),
        ('web_form', 'http')));
comment on column engine.sender_identity.provider is 'The tenant''s own choice where the installation sends on the channel; null for the installation''s.';
comment on column engine.sender_identity.postal_address is 'Stands in commercial mail; without one it is refused (16 CFR 316.5).';
