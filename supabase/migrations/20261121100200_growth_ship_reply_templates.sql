-- The reply to a lead, in two languages and the tones that a client can choose; Neutral where it wants no personal reply.
-- Variables: name, business_name, tagline, booking_link, urgency; each is always given, empty where the client has none.

insert into engine.template (pack, key, language, tone, subject, body_text)
values
    ('growth', 'lead-reply', 'en', 'Neutral', $t${{ business_name }}: your message$t$, $t$Hello {{ name }},

We have received your message. We will come back to you shortly.
{% if booking_link != '' %}
If you like, choose a time here: {{ booking_link }}
{% endif %}
Kind regards
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'en', 'Friendly', $t${{ business_name }}: your message$t$, $t$Hi {{ name }},

Thanks so much for writing to us! {% if urgency == 'High' %}We have seen that it is urgent and will come back to you first.{% else %}We will come back to you shortly.{% endif %}
{% if booking_link != '' %}
If you like, choose a time here: {{ booking_link }}
{% endif %}
Talk soon,
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'en', 'Professional', $t${{ business_name }}: your message$t$, $t$Hello {{ name }},

Thank you for contacting {{ business_name }}. {% if urgency == 'High' %}We have seen that it is urgent and will come back to you first.{% else %}We will come back to you shortly.{% endif %}
{% if booking_link != '' %}
If you like, choose a time here: {{ booking_link }}
{% endif %}
Best regards,
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'en', 'Formal', $t${{ business_name }}: your message$t$, $t$Dear {{ name }},

We acknowledge receipt of your enquiry and thank you for your interest. {% if urgency == 'High' %}We have seen that it is urgent and will come back to you first.{% else %}We will come back to you shortly.{% endif %}
{% if booking_link != '' %}
If you like, choose a time here: {{ booking_link }}
{% endif %}
Yours sincerely,
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'en', 'Energetic', $t${{ business_name }}: your message$t$, $t$Hey {{ name }}!

Great to hear from you – we can't wait to get started! {% if urgency == 'High' %}We have seen that it is urgent and will come back to you first.{% else %}We will come back to you shortly.{% endif %}
{% if booking_link != '' %}
If you like, choose a time here: {{ booking_link }}
{% endif %}
Speak very soon,
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'fr', 'Neutral', $t${{ business_name }} : votre message$t$, $t$Bonjour {{ name }},

Nous avons bien reçu votre message. Nous revenons vers vous rapidement.
{% if booking_link != '' %}
Si vous le souhaitez, choisissez un moment ici : {{ booking_link }}
{% endif %}
Cordialement
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'fr', 'Friendly', $t${{ business_name }} : votre message$t$, $t$Bonjour {{ name }},

Merci beaucoup pour votre message ! {% if urgency == 'High' %}Nous avons vu que c'est urgent et revenons vers vous en priorité.{% else %}Nous revenons vers vous rapidement.{% endif %}
{% if booking_link != '' %}
Si vous le souhaitez, choisissez un moment ici : {{ booking_link }}
{% endif %}
À très bientôt,
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'fr', 'Professional', $t${{ business_name }} : votre message$t$, $t$Bonjour {{ name }},

Merci d'avoir contacté {{ business_name }}. {% if urgency == 'High' %}Nous avons vu que c'est urgent et revenons vers vous en priorité.{% else %}Nous revenons vers vous rapidement.{% endif %}
{% if booking_link != '' %}
Si vous le souhaitez, choisissez un moment ici : {{ booking_link }}
{% endif %}
Cordialement,
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'fr', 'Formal', $t${{ business_name }} : votre message$t$, $t${{ name }},

Nous accusons réception de votre demande et vous remercions de votre intérêt. {% if urgency == 'High' %}Nous avons vu que c'est urgent et revenons vers vous en priorité.{% else %}Nous revenons vers vous rapidement.{% endif %}
{% if booking_link != '' %}
Si vous le souhaitez, choisissez un moment ici : {{ booking_link }}
{% endif %}
Nous vous prions d'agréer nos salutations distinguées.
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$),
    ('growth', 'lead-reply', 'fr', 'Energetic', $t${{ business_name }} : votre message$t$, $t$Bonjour {{ name }} !

Quel plaisir de vous lire, nous avons hâte de commencer ! {% if urgency == 'High' %}Nous avons vu que c'est urgent et revenons vers vous en priorité.{% else %}Nous revenons vers vous rapidement.{% endif %}
{% if booking_link != '' %}
Si vous le souhaitez, choisissez un moment ici : {{ booking_link }}
{% endif %}
À tout de suite,
{{ business_name }}{% if tagline != '' %}
{{ tagline }}{% endif %}
$t$);
