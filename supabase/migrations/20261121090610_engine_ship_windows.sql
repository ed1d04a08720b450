-- Shipped hours and caps. In the United States a text message is a call; what a person asks for within the last half hour
-- is no solicitation there, so those rows leave answers alone where their source says so.

insert into engine.window_rule (jurisdiction, channel, weekday, opens, closes, covers_answers, source, reviewed_on)
select jurisdiction, channel, weekday, opens, closes, covers_answers, source, date '2026-11-21'
  from (values
           ('US', 1, 7, time '08:00', time '21:00', false, '47 CFR 64.1200(c)(1) and (f)(15) (TCPA)'),
           ('US-CT', 1, 7, time '09:00', time '20:00', true, 'Conn. Gen. Stat. 42-288a'),
           ('US-FL', 1, 7, time '08:00', time '20:00', false, 'Fla. Stat. 501.616(6)(a), 501.603'),
           ('US-MA', 1, 7, time '08:00', time '20:00', false, '201 CMR 12.02(2)'),
           ('US-MD', 1, 7, time '08:00', time '20:00', false, 'Md. Code, Com. Law 14-4502 (Stop the Spam Calls Act of 2023)'),
           ('US-OK', 1, 7, time '08:00', time '20:00', true, '15 Okla. Stat. 775C.4 (Telephone Solicitation Act of 2022)'),
           ('US-RI', 1, 5, time '09:00', time '18:00', false, 'R.I. Gen. Laws 5-61-2(2), 5-61-3.6'),
           ('US-RI', 6, 6, time '10:00', time '17:00', false, 'R.I. Gen. Laws 5-61-2(2), 5-61-3.6'),
           ('US-TX', 1, 6, time '09:00', time '21:00', false, 'Tex. Bus. & Com. Code 301.051'),
           ('US-TX', 7, 7, time '12:00', time '21:00', false, 'Tex. Bus. & Com. Code 301.051'),
           ('US-WA', 1, 7, time '08:00', time '20:00', false, 'RCW 19.158.040(2), 80.36.390(1)'),
           ('CA', 1, 5, time '09:00', time '21:30', true, 'CRTC Unsolicited Telecommunications Rules, Part III, section 23'),
           ('CA', 6, 7, time '10:00', time '18:00', true, 'CRTC Unsolicited Telecommunications Rules, Part III, section 23'),
           ('GB', 1, 7, time '08:00', time '21:00', false, 'house rule')
       ) as law (jurisdiction, from_day, to_day, opens, closes, covers_answers, source)
 cross join lateral generate_series(from_day, to_day) as weekday
 cross join (values ('voice'), ('sms')) as channels (channel);

-- The federal rule holds in the territories, which have country codes of their own.
insert into engine.window_rule (jurisdiction, channel, weekday, opens, closes, covers_answers, source, reviewed_on)
select territory, channel, weekday, opens, closes, covers_answers, source, reviewed_on
  from engine.window_rule
 cross join unnest(array['AS', 'GU', 'MP', 'PR', 'VI']) as territory
 where jurisdiction = 'US';

insert into engine.window_rule (jurisdiction, channel, weekday, opens, closes, covers_answers, source, reviewed_on)
select 'FR', 'voice', weekday, opens, closes, true, 'décret 2022-1313 (Code de la consommation, art. D223-9)', date '2026-11-21'
  from generate_series(1, 5) as weekday
 cross join (values (time '10:00', time '13:00'), (time '14:00', time '20:00')) as hours (opens, closes);

insert into engine.window_rule (jurisdiction, channel, weekday, opens, closes, covers_answers, source, reviewed_on)
select country, channel, weekday, time '09:00', time '20:00', false, 'house rule', date '2026-11-21'
  from unnest(array['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
                    'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']) as country
 cross join generate_series(1, 6) as weekday
 cross join (values ('voice'), ('sms')) as channels (channel)
 where not (country = 'FR' and channel = 'voice');

insert into engine.window_holiday (jurisdiction, channel, day, name, source)
select 'FR', 'voice', make_date(year, month, day), name, 'Code du travail, art. L3133-1'
  from generate_series(2026, 2035) as year
 cross join (values (1, 1, 'Jour de l''An'), (5, 1, 'Fête du Travail'), (5, 8, 'Victoire 1945'), (7, 14, 'Fête nationale'),
                    (8, 15, 'Assomption'), (11, 1, 'Toussaint'), (11, 11, 'Armistice 1918'), (12, 25, 'Noël')) as fixed (month, day, name)
union all
select 'FR', 'voice', easter + after, name, 'Code du travail, art. L3133-1'
  from unnest(array[date '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21', '2031-04-13', '2032-03-28', '2033-04-17',
                    '2034-04-09', '2035-03-25']) as easter
 cross join (values (1, 'Lundi de Pâques'), (39, 'Ascension'), (50, 'Lundi de Pentecôte')) as movable (after, name)
on conflict do nothing;

insert into engine.window_cap (jurisdiction, channel, most, period, source, reviewed_on)
values ('US-FL', 'voice', 3, interval '24 hours', 'Fla. Stat. 501.616(6)(b)', date '2026-11-21'),
       ('US-MD', 'voice', 3, interval '24 hours', 'Md. Code, Com. Law 14-4502', date '2026-11-21'),
       ('US-MD', 'sms', 3, interval '24 hours', 'Md. Code, Com. Law 14-4502', date '2026-11-21'),
       ('US-OK', 'voice', 3, interval '24 hours', '15 Okla. Stat. 775C.4', date '2026-11-21'),
       ('FR', 'voice', 4, interval '30 days', 'décret 2022-1313 (Code de la consommation, art. D223-9)', date '2026-11-21');
